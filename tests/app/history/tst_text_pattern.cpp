// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/text_pattern.h"

#include <QTest>

using namespace console;

class TestTextPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesAsItSays_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char *claim, const char *pattern, bool isWhole, const char *text, bool matches) {
            QTest::newRow(claim) << QString::fromUtf8(pattern) << isWhole << QString::fromUtf8(text) << matches;
        };
        row("whole, case makes no difference", "rcs", true, "RCS", true);
        row("whole is not a part", "RC", true, "RCS", false);
        row("a part", "lind", false, "Anna Lindqvist", true);
        row("a part that is not there", "lund", false, "Anna Lindqvist", false);
        row("a part with letters beyond ASCII", "BJÖRN", false, "björn svensson", true);
        row("an ASCII part of a text beyond ASCII", "svens", false, "Björn Svensson", true);
        row("plain letters find those with marks", "bjorn SVE", false, "Björn Švensson", true);
        row("plain letters find those with strokes", "lodz", true, "Łódź", true);
        row("plain letters at the start", "oz*", true, "Öztürk", true);
        row("plain letters in pieces", "o*turk", true, "Öztürk", true);
        row("a mark that is asked for has to be there", "björn", false, "Bjorn", false);
        row("other letters are no plain ones", "a", false, "Иван", false);
        row("a part at the very end", "vist", false, "Anna Lindqvist", true);
        row("a part of one letter", "q", false, "Anna Lindqvist", true);
        row("a part that repeats itself", "aab", false, "aaaaab", true);
        row("a star at the end", "CHANNEL_*", true, "CHANNEL_FAILURE", true);
        row("a star at the end, not in the middle", "CHANNEL_*", true, "NO_CHANNEL_HERE", false);
        row("a star in front", "*_FAILURE", true, "CHANNEL_FAILURE", true);
        row("stars around", "*NEL*", true, "CHANNEL_FAILURE", true);
        row("a star may stand for nothing", "CHANNEL*_FAILURE", true, "CHANNEL_FAILURE", true);
        row("a star inside", "CH*URE", true, "CHANNEL_FAILURE", true);
        row("a star inside needs both ends", "CH*URX", true, "CHANNEL_FAILURE", false);
        row("ends do not overlap", "aba*aba", true, "ababa", false);
        row("three pieces in order", "a*b*c", true, "axxbyyc", true);
        row("three pieces out of order", "a*c*b", true, "axxbyyc", false);
        row("a middle piece does not reach into the last", "a*bc*c", true, "abc", false);
        row("a lone star matches all", "*", true, "anything", true);
        row("case beyond ASCII in pieces", "Ö*K", true, "özTÜrk", true);
    }
    void matchesAsItSays()
    {
        QFETCH(QString, pattern);
        QFETCH(bool, isWhole);
        QFETCH(QString, text);
        QFETCH(bool, matches);
        const auto made = TextPattern::parse(pattern, isWhole ? TextPattern::Kind::Whole : TextPattern::Kind::Part);
        QCOMPARE(made.matches(text), matches);
        QCOMPARE(made.matches(QByteArrayView(text.toUtf8())), matches);
    }

    void aLiteralTakesAStarAsItIs()
    {
        const auto pattern = TextPattern::literal(QStringLiteral("a*"), TextPattern::Kind::Part);
        QVERIFY(pattern.matches(QStringLiteral("xa*y")));
        QVERIFY(!pattern.matches(QStringLiteral("xaby")));
    }

    void bytesAreFoundWherever()
    {
        for (int length = 1; length < 12; ++length) {
            for (int place = 0; place < 40; ++place) {
                QByteArray text(60, 'n');
                const QByteArray needle = QByteArray("NnNnNnNnNnNn").left(length - 1) + 'X';
                text.replace(place, length, needle.toLower());
                QVERIFY(ByteFinder(needle).isIn(text));
                QVERIFY(!ByteFinder(needle).isIn(text.left(place + length - 1)));
            }
        }
        QVERIFY(ByteFinder("").isIn("x"));
        QVERIFY(!ByteFinder("longer").isIn("long"));
    }
};

QTEST_APPLESS_MAIN(TestTextPattern)
#include "tst_text_pattern.moc"
