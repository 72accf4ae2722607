// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_names.h"
#include "ui/theme/icon_painter.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/tinted_icon.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

#include <set>

using namespace console;

namespace {

/// The colour of the most opaque pixel; nothing when the picture is empty.
std::optional<QColor> inkIn(const QImage &image)
{
    QColor best(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > best.alpha())
                best = image.pixelColor(x, y);
        }
    }
    return best.alpha() > 200 ? std::optional(best) : std::nullopt;
}

std::optional<QColor> inkOfIcon(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    return inkIn(icon.pixmap(QSize(32, 32), 1.0, mode).toImage());
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyIconHasAPicture_data();
    void everyIconHasAPicture();
    void tableNamesEveryIconOnce();
    void drawsInTheColourAskedFor();
    void hasTheResolutionOfTheScreen();
    void changesItsColourWithThePalette();
    void disabledIconIsGrey();
    void everyChannelHasItsOwnPicture();
    void applicationIconLoads();
};

void TestIcons::everyIconHasAPicture_data()
{
    QTest::addColumn<int>("icon");
    for (const auto &[icon, name] : kIconNames)
        QTest::newRow(std::string(name).c_str()) << int(icon);
}

void TestIcons::everyIconHasAPicture()
{
    QFETCH(int, icon);
    QVERIFY(inkIn(iconPixmap(Icon(icon), 16, Qt::black, 2.0).toImage()).has_value());
}

void TestIcons::tableNamesEveryIconOnce()
{
    std::set<int> seen;
    for (const auto &entry : kIconNames)
        seen.insert(int(entry.first));
    QCOMPARE(seen.size(), kIconNames.size());
    QCOMPARE(*seen.rbegin(), int(Icon::Zap)); // the last of the enum: no gap, so none is missing
    QCOMPARE(int(Icon::Zap) + 1, int(kIconNames.size()));
}

void TestIcons::drawsInTheColourAskedFor()
{
    const auto ink = inkIn(iconPixmap(Icon::Check, 32, QColor(0x2457d6), 1.0).toImage());
    QVERIFY(ink);
    QCOMPARE(ink->rgb(), QColor(0x2457d6).rgb());
}

void TestIcons::hasTheResolutionOfTheScreen()
{
    const QPixmap pixmap = tintedIcon(Icon::Search).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(pixmap.size(), QSize(32, 32));
    QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(16, 16));
}

void TestIcons::changesItsColourWithThePalette()
{
    const QIcon icon = tintedIcon(Icon::Play, Ink::Bad);
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        QApplication::setPalette(paletteFor(appearance));
        const auto ink = inkOfIcon(icon);
        QVERIFY(ink);
        QCOMPARE(ink->rgb(), colorsFor(appearance).tone(Tone::Bad).text.rgb());
    }
}

void TestIcons::disabledIconIsGrey()
{
    QApplication::setPalette(paletteFor(Appearance::Light));
    const auto ink = inkOfIcon(tintedIcon(Icon::Play, Ink::Accent), QIcon::Disabled);
    QVERIFY(ink);
    QCOMPARE(ink->rgb(), colorsFor(Appearance::Light).disabled.rgb());
}

void TestIcons::everyChannelHasItsOwnPicture()
{
    std::set<Icon> seen;
    for (const auto &entry : EnumNames<Channel>::table)
        seen.insert(iconFor(entry.first));
    QCOMPARE(seen.size(), EnumNames<Channel>::table.size());
}

void TestIcons::applicationIconLoads()
{
    QVERIFY(inkIn(QIcon(QStringLiteral(":/icons/capability-console.svg")).pixmap(48).toImage()).has_value());
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
