// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdict/verdict_fixture.h"
#include "verdict/verdict.h"

#include <QTest>

using namespace console;

/// The worked examples V01 to V24, word for word what verdict-data.json expects.
class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheWorkedVerdict_data();
    void givesTheWorkedVerdict();
    void hasAllWorkedRows();
};

namespace {
QStringList causeNames(const QList<Cause> &causes)
{
    QStringList names;
    for (const Cause cause : causes)
        names.append(termName(cause));
    return names;
}

QString missing(const QString &word, const QString &sentence)
{
    return QStringLiteral("\"%1\" is missing in: %2").arg(word, sentence);
}
} // namespace

void TestVerdict::givesTheWorkedVerdict_data()
{
    QTest::addColumn<QJsonObject>("row");
    for (const auto &value : verdictData()[QLatin1String("verdicts")].toArray()) {
        const QJsonObject row = value.toObject();
        QTest::newRow(qPrintable(row[QLatin1String("id")].toString())) << row;
    }
}

void TestVerdict::givesTheWorkedVerdict()
{
    QFETCH(QJsonObject, row);
    const QJsonObject expected = row[QLatin1String("expect")].toObject();
    const auto wanted = [&](const char *member) { return expected[QLatin1String(member)].toString(); };
    const Verdict result = verdict(inputFrom(row[QLatin1String("input")].toObject()));

    QCOMPARE(termName(result.owner), wanted("owner"));
    QCOMPARE(termName(result.confidence), wanted("confidence"));
    QCOMPARE(termName(result.reach), wanted("reach"));
    QCOMPARE(termName(result.askAgain), wanted("askAgain"));
    QCOMPARE(causeNames(result.causes), texts(expected[QLatin1String("causes")]));
    QCOMPARE(result.rules, texts(expected[QLatin1String("rules")]));
    QCOMPARE(termName(result.severity), wanted("severity"));
    QCOMPARE(termName(result.features), wanted("features"));
    QCOMPARE(int(result.unknownFeatures.size()), expected[QLatin1String("unknownFeatures")].toInt());
    QCOMPARE(result.customerSentence.isEmpty(), wanted("customerText") == QLatin1String("none"));
    for (const QString &word : texts(expected[QLatin1String("agentMustContain")]))
        QVERIFY2(result.agentSentence.contains(word, Qt::CaseInsensitive),
                 qPrintable(missing(word, result.agentSentence)));
    for (const QString &word : texts(expected[QLatin1String("nextStepMustContain")]))
        QVERIFY2(result.nextStep.contains(word, Qt::CaseInsensitive), qPrintable(missing(word, result.nextStep)));
}

void TestVerdict::hasAllWorkedRows()
{
    QCOMPARE(verdictData()[QLatin1String("verdicts")].toArray().size(), 24);
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
