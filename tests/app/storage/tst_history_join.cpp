// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_fixture.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;

namespace {
const QString kOurs = QStringLiteral("01OURS");
const QString kTheirs = QStringLiteral("01THEIRS");
} // namespace

/// Which lookup an answer belongs to.
class TestHistoryJoin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_history = std::make_unique<HistoryFixture>(); }
    void cleanup()
    {
        QCOMPARE(m_history->rows(), announced()); // what was announced is what is stored, in each of these cases
        m_history.reset();
    }

    void theRequestIdJoinsAnAnswerToItsLookup()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        m_history->clock.advance(1500ms);
        const auto row = *m_history->record(NotificationJson {.requestId = kOurs}.enveloped("")).row;
        QCOMPARE(row.join, JoinKind::ByRequestId);
        QCOMPARE(row.requestId, kOurs);
        QCOMPARE(row.latency, std::optional(1500ms));
        QCOMPARE(row.contactName, QStringLiteral("Anna Lindqvist"));
        QCOMPARE(row.appId, QStringLiteral("app-1"));
        QCOMPARE(row.projectId, QStringLiteral("project-1"));
    }

    void whatTheCallbackSaysOfAppAndProjectCounts()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        const auto row = *m_history
                              ->record(NotificationJson {.requestId = kOurs}.enveloped("app-2"), "nonce",
                                       QStringLiteral("project-2"))
                              .row;
        QCOMPARE(row.appId, QStringLiteral("app-2"));
        QCOMPARE(row.projectId, QStringLiteral("project-2"));
    }

    void anAnswerMayComeBeforeTheRegistration()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        m_history->record(NotificationJson {.requestId = kOurs}.enveloped());
        m_history->clock.advance(10ms);
        VERIFY_OK(settled(m_history->writer->markRegistered(*RequestId::parse(kOurs), m_history->clock.now(), {})));
        const auto lookup = *m_history->reader().findLookup(*RequestId::parse(kOurs));
        QCOMPARE(lookup->answers.size(), 1);
        QCOMPARE(lookup->registeredAt, std::optional(m_history->clock.now()));
    }

    void aRequestIdThatNobodyAskedStaysAsItCame()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        const auto row
            = *m_history->record(NotificationJson {.requestId = QStringLiteral("01FOREIGN")}.enveloped()).row;
        QCOMPARE(row.join, JoinKind::None);
        QCOMPARE(row.requestId, QStringLiteral("01FOREIGN"));
        QVERIFY(!row.latency);
    }

    void bothOrdersOfAliasAndAnswerEndAlike()
    {
        NotificationRow before;
        NotificationRow after;
        for (NotificationRow *result : {&before, &after}) {
            m_history = std::make_unique<HistoryFixture>();
            m_history->ask(m_history->smsLookup("01OURS"));
            m_history->clock.advance(700ms);
            if (result == &after)
                registerAs("01OURS", "01THEIRS");
            m_history->record(NotificationJson {.requestId = kTheirs, .contactId = "c-1"}.enveloped(""), "nonce");
            if (result == &before)
                registerAs("01OURS", "01THEIRS");
            *result = m_history->row(0);
        }
        QCOMPARE(after.join, JoinKind::ByRequestId);
        QCOMPARE(after.requestId, kOurs);
        QCOMPARE(after.latency, std::optional(700ms));
        QCOMPARE(after.appId, QStringLiteral("app-1"));
        QCOMPARE(before, after);
        const auto lookup = *m_history->reader().findLookup(*RequestId::parse(kOurs));
        QCOMPARE(lookup->answers.size(), 1);
        QCOMPARE(lookup->aliases, QList {*RequestId::parse(kTheirs)});
    }

    void anAliasBringsItsAnswersAsChangedRows()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        const qint64 id = m_history->record(NotificationJson {.requestId = kTheirs}.enveloped()).row->id;
        registerAs("01OURS", "01THEIRS");
        const auto &changed = m_history->batches.last().changed;
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().id, id);
        QCOMPARE(changed.first().requestId, kOurs);
    }

    void anAliasTakesNoAnswersAwayFromTheLookupThatItNames()
    {
        m_history->ask(m_history->smsLookup("01OTHER", "46700000000"));
        m_history->record(
            NotificationJson {.identity = "46700000000", .requestId = QStringLiteral("01OTHER")}.enveloped());
        m_history->ask(m_history->smsLookup("01OURS"));
        registerAs("01OURS", "01OTHER");
        QCOMPARE(m_history->row(0).requestId, QStringLiteral("01OTHER"));
        QCOMPARE(
            m_history->record(NotificationJson {.channel = "RCS", .requestId = QStringLiteral("01OTHER")}.enveloped())
                .row->requestId,
            QStringLiteral("01OTHER"));
    }

    void anAliasBelongsToTheFirstLookupThatGotIt()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        m_history->ask(m_history->smsLookup("01NEXT"));
        registerAs("01OURS", "01THEIRS");
        registerAs("01NEXT", "01THEIRS");
        QCOMPARE(m_history->record(NotificationJson {.requestId = kTheirs}.enveloped()).row->requestId, kOurs);
    }

    void aFlatAnswerFindsTheNewestOpenLookup()
    {
        m_history->ask(m_history->smsLookup("01OLDER"));
        m_history->clock.advance(1s);
        m_history->ask(m_history->smsLookup("01NEWER"));
        m_history->ask(m_history->smsLookup("01SOMEBODY", "46709999999"));
        const auto first = *m_history->record(NotificationJson {}.flat()).row;
        QCOMPARE(first.join, JoinKind::ByRecipient);
        QCOMPARE(first.requestId, QStringLiteral("01NEWER"));
        const auto second = *m_history->record(NotificationJson {}.flat()).row;
        QCOMPARE(second.requestId, QStringLiteral("01OLDER")); // the newer one has its answer
    }

    void aFlatAnswerFindsItsLookupBy_data()
    {
        QTest::addColumn<QByteArray>("channel");
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("answered");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("the same number") << QByteArray("SMS") << QByteArray("46701") << QByteArray("46701") << true;
        QTest::newRow("a number asked with +")
            << QByteArray("RCS") << QByteArray("+46701") << QByteArray("46701") << true;
        QTest::newRow("a number answered with +")
            << QByteArray("WHATSAPP") << QByteArray("46701") << QByteArray("+46701") << true;
        QTest::newRow("another number") << QByteArray("SMS") << QByteArray("46701") << QByteArray("46702") << false;
        QTest::newRow("an opaque identity")
            << QByteArray("MESSENGER") << QByteArray("7746490") << QByteArray("7746490") << true;
        QTest::newRow("an opaque identity that differs by a +")
            << QByteArray("TELEGRAM") << QByteArray("+77") << QByteArray("77") << false;
        QTest::newRow("a channel that nobody knows")
            << QByteArray("PIGEON") << QByteArray("x") << QByteArray("x") << true;
        QTest::newRow("letters in another case")
            << QByteArray("LINE") << QByteArray("abc") << QByteArray("ABC") << false;
    }
    void aFlatAnswerFindsItsLookupBy()
    {
        QFETCH(QByteArray, channel);
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, answered);
        QFETCH(bool, isFound);
        const QList<ChannelIdentity> typed {HistoryFixture::address(channel.constData(), asked.constData())};
        m_history->ask(m_history->lookup("01OURS", typed, typed));
        const NotificationJson json {.channel = channel.constData(), .identity = answered.constData()};
        QCOMPARE(m_history->record(json.flat()).row->join, isFound ? JoinKind::ByRecipient : JoinKind::None);
    }

    void anotherChannelOfTheSameNumberIsNotAsked()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        QCOMPARE(m_history->record(NotificationJson {.channel = "RCS"}.flat()).row->join, JoinKind::None);
    }

    void aFlatAnswerFindsALookupOfTheSameContact_data()
    {
        QTest::addColumn<bool>("knowsIdentities");
        QTest::addColumn<QByteArray>("channel");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("on a channel that it has") << true << QByteArray("SMS") << true;
        QTest::newRow("not on a channel that it has not") << true << QByteArray("VIBERBM") << false;
        QTest::newRow("on any channel when its identities were not known") << false << QByteArray("VIBERBM") << true;
    }
    void aFlatAnswerFindsALookupOfTheSameContact()
    {
        QFETCH(bool, knowsIdentities);
        QFETCH(QByteArray, channel);
        QFETCH(bool, isFound);
        const QList<ChannelIdentity> expected {HistoryFixture::address("SMS", "46701234567")};
        const auto contact = *ContactId::parse(QStringLiteral("c-1"));
        m_history->ask(m_history->lookup("01OURS", contact, knowsIdentities ? expected : QList<ChannelIdentity>()));
        const NotificationJson other {.channel = channel.constData(), .identity = "46709999999", .contactId = "c-2"};
        QCOMPARE(m_history->record(other.flat()).row->join, JoinKind::None);
        const NotificationJson json {.channel = channel.constData(), .identity = "46709999999", .contactId = "c-1"};
        QCOMPARE(m_history->record(json.flat()).row->join, isFound ? JoinKind::ByRecipient : JoinKind::None);
    }

    void aFlatAnswerJoinsWithinADay_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("long after its wait") << 60 << true;
        QTest::newRow("just within") << 24 * 60 - 1 << true;
        QTest::newRow("no longer") << 24 * 60 + 1 << false;
    }
    void aFlatAnswerJoinsWithinADay()
    {
        QFETCH(int, minutes);
        QFETCH(bool, isFound);
        m_history->ask(m_history->smsLookup("01OURS"));
        m_history->clock.advance(std::chrono::minutes(minutes));
        const auto row = *m_history->record(NotificationJson {}.flat()).row;
        QCOMPARE(row.join, isFound ? JoinKind::ByRecipient : JoinKind::None);
        QCOMPARE(row.latency.has_value(), isFound);
    }

    void aFlatAnswerFindsAFailedLookupToo()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        const LookupFailure unknown {LookupFailure::Kind::OutcomeUnknown,
                                     {},
                                     QStringLiteral("the connection broke"),
                                     {},
                                     m_history->clock.now()};
        VERIFY_OK(settled(m_history->writer->markFailed(*RequestId::parse(kOurs), unknown)));
        QCOMPARE(m_history->record(NotificationJson {}.flat()).row->join, JoinKind::ByRecipient);
    }

    void aFlatAnswerOfAnotherProjectIsNotAskedHere()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        QCOMPARE(m_history->record(NotificationJson {}.flat(), "nonce 1", QStringLiteral("project-2")).row->join,
                 JoinKind::None);
        QCOMPARE(m_history->record(NotificationJson {}.flat(), "nonce 2", QStringLiteral("project-1")).row->join,
                 JoinKind::ByRecipient);
    }

    void aFlatAnswerThatNobodyAskedIsKept()
    {
        const auto recorded = m_history->record(NotificationJson {}.flat());
        QCOMPARE(recorded.kind, Recorded::Kind::New);
        QCOMPARE(recorded.row->join, JoinKind::None);
        QCOMPARE(recorded.row->requestId, QString());
    }

    void anAnswerIsNamedAsItsContactIsKnown()
    {
        const auto contact = *ContactId::parse(QStringLiteral("c-1"));
        m_history->ask(m_history->lookup("01NAMED", contact, {}));
        Lookup nameless = m_history->lookup("01NAMELESS", contact, {});
        nameless.displayName.clear();
        m_history->ask(nameless);
        const auto withContact = m_history->record(
            NotificationJson {.requestId = QStringLiteral("01NAMELESS"), .contactId = "c-1"}.enveloped());
        QCOMPARE(withContact.row->contactName, QStringLiteral("Anna Lindqvist"));
        const auto without = m_history->record(
            NotificationJson {.channel = "RCS", .requestId = QStringLiteral("01NAMELESS")}.enveloped());
        QCOMPARE(without.row->contactName, QStringLiteral("Anna Lindqvist"));
        const auto stranger = m_history->record(NotificationJson {.channel = "MMS", .contactId = "c-9"}.flat());
        QCOMPARE(stranger.row->contactName, QString());
    }

private:
    void registerAs(const char *ours, const char *theirs)
    {
        const auto id = [](const char *text) { return *RequestId::parse(QLatin1String(text)); };
        VERIFY_OK(settled(m_history->writer->markRegistered(id(ours), m_history->clock.now(), id(theirs))));
    }

    /// The rows as a window would have them by now.
    QList<NotificationRow> announced() const
    {
        QList<NotificationRow> rows;
        for (const auto &batch : m_history->batches) {
            rows += batch.added;
            for (const auto &changed : batch.changed)
                std::replace_if(
                    rows.begin(), rows.end(), [&](const auto &row) { return row.id == changed.id; }, changed);
        }
        return rows;
    }

    std::unique_ptr<HistoryFixture> m_history;
};

QTEST_GUILESS_MAIN(TestHistoryJoin)
#include "tst_history_join.moc"
