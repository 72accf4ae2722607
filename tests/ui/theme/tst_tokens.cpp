// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <QTest>

using namespace console;

namespace {

constexpr double kReadable = 4.5; // WCAG 2 AA for text
constexpr double kVisible = 3.0;  // WCAG 2 AA for marks and borders that carry meaning

void addPair(const char *what, const char *theme, const QColor &ink, const QColor &ground)
{
    QTest::addRow("%s, %s", what, theme) << ink << ground;
}

} // namespace

class TestTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void marksAreVisible_data();
    void marksAreVisible();
    void contrastOfBlackAndWhiteIsTheGreatest();
    void paletteTellsItsAppearance();
    void paletteTakesItsColoursFromTheTable();
};

void TestTokens::textIsReadable_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        const char *theme = appearance == Appearance::Light ? "light" : "dark";
        const Colors &c = colorsFor(appearance);
        const std::array grounds {
            std::pair {"window", c.window},       std::pair {"base", c.base},
            std::pair {"alternate", c.alternate}, std::pair {"selection", c.selection},
            std::pair {"hover", c.hover},         std::pair {"quiet selection", c.quietSelection}};
        for (const auto &[name, ground] : grounds) {
            addPair(qPrintable(QStringLiteral("text on %1").arg(QLatin1String(name))), theme, c.text, ground);
            addPair(qPrintable(QStringLiteral("muted text on %1").arg(QLatin1String(name))), theme, c.muted, ground);
        }
        for (const Tone tone : kTones) {
            const ToneColors &t = c.tone(tone);
            addPair(qPrintable(QStringLiteral("tone %1 on its tint").arg(int(tone))), theme, t.text, t.tint);
            for (const auto &[name, ground] : grounds) // marks in lists, lines under fields, chips without a ground
                addPair(qPrintable(QStringLiteral("tone %1 on %2").arg(int(tone)).arg(QLatin1String(name))), theme,
                        t.text, ground);
        }
        for (size_t i = 0; i < c.rowTints.size(); ++i) {
            const auto named = [i](const QString &ink) { return QStringLiteral("%1 on row tint %2").arg(ink).arg(i); };
            addPair(qPrintable(named(QStringLiteral("text"))), theme, c.text, c.rowTints[i]);
            addPair(qPrintable(named(QStringLiteral("muted text"))), theme, c.muted, c.rowTints[i]);
            for (const Tone tone : kTones) // chips without a ground, marks
                addPair(qPrintable(named(QStringLiteral("tone %1").arg(int(tone)))), theme, c.tone(tone).text,
                        c.rowTints[i]);
        }
        addPair("primary button", theme, c.onAccent, c.accent);
        addPair("primary button under the pointer", theme, c.onAccent, c.accentHover);
        addPair("primary button pressed", theme, c.onAccent, c.accentPressed);
        addPair("checked button", theme, c.tone(Tone::Info).text, c.selection);
        addPair("selected text", theme, c.text, c.textSelection);
        addPair("pressed button", theme, c.text, c.pressed);
    }
}

void TestTokens::textIsReadable()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double ratio = contrastRatio(ink, ground);
    QVERIFY2(ratio >= kReadable, qPrintable(QString::number(ratio)));
}

void TestTokens::marksAreVisible_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        const char *theme = appearance == Appearance::Light ? "light" : "dark";
        const Colors &c = colorsFor(appearance);
        addPair("focus ring on base", theme, c.accent, c.base);
        addPair("focus ring on window", theme, c.accent, c.window);
        addPair("focus ring on the selected row", theme, c.accent, c.selection);
        addPair("box of a check mark", theme, c.strongBorder, c.base);
        addPair("border of a refused field", theme, c.tone(Tone::Bad).solid, c.base);
    }
}

void TestTokens::marksAreVisible()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    const double ratio = contrastRatio(ink, ground);
    QVERIFY2(ratio >= kVisible, qPrintable(QString::number(ratio)));
}

void TestTokens::contrastOfBlackAndWhiteIsTheGreatest()
{
    QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
}

void TestTokens::paletteTellsItsAppearance()
{
    QCOMPARE(appearanceOf(paletteFor(Appearance::Light)), Appearance::Light);
    QCOMPARE(appearanceOf(paletteFor(Appearance::Dark)), Appearance::Dark);
}

void TestTokens::paletteTakesItsColoursFromTheTable()
{
    for (const auto appearance : {Appearance::Light, Appearance::Dark}) {
        const Colors &c = colorsFor(appearance);
        const QPalette p = paletteFor(appearance);
        QCOMPARE(p.color(QPalette::Window), c.window);
        QCOMPARE(p.color(QPalette::Base), c.base);
        QCOMPARE(p.color(QPalette::AlternateBase), c.alternate);
        QCOMPARE(p.color(QPalette::Text), c.text);
        QCOMPARE(p.color(QPalette::PlaceholderText), c.muted);
        QCOMPARE(p.color(QPalette::Disabled, QPalette::ButtonText), c.disabled);
    }
}

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
