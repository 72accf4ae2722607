// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lookup_bench.h"
#include "ui/query/lookup_drafts.h"
#include "ui/query/recent_lookups.h"
#include "ui/query/recent_lookups_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestRecentLookups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_status = 200;
        m_bench = std::make_unique<LookupBench>([this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.path() == QLatin1String("/token"))
                return fakeToken();
            if (request.path().endsWith(QLatin1String("capability:query")))
                return FakeAnswer {m_status,
                                   m_status == 200 ? "{}" : R"({"error":{"code":403,"message":"not yours"}})"};
            return std::nullopt;
        });
    }

    void aLookupIsShownFromItsFirstMoment()
    {
        RecentLookupsModel model(m_bench->service);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        ask();
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("Anna"));
        QCOMPARE(model.index(0).data(RecentLookupsModel::StateRole).toString(), QStringLiteral("Sending"));
        QCOMPARE(model.index(0).data(RecentLookupsModel::DayRole).toString(), QStringLiteral("Today"));
    }
    void silenceIsCountedByNameAndTurnsAmber()
    {
        RecentLookupsModel model(m_bench->service);
        const RequestId id = ask();
        QTRY_VERIFY(m_bench->service.find(id)->registeredAt);
        QVERIFY(m_bench->receive(
            callbackBody(id.toString(), LookupBench::address("RCS", "1"), QStringLiteral("CAPABILITY_FULL"))));
        QTRY_COMPARE(m_bench->service.find(id)->answers.size(), 1);
        m_bench->clock.advance(std::chrono::seconds(9));
        QCOMPARE(model.index(0).data(RecentLookupsModel::StateRole).toString(),
                 QStringLiteral("1 of 2, SMS silent 9 s"));
        QVERIFY(model.index(0).data(RecentLookupsModel::ToneRole).toInt() != int(Tone::Warn));
        m_bench->clock.advance(std::chrono::seconds(1));
        QCOMPARE(model.index(0).data(RecentLookupsModel::ToneRole).toInt(), int(Tone::Warn));
        model.setAmberAfter(std::chrono::seconds(20));
        QVERIFY(model.index(0).data(RecentLookupsModel::ToneRole).toInt() != int(Tone::Warn));
        QVERIFY(model.hasOpen());
        m_bench->clock.advance(std::chrono::seconds(30));
        QVERIFY(!model.hasOpen());
    }
    void aRefusalKeepsTheVendorsWords()
    {
        m_status = 403;
        RecentLookupsModel model(m_bench->service);
        const RequestId id = ask();
        QTRY_VERIFY(m_bench->service.find(id)->failure);
        const QString state = model.index(0).data(RecentLookupsModel::StateRole).toString();
        QVERIFY2(state.contains(QLatin1String("403")) && state.contains(QLatin1String("not yours")), qPrintable(state));
        QCOMPARE(model.index(0).data(RecentLookupsModel::ToneRole).toInt(), int(Tone::Bad));
    }
    void agesGrowBySecondsWhileTheyAreYoung()
    {
        RecentLookups list(m_bench->service);
        const RequestId id = ask();
        m_status = 200;
        QTRY_VERIFY(m_bench->service.find(id)->registeredAt);
        m_bench->clock.advance(std::chrono::minutes(5)); // nothing is open any more
        auto *model = list.findChild<QListView *>(QStringLiteral("Recent lookups"))->model();
        QSignalSpy changed(model, &QAbstractItemModel::dataChanged);
        QVERIFY(changed.wait(2'500));
        QCOMPARE(model->index(0, 0).data(RecentLookupsModel::AgeRole).toString(), QStringLiteral("5 min ago"));
    }
    void eachDayIsNamedOnce()
    {
        RecentLookupsModel model(m_bench->service);
        ask();
        m_bench->clock.advance(std::chrono::hours(24));
        ask();
        ask();
        QCOMPARE(model.index(0).data(RecentLookupsModel::DayRole).toString(), QStringLiteral("Today"));
        QCOMPARE(model.index(1).data(RecentLookupsModel::DayRole).toString(), QString());
        QCOMPARE(model.index(2).data(RecentLookupsModel::DayRole).toString(), QStringLiteral("Yesterday"));
    }
    void theListNeverGrowsBeyondWhatTheServiceKeeps()
    {
        RecentLookupsModel model(m_bench->service);
        for (int i = 0; i < LookupService::kRecent + 3; ++i)
            ask();
        QCOMPARE(model.rowCount(), LookupService::kRecent);
    }
    void aNewLookupIsChosen()
    {
        RecentLookups recent(m_bench->service);
        QList<RequestId> selected;
        connect(&recent, &RecentLookups::selected, this,
                [&](const Lookup &lookup) { selected.append(lookup.requestId); });
        const RequestId first = ask();
        const RequestId second = ask();
        QCOMPARE(selected, (QList<RequestId> {first, second}));
    }
    void aClickOnTheChosenOneTellsOfItAgain()
    {
        RecentLookups recent(m_bench->service);
        recent.resize(320, 400);
        recent.show();
        QVERIFY(QTest::qWaitForWindowExposed(&recent));
        ask();
        ask();
        auto *list = recent.findChild<QListView *>(QStringLiteral("Recent lookups"));
        QSignalSpy selected(&recent, &RecentLookups::selected);
        const auto click = [list](int row) {
            QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                              list->visualRect(list->model()->index(row, 0)).center());
        };
        click(1);
        QCOMPARE(selected.count(), 1);
        click(1);
        QCOMPARE(selected.count(), 2);
    }
    void itsMenuAsksAgainOnlyInTheSameProject()
    {
        RecentLookups recent(m_bench->service);
        recent.resize(320, 400);
        recent.show();
        ask();
        QStringList again;
        connect(&recent, &RecentLookups::againRequested, this,
                [&](const LookupDraft &draft) { again.append(draft.displayName); });
        QVERIFY(!menuAction(recent)->isEnabled());
        recent.setProject(LookupBench::projectId());
        menuAction(recent)->trigger();
        QCOMPARE(again, QStringList {QStringLiteral("Anna")});
    }
    void lookupsAreFoundByTyping_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("a name") << QStringLiteral("ann") << 2;
        QTest::newRow("a number of one of them") << QStringLiteral("46709") << 1;
        QTest::newRow("a channel as people call it") << QStringLiteral("viber") << 1;
        QTest::newRow("name and channel together") << QStringLiteral("rcs anna") << 2;
        QTest::newRow("a contact id") << QStringLiteral("contact") << 2;
        QTest::newRow("words of two different ones") << QStringLiteral("anna 46709") << 0;
        QTest::newRow("only blanks") << QStringLiteral("  ") << 3;
    }
    void lookupsAreFoundByTyping()
    {
        QFETCH(QString, typed);
        QFETCH(int, found);
        RecentLookupsModel model(m_bench->service);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ask();
        askIdentity();
        ask();
        model.setFilter(typed);
        QCOMPARE(model.rowCount(), found);
    }
    void aLookupIsFoundByItsRequestId()
    {
        RecentLookupsModel model(m_bench->service);
        const RequestId id = ask();
        ask();
        model.setFilter(id.toString().toLower());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.at(0).requestId, id);
        QCOMPARE(model.index(0).data(RecentLookupsModel::DayRole).toString(), QStringLiteral("Today"));
    }
    void findingLeavesTheChosenOneAndANewLookupEndsIt()
    {
        RecentLookups recent(m_bench->service);
        auto *list = recent.findChild<QListView *>(QStringLiteral("Recent lookups"));
        auto *find = recent.findChild<QLineEdit *>(QStringLiteral("Find lookup"));
        QVERIFY(find->isHidden());
        const RequestId first = ask();
        askIdentity();
        QVERIFY(!find->isHidden());
        list->setCurrentIndex(list->model()->index(1, 0));
        QSignalSpy selected(&recent, &RecentLookups::selected);
        QTest::keyClicks(find, QStringLiteral("anna"));
        QCOMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->currentIndex().row(), 0);
        QCOMPARE(selected.count(), 0);
        QTest::keyClicks(find, QStringLiteral(" nobody"));
        QCOMPARE(list->model()->rowCount(), 0);
        QVERIFY(!recent.findChild<QLabel *>(QStringLiteral("noRecentLookups"))->text().isEmpty());
        askIdentity();
        QVERIFY(find->text().isEmpty());
        QCOMPARE(list->model()->rowCount(), 3);
        QCOMPARE(selected.count(), 1);
    }
    void theChosenOneIsAskedAgainByKey()
    {
        RecentLookups recent(m_bench->service);
        QStringList again;
        connect(&recent, &RecentLookups::againRequested, this,
                [&](const LookupDraft &draft) { again.append(draft.displayName); });
        QVERIFY(!recent.againAction()->isEnabled());
        ask();
        QVERIFY(!recent.againAction()->isEnabled()); // of another project than the connected one
        recent.setProject(LookupBench::projectId());
        QVERIFY(recent.againAction()->isEnabled());
        QCOMPARE(recent.againAction()->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
        recent.againAction()->trigger();
        QCOMPARE(again, QStringList {QStringLiteral("Anna")});
    }
    void identitiesAreNamedWhereThereIsNoName()
    {
        Lookup lookup {
            *RequestId::parse(QStringLiteral("r")),
            {},
            *AppId::parse(QStringLiteral("a")),
            QList<ChannelIdentity> {LookupBench::address("VIBERBM", "46701"), LookupBench::address("SMS", "46702")},
            {},
            {},
            {}};
        QCOMPARE(recipientText(lookup), QStringLiteral("Viber 46701 and 1 more"));
        lookup.displayName = QStringLiteral("Bo");
        QCOMPARE(recipientText(lookup), QStringLiteral("Bo"));
    }

private:
    RequestId ask()
    {
        m_bench->service.submit(m_bench->connection,
                                {*AppId::parse(QStringLiteral("app")),
                                 *ContactId::parse(QStringLiteral("contact")),
                                 QStringLiteral("Anna"),
                                 {LookupBench::address("RCS", "1"), LookupBench::address("SMS", "1")}});
        return m_bench->service.recent().first().requestId;
    }
    void askIdentity()
    {
        const QList<ChannelIdentity> identities {LookupBench::address("VIBERBM", "46709")};
        m_bench->service.submit(m_bench->connection,
                                {*AppId::parse(QStringLiteral("app")), identities, {}, identities});
    }
    QAction *menuAction(RecentLookups &recent)
    {
        auto *list = recent.findChild<QListView *>(QStringLiteral("Recent lookups"));
        delete recent.findChild<QMenu *>(QStringLiteral("recentLookupMenu"));
        Q_EMIT list->customContextMenuRequested(list->visualRect(list->model()->index(0, 0)).center());
        return recent.findChild<QMenu *>(QStringLiteral("recentLookupMenu"))->actions().first();
    }

    std::unique_ptr<LookupBench> m_bench;
    int m_status = 200;
};

QTEST_MAIN(TestRecentLookups)
#include "tst_recent_lookups.moc"
