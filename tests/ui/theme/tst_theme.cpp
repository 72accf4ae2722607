// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/appearance_watcher.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void switchTellsAndChangesThePalette();
    void settingTheSameModeTellsNothing();
    void systemModeFollowsTheDesktop();
    void chosenModeIgnoresTheDesktop();
    void startsAsTheDesktopWasLastSeen();
    void modeNamesAreReadBack();
    void fontIsLargeEnoughToRead();
    void portalValueMeansAnAppearance_data();
    void portalValueMeansAnAppearance();
    void knowsWhetherThereIsASessionBus();
};

void TestTheme::switchTellsAndChangesThePalette()
{
    Theme theme(ThemeMode::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Base), colorsFor(Appearance::Light).base);
    QSignalSpy changes(&theme, &Theme::changed);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes.first().first().value<Appearance>(), Appearance::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), colorsFor(Appearance::Dark).base);
}

void TestTheme::settingTheSameModeTellsNothing()
{
    Theme theme(ThemeMode::Dark);
    QSignalSpy changes(&theme, &Theme::changed);
    theme.setMode(ThemeMode::Dark);
    QCOMPARE(changes.size(), 0);
}

void TestTheme::systemModeFollowsTheDesktop()
{
    Theme theme(ThemeMode::System, Appearance::Light);
    theme.setSystemAppearance(Appearance::Dark);
    QCOMPARE(theme.appearance(), Appearance::Dark);
    theme.setSystemAppearance(Appearance::Light);
    QCOMPARE(theme.appearance(), Appearance::Light);
}

void TestTheme::chosenModeIgnoresTheDesktop()
{
    Theme theme(ThemeMode::Light);
    theme.setSystemAppearance(Appearance::Dark);
    QCOMPARE(theme.appearance(), Appearance::Light);
    theme.setMode(ThemeMode::System);
    QCOMPARE(theme.appearance(), Appearance::Dark);
}

void TestTheme::startsAsTheDesktopWasLastSeen()
{
    // A bus that nobody answers on: the guess must stand meanwhile.
    QTemporaryDir folder;
    const auto before = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.filePath(QStringLiteral("bus")).toUtf8());
    const Theme theme(ThemeMode::System, Appearance::Dark);
    QCOMPARE(theme.appearance(), Appearance::Dark);
    qputenv("DBUS_SESSION_BUS_ADDRESS", before);
}

void TestTheme::modeNamesAreReadBack()
{
    for (const auto mode : {ThemeMode::System, ThemeMode::Light, ThemeMode::Dark})
        QCOMPARE(themeModeFromName(themeModeName(mode)), std::optional(mode));
    QCOMPARE(themeModeFromName(QStringLiteral("sepia")), std::nullopt);
}

void TestTheme::fontIsLargeEnoughToRead()
{
    QFont tiny = QApplication::font();
    tiny.setPointSizeF(6);
    QApplication::setFont(tiny);
    const Theme theme(ThemeMode::Light);
    QVERIFY(QApplication::font().pointSizeF() >= 9.5);
    QFont large = QApplication::font();
    large.setPointSizeF(16);
    QApplication::setFont(large);
    const Theme second(ThemeMode::Light);
    QCOMPARE(QApplication::font().pointSizeF(), 16.0);
}

void TestTheme::portalValueMeansAnAppearance_data()
{
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<Appearance>("fallback");
    QTest::addColumn<Appearance>("expected");
    const auto inVariant = [](uint scheme) { return QVariant::fromValue(QDBusVariant(scheme)); };
    QTest::newRow("1 is dark") << QVariant(1u) << Appearance::Light << Appearance::Dark;
    QTest::newRow("2 is light") << QVariant(2u) << Appearance::Dark << Appearance::Light;
    QTest::newRow("no preference takes the fallback") << QVariant(0u) << Appearance::Dark << Appearance::Dark;
    QTest::newRow("a value of the future takes the fallback") << QVariant(7u) << Appearance::Light << Appearance::Light;
    QTest::newRow("Read() wraps it twice")
        << QVariant::fromValue(QDBusVariant(inVariant(1))) << Appearance::Light << Appearance::Dark;
    QTest::newRow("text is no number") << QVariant(QStringLiteral("dark")) << Appearance::Light << Appearance::Light;
    QTest::newRow("nothing at all") << QVariant() << Appearance::Dark << Appearance::Dark;
}

void TestTheme::portalValueMeansAnAppearance()
{
    QFETCH(QVariant, value);
    QFETCH(Appearance, fallback);
    QFETCH(Appearance, expected);
    QCOMPARE(AppearanceWatcher::appearanceFromPortal(value, fallback), expected);
}

void TestTheme::knowsWhetherThereIsASessionBus()
{
    QTemporaryDir folder;
    const auto bus = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto runtime = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    QVERIFY(!AppearanceWatcher::hasSessionBus());
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QVERIFY(!AppearanceWatcher::hasSessionBus());
    QFile socket(folder.filePath(QStringLiteral("bus")));
    QVERIFY(socket.open(QIODevice::WriteOnly));
    QVERIFY(AppearanceWatcher::hasSessionBus());
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus);
    qputenv("XDG_RUNTIME_DIR", runtime);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
