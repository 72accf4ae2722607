// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/result_macros.h"
#include "text/duration_text.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;

class TestDurationText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesADuration_data();
    void writesADuration();
    void writesAnAge();
    void readsADuration_data();
    void readsADuration();
    void refusesWhatIsNoDuration_data();
    void refusesWhatIsNoDuration();
};

void TestDurationText::writesADuration_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QString>("exact");
    QTest::addColumn<QString>("rough");
    const auto row = [](const char *name, std::chrono::milliseconds span, const char *exact, const char *rough) {
        QTest::newRow(name) << qint64(span.count()) << QString::fromLatin1(exact) << QString::fromLatin1(rough);
    };
    row("nothing", 0ms, "0 ms", "0 s");
    row("negative counts as nothing", -5s, "0 ms", "0 s");
    row("milliseconds", 850ms, "850 ms", "0 s");
    row("tenths are cut, not rounded", 1290ms, "1.2 s", "1 s");
    row("seconds", 42'900ms, "42 s", "42 s");
    row("a whole minute", 60s, "1 min", "1 min");
    row("minutes and seconds", 125s, "2 min 5 s", "2 min");
    row("hours and minutes", 65min, "1 h 5 min", "1 h");
    row("whole hours", 2h, "2 h", "2 h");
    row("days and hours", 76h, "3 d 4 h", "3 d");
    row("whole days", 48h, "2 d", "2 d");
}

void TestDurationText::writesADuration()
{
    QFETCH(qint64, milliseconds);
    QFETCH(QString, exact);
    QFETCH(QString, rough);
    QCOMPARE(durationText(std::chrono::milliseconds(milliseconds)), exact);
    QCOMPARE(roughDurationText(std::chrono::milliseconds(milliseconds)), rough);
}

void TestDurationText::writesAnAge()
{
    QCOMPARE(ageText(-3s), QStringLiteral("just now"));
    QCOMPARE(ageText(999ms), QStringLiteral("just now"));
    QCOMPARE(ageText(12s), QStringLiteral("12 s ago"));
    QCOMPARE(ageText(4min + 59s), QStringLiteral("4 min ago"));
}

void TestDurationText::readsADuration_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("500ms") << qint64(500);
    QTest::newRow("30s") << qint64(30'000);
    QTest::newRow("2m") << qint64(120'000);
    QTest::newRow("1h") << qint64(3'600'000);
    QTest::newRow("0s") << qint64(0);
    QTest::newRow("999999999h") << qint64(999'999'999) * 3'600'000;
}

void TestDurationText::readsADuration()
{
    QFETCH(qint64, milliseconds);
    const auto duration = parseDuration(QString::fromLatin1(QTest::currentDataTag()));
    VERIFY_OK(duration);
    QCOMPARE(qint64(duration->count()), milliseconds);
}

void TestDurationText::refusesWhatIsNoDuration_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "30", "s", "-1s", "1.5s", "30 s", "30S", "1s1s", "9999999999s", "30s\n", "٣s"})
        QTest::addRow("'%s'", text) << QString::fromUtf8(text);
}

void TestDurationText::refusesWhatIsNoDuration()
{
    QFETCH(QString, text);
    COMPARE_ERROR(parseDuration(text), Error::Kind::Config);
}

QTEST_APPLESS_MAIN(TestDurationText)
#include "tst_duration_text.moc"
