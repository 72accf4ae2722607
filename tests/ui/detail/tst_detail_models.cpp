// SPDX-License-Identifier: GPL-3.0-or-later
#include "rows.h"
#include "ui/detail/failure_advice.h"
#include "ui/detail/timeline_model.h"
#include "ui/detail/verdict_model.h"
#include "ui/theme/chip_delegate.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace console;
using namespace std::chrono_literals;

namespace {

const Timestamp kNow = fromMilliseconds(1'790'000'000'000);

AnswerCard cardOf(const ChannelIdentity &address, const char *headline)
{
    AnswerCard card;
    card.address = address;
    card.headline = QLatin1String(headline);
    card.meta = QStringLiteral("weak · 4 min ago");
    return card;
}

} // namespace

class TestDetailModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCardThatChangesIsTheOnlyOneToldOf()
    {
        VerdictModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCards({cardOf(addressOf("RCS"), "RCS works"), cardOf(addressOf("SMS"), "No answer yet")});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setCards({cardOf(addressOf("RCS"), "RCS works"), cardOf(addressOf("SMS"), "SMS should work")});
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        QCOMPARE(model.rowOf(addressOf("SMS")), 1);
        QCOMPARE(model.rowOf(addressOf("LINE")), -1);
        model.setCards({});
        QCOMPARE(reset.count(), 1);
    }
    void aCardReadsAloudInOneSentence()
    {
        VerdictModel model;
        model.setCards({cardOf(addressOf("VIBERBM"), "Viber may work")});
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Viber, Viber may work, weak, 4 min ago"));
    }
    void aChangeOfTheStatusIsSaid()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({rowOf(3, kNow, addressOf("SMS"), "NO_CAPABILITY"), rowOf(2, kNow - 1h, addressOf("RCS")),
                       rowOf(1, kNow - 2h, addressOf("SMS"))});
        QCOMPARE(model.index(0).data(TimelineModel::ChangeRole).toString(), QStringLiteral("Full → None"));
        QCOMPARE(model.index(1).data(TimelineModel::ChangeRole).toString(), QString());
        QCOMPARE(model.index(2).data(TimelineModel::ChangeRole).toString(), QString());
        QVERIFY(model.index(0).data(Qt::ToolTipRole).toString().contains(toIso8601(kNow)));
        QCOMPARE(model.index(0).data(Qt::AccessibleDescriptionRole), model.index(0).data(Qt::ToolTipRole));
        QVERIFY(model.index(0).data(kChipRole).isValid());
    }
    void anUnstableAnswerIsSaidWhereItIsNotCutOff()
    {
        TimelineModel model;
        QList<NotificationRow> rows;
        for (int i = 0; i < 4; ++i)
            rows.append(
                rowOf(9 - i, kNow - i * 1h, addressOf("SMS"), i % 2 == 0 ? "NO_CAPABILITY" : "CAPABILITY_FULL"));
        rows.first().reason.code = OpenEnum<ReasonCode>::fromText(QStringLiteral("CHANNEL_FAILURE"));
        model.setRows(rows);
        QCOMPARE(model.index(0).data(TimelineModel::ChangeRole).toString(),
                 QStringLiteral("Full → None · unstable: three changes in seven days · reason none → CHANNEL_FAILURE"));
    }
    void aRowThatArrivesIsInsertedNotReset()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows({rowOf(1, kNow, addressOf("SMS"))});
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.update(rowOf(2, kNow + 1s, addressOf("SMS")));
        auto again = rowOf(1, kNow, addressOf("SMS"));
        again.retries = 2;
        again.signature = SignatureState::Unsigned;
        model.update(again);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(model.rows().first().id, 2);
        QCOMPARE(model.index(1).data(TimelineModel::MarksRole).toString(),
                 QStringLiteral("unsigned · sent again 2 times"));
    }
    void lookupsStandAmongTheAnswersByTime()
    {
        TimelineModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto asked = [](const char *id, Timestamp at) {
            Lookup lookup {*RequestId::parse(QLatin1String(id)),
                           {},
                           *AppId::parse(QStringLiteral("app")),
                           QList<ChannelIdentity> {addressOf("SMS")},
                           {},
                           {addressOf("SMS")},
                           at};
            return TimelineLookup {lookup, progressOf(lookup, at + 1h)};
        };
        const auto texts = [&] {
            QStringList all;
            for (int row = 0; row < model.rowCount(); ++row)
                all.append(model.index(row).data().toString());
            return all;
        };
        const QString sms = QStringLiteral("SMS");
        const QString lookedUp = QStringLiteral("Looked up");
        model.setEntries({rowOf(2, kNow, addressOf("SMS"), "NO_CAPABILITY"), rowOf(1, kNow - 2h, addressOf("SMS"))},
                         {asked("B", kNow - 1h), asked("A", kNow - 3h)});
        QCOMPARE(texts(), QStringList({sms, lookedUp, sms, lookedUp}));
        QCOMPARE(model.index(0).data(TimelineModel::ChangeRole).toString(), QStringLiteral("Full → None"));
        QCOMPARE(model.lookupAt(1)->requestId.toString(), QStringLiteral("B"));
        QVERIFY(!model.rowAt(1));
        QVERIFY(model.index(1).data(TimelineModel::MarksRole).toString().contains(sms));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.update(asked("C", kNow + 1s));
        model.update(rowOf(3, kNow + 2s, addressOf("RCS")));
        QCOMPARE(texts(), QStringList({QStringLiteral("RCS"), lookedUp, sms, lookedUp, sms, lookedUp}));
        model.update(asked("B", kNow - 1h));
        model.update(rowOf(1, kNow - 2h, addressOf("SMS")));
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.rowAt(4)->id, 1);
        QCOMPARE(model.lookupAt(5)->requestId.toString(), QStringLiteral("A"));
        QCOMPARE(reset.count(), 0);
    }
    void eachDayIsNamedOnce()
    {
        TimelineModel model;
        model.setRows({rowOf(3, kNow, addressOf("SMS")), rowOf(2, kNow - 1s, addressOf("SMS")),
                       rowOf(1, kNow - 48h, addressOf("SMS"))});
        QVERIFY(!model.index(0).data(TimelineModel::DayRole).toString().isEmpty());
        QVERIFY(model.index(1).data(TimelineModel::DayRole).toString().isEmpty());
        QVERIFY(!model.index(2).data(TimelineModel::DayRole).toString().isEmpty());
    }
    void aFailureTellsTheVendorsWordsAndWhatToDo_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("advice");
        QTest::newRow("a wrong region looks like 404") << 404 << QStringLiteral("region");
        QTest::newRow("a wrong key is 401") << 401 << QStringLiteral("access key");
        QTest::newRow("too many requests: wait") << 429 << QStringLiteral("Wait");
        QTest::newRow("a fault of theirs: later") << 503 << QStringLiteral("later");
    }
    void aFailureTellsTheVendorsWordsAndWhatToDo()
    {
        QFETCH(int, status);
        QFETCH(QString, advice);
        const QString text = failureAdvice(
            {LookupFailure::Kind::Refused, status, QStringLiteral("detail"), QStringLiteral("their words"), kNow});
        QVERIFY2(text.contains(QString::number(status)) && text.contains(QStringLiteral("“their words”")),
                 qPrintable(text));
        QVERIFY2(text.contains(advice), qPrintable(text));
    }
    void aRefusalNamesTheIdentityThatItMeans_data()
    {
        QTest::addColumn<QString>("vendorWords");
        QTest::addColumn<QString>("meant");
        QTest::newRow("by its place") << QStringLiteral("recipient.channel_identities[0].identity: too long")
                                      << QStringLiteral("It means RCS 46701234567.");
        QTest::newRow("by a channel that nobody knows")
            << QStringLiteral("not a channel") << QStringLiteral("It means FAX 4670123456.");
    }
    void aRefusalNamesTheIdentityThatItMeans()
    {
        QFETCH(QString, vendorWords);
        QFETCH(QString, meant);
        const QString text
            = failureAdvice({LookupFailure::Kind::Refused, 400, {}, vendorWords, kNow},
                            {{ChannelName::fromText(QStringLiteral("RCS")), QStringLiteral("46701234567")},
                             {ChannelName::fromText(QStringLiteral("FAX")), QStringLiteral("4670123456")}});
        QVERIFY2(text.contains(meant), qPrintable(text));
    }
    void anUnknownOutcomeIsLeftToTheUser()
    {
        const QString text
            = failureAdvice({LookupFailure::Kind::OutcomeUnknown, {}, QStringLiteral("closed"), {}, kNow});
        QVERIFY(text.contains(QLatin1String("only you")) && text.contains(QLatin1String("closed")));
    }
};

QTEST_MAIN(TestDetailModels)
#include "tst_detail_models.moc"
