// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_fixture.h"
#include "support/result_macros.h"

#include <QFile>
#include <QTest>

#include <thread>

using namespace console;
using namespace std::chrono_literals;

class TestHistoryReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_history = std::make_unique<HistoryFixture>(); }
    void cleanup() { m_history.reset(); }

    void aMissingFileIsAnErrorAndIsNotMade()
    {
        const QString path = m_history->file.path("missing.sqlite");
        COMPARE_ERROR(HistoryReader::open(path), Error::Kind::Storage);
        QVERIFY(!QFile::exists(path));
    }

    void anEmptyHistoryHasNoRows()
    {
        QVERIFY(m_history->reader().newestRows(10)->isEmpty());
        QVERIFY(m_history->reader().recentLookups(10)->isEmpty());
        QVERIFY(!*m_history->reader().findLookup(*RequestId::parse(QStringLiteral("01NOBODY"))));
        QVERIFY(!*m_history->reader().raw(1));
    }

    void pagesOfNewestRowsJoinWithoutGapOrRepeat()
    {
        recordMany(25);
        QList<qint64> ids;
        qint64 before = INT64_MAX;
        for (;;) {
            const auto page = *m_history->reader().newestRows(10, before);
            for (const auto &row : page)
                ids += row.id;
            if (page.size() < 10)
                break;
            before = page.last().id;
        }
        QCOMPARE(ids.size(), 25);
        QVERIFY(std::is_sorted(ids.rbegin(), ids.rend()));
    }

    void rowsAfterAreTheOlderOnesFirst()
    {
        recordMany(5);
        const auto rows = m_history->rows();
        QCOMPARE(*m_history->reader().rowsAfter(rows.at(2).id, 10), rows.mid(3));
        QCOMPARE(*m_history->reader().rowsAfter(0, 2), rows.first(2));
    }

    void allMembersOfARowComeBack()
    {
        const auto recorded = m_history->record(NotificationJson {
            .channel = "WHATSAPP",
            .status = "CAPABILITY_PARTIAL",
            .requestId = QStringLiteral("01REQUEST"),
            .contactId = "c-1",
            .more = ",\"channel_capabilities\":[\"A\",\"B\"],\"reason\":{\"code\":\"RATE_LIMITED\","
                    "\"sub_code\":\"INACTIVE_SENDER\",\"channel_code\":\"131026\",\"description\":\"it's so\"}"}
                                                    .enveloped());
        const auto row = m_history->row(0);
        QCOMPARE(row, *recorded.row);
        QCOMPARE(row.status.value, Capability::Partial);
        QCOMPARE(row.channelCapabilities, (QStringList {QStringLiteral("A"), QStringLiteral("B")}));
        QCOMPARE(row.reason.code.value, ReasonCode::RateLimited);
        QCOMPARE(row.reason.subCode.value, ReasonSubCode::InactiveSender);
        QCOMPARE(row.reason.channelCode, QStringLiteral("131026"));
        QCOMPARE(row.reason.description, QStringLiteral("it's so"));
        QCOMPARE(row.acceptedTime, QStringLiteral("2020-11-17T16:05:51.724083Z"));
        QCOMPARE(row.signature, SignatureState::Valid);
        QCOMPARE(row.receivedAt, m_history->clock.now());
    }

    void whatIsOddAboutACallbackIsRemembered()
    {
        m_history->record(NotificationJson {.more = ",\"channel\":\"RCS\""}.flat());
        m_history->recordSignedWithPrevious(NotificationJson {.channel = "MMS"}.flat());
        m_history->record(NotificationJson {.channel = "LINE"}.flat());
        const auto rows = m_history->rows();
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows.at(0).repeatsMembers && !rows.at(0).isSignedWithPrevious);
        QVERIFY(!rows.at(1).repeatsMembers && rows.at(1).isSignedWithPrevious);
        QVERIFY(!rows.at(2).repeatsMembers && !rows.at(2).isSignedWithPrevious);
        for (const auto &row : rows)
            QCOMPARE(row.signature, SignatureState::Valid);
    }

    void theRowsOfALookupAreItsAnswersOnly()
    {
        m_history->ask(m_history->smsLookup("01OURS"));
        m_history->record(NotificationJson {.requestId = QStringLiteral("01OURS")}.enveloped());
        m_history->record(NotificationJson {.requestId = QStringLiteral("01FOREIGN")}.enveloped());
        m_history->record(NotificationJson {.channel = "RCS", .requestId = QStringLiteral("01OURS")}.enveloped());
        const auto rows = *m_history->reader().rowsOf(*RequestId::parse(QStringLiteral("01OURS")));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.last().address.channel.value, Channel::Rcs);
        QCOMPARE(m_history->reader().rowsOf(*RequestId::parse(QStringLiteral("01FOREIGN")))->size(), 1);
        QCOMPARE(m_history->reader().rowsOf(*RequestId::parse(QStringLiteral("01NOBODY")))->size(), 0);
    }

    void theRowsAboutAContactAreThoseThatNameItAndThoseOfItsLookups()
    {
        m_history->ask(m_history->lookup("01OURS", *ContactId::parse(QStringLiteral("c-1")), {}));
        m_history->record(NotificationJson {.requestId = QStringLiteral("01OURS")}.enveloped());
        m_history->record(NotificationJson {.channel = "RCS", .contactId = "c-1"}.flat());
        m_history->record(NotificationJson {.channel = "MMS", .contactId = "c-2"}.flat());
        const auto rows = *m_history->reader().rowsAbout(QStringLiteral("project-1"), QStringLiteral("c-1"), {}, 10);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().address.channel.value, Channel::Rcs); // newest first
        QCOMPARE(m_history->reader().rowsAbout(QStringLiteral("project-1"), QStringLiteral("c-1"), {}, 1)->size(), 1);
    }

    void theRowsAboutAnAddressAreThoseOfOneProject()
    {
        m_history->record(NotificationJson {}.flat(), "n1", QStringLiteral("live"));
        m_history->record(NotificationJson {}.flat(), "n2", QStringLiteral("sandbox"));
        m_history->record(NotificationJson {}.flat(), "n3");
        const auto about = [this](const char *project) {
            return m_history->reader()
                .rowsAbout(QLatin1String(project), {}, HistoryFixture::address("SMS", "46701234567"), 10)
                ->size();
        };
        QCOMPARE(about("live"), 2); // and the one that names none
        QCOMPARE(about("sandbox"), 2);
        QCOMPARE(about("another"), 1);
    }

    void theRowsAboutAnAddressIgnoreThePlusOfANumber()
    {
        m_history->record(NotificationJson {.identity = "+46701"}.flat());
        m_history->record(NotificationJson {.identity = "46701"}.flat());
        m_history->record(NotificationJson {.identity = "46702"}.flat());
        m_history->record(NotificationJson {.channel = "RCS", .identity = "46701"}.flat());
        m_history->record(NotificationJson {.channel = "TELEGRAM", .identity = "+x"}.flat());
        const auto about = [this](const char *channel, const char *identity) {
            return m_history->reader().rowsAbout({}, {}, HistoryFixture::address(channel, identity), 10)->size();
        };
        QCOMPARE(about("SMS", "46701"), 2);
        QCOMPARE(about("SMS", "+46701"), 2);
        QCOMPARE(about("TELEGRAM", "x"), 0);
        QCOMPARE(about("TELEGRAM", "+x"), 1);
        QCOMPARE(about("VIBERBM", "46701"), 0);
    }

    void theLookupsAboutAContactOrAnAddressAreFound()
    {
        const auto contact = *ContactId::parse(QStringLiteral("c-1"));
        const auto sms = HistoryFixture::address("SMS", "46701");
        m_history->ask(m_history->lookup("01FIRST", contact, {sms}));
        m_history->ask(m_history->lookup("01TYPED", QList<ChannelIdentity> {sms}, {sms}));
        m_history->ask(m_history->lookup("01OTHER", *ContactId::parse(QStringLiteral("c-2")), {}));
        const auto ids = [this](const QString &contactId, const ChannelIdentity &address, int limit = 10) {
            QStringList found;
            const auto lookups = *m_history->reader().lookupsAbout(contactId, address, limit);
            for (const Lookup &lookup : lookups)
                found.append(lookup.requestId.toString());
            return found;
        };
        QCOMPARE(ids(QStringLiteral("c-1"), {}), QStringList {QStringLiteral("01FIRST")});
        QCOMPARE(ids({}, HistoryFixture::address("SMS", "+46701")),
                 QStringList({QStringLiteral("01TYPED"), QStringLiteral("01FIRST")}));
        QCOMPARE(ids({}, sms, 1), QStringList {QStringLiteral("01TYPED")});
        QVERIFY(ids({}, HistoryFixture::address("RCS", "46701")).isEmpty());
        QVERIFY(ids(QStringLiteral("c-3"), {}).isEmpty());
    }

    void aLookupComesBackAsItWasAsked_data()
    {
        QTest::addColumn<bool>("isContact");
        QTest::newRow("of a contact") << true;
        QTest::newRow("of typed identities") << false;
    }
    void aLookupComesBackAsItWasAsked()
    {
        QFETCH(bool, isContact);
        const QList<ChannelIdentity> expected {HistoryFixture::address("SMS", "+46701"),
                                               HistoryFixture::address("PIGEON", "coo")};
        const Recipient recipient
            = isContact ? Recipient(*ContactId::parse(QStringLiteral("c-1"))) : Recipient(expected);
        Lookup asked = m_history->lookup("01OURS", recipient, expected);
        asked.wait = 45s;
        asked.requestTimeLimit = 1234ms;
        m_history->ask(asked);
        QCOMPARE(**m_history->reader().findLookup(asked.requestId), asked);

        asked.failure = LookupFailure {LookupFailure::Kind::Refused, 404, QStringLiteral("no such app"),
                                       QStringLiteral("App not found"), m_history->clock.now()};
        VERIFY_OK(settled(m_history->writer->markFailed(asked.requestId, *asked.failure)));
        QCOMPARE(**m_history->reader().findLookup(asked.requestId), asked);

        asked.registeredAt = m_history->clock.now() + 1s;
        asked.aliases = {*RequestId::parse(QStringLiteral("01THEIRS"))};
        VERIFY_OK(
            settled(m_history->writer->markRegistered(asked.requestId, *asked.registeredAt, asked.aliases.first())));
        QCOMPARE(**m_history->reader().findLookup(asked.requestId), asked);

        const auto row
            = *m_history
                   ->record(NotificationJson {.identity = "46701", .requestId = QStringLiteral("01OURS")}.enveloped())
                   .row;
        asked.answers = {{row.id, row.address, row.status, row.receivedAt}};
        QCOMPARE(*m_history->reader().recentLookups(10), QList {asked});
    }

    void recentLookupsAreTheNewestFirst()
    {
        for (const char *id : {"01A", "01B", "01C"}) {
            m_history->ask(m_history->smsLookup(id));
            m_history->clock.advance(1ms);
        }
        const auto recent = *m_history->reader().recentLookups(2);
        QCOMPARE(recent.size(), 2);
        QCOMPARE(recent.first().requestId.toString(), QStringLiteral("01C"));
        QCOMPARE(recent.last().requestId.toString(), QStringLiteral("01B"));
    }

    void readingGoesOnWhileAWriterWrites()
    {
        std::atomic<bool> isOver {false};
        std::atomic<int> reads {0};
        std::atomic<bool> isSound {true};
        const QString path = m_history->file.path();
        std::jthread reading([&] {
            const auto reader = HistoryReader::open(path);
            qsizetype before = 0;
            while (!isOver && isSound) {
                const auto rows = reader ? (*reader)->rowsAfter(0, 10'000)
                                         : Result<QList<NotificationRow>>(failure(reader.error()));
                isSound = rows && rows->size() >= before
                    && rows->size() % 10 == 0; // whole batches, never fewer than before
                before = rows ? rows->size() : 0;
                ++reads;
            }
        });
        for (int batch = 0; batch < 30 || (reads < 10 && batch < 1000); ++batch)
            recordMany(10, batch * 10);
        isOver = true;
        reading.join();
        QVERIFY(isSound);
        QVERIFY(reads >= 10);
    }

    void aDamagedPageIsAnErrorAndNotAShorterHistory()
    {
        recordMany(400);
        m_history->writer.reset();
        m_history->file.value("PRAGMA wal_checkpoint(TRUNCATE)");
        QFile file(m_history->file.path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 pageBytes = 8192;
        const qint64 root
            = m_history->file.value("SELECT rootpage FROM sqlite_master WHERE name='notification'").toLongLong();
        QVERIFY(m_history->rows().size() == 400);
        file.seek((root - 1) * pageBytes);
        QByteArray page = file.read(pageBytes);
        const qint64 lastLeaf = qFromBigEndian<quint32>(page.constData() + 8); // the right-most child of an inner page
        file.seek((lastLeaf - 1) * pageBytes);
        file.write(QByteArray(pageBytes, '\xff'));
        file.close();
        const auto reader = HistoryReader::open(m_history->file.path());
        COMPARE_ERROR((*reader)->rowsAfter(0, 10'000), Error::Kind::Storage);
    }

private:
    void recordMany(int count, int from = 0)
    {
        QList<QFuture<Result<Recorded>>> orders;
        for (int i = from; i < from + count; ++i)
            orders += m_history->order(NotificationJson {.requestId = QStringLiteral("01R%1").arg(i)}.enveloped(),
                                       m_history->freshNonce());
        VERIFY_OK(settled(orders.last()));
    }

    std::unique_ptr<HistoryFixture> m_history;
};

QTEST_GUILESS_MAIN(TestHistoryReader)
#include "tst_history_reader.moc"
