// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run_on.h"
#include "history/person_eraser.h"
#include "storage/history_store.h"
#include "stored_count.h"
#include "story_history.h"
#include "support/result_macros.h"

#include <QFile>
#include <QTest>
#include <QThread>

using namespace console;

namespace {

constexpr char kNumber[] = "46731112233";
constexpr char kUser[] = "Uanna7731112233";
constexpr char kContact[] = "01ANNACONTACTOFTHISTEST000";

/// The test's own search, apart from the one that is tested.
QStringList found(const QString &path, const QByteArray &text)
{
    QByteArray wide;
    for (const char character : text)
        wide += QByteArray(1, character) + '\0';
    QByteArray percent;
    for (const char character : text)
        percent += '%' + QByteArray(1, character).toHex();
    QList<std::pair<QString, QByteArray>> spellings {{QStringLiteral("text"), text},
                                                     {QStringLiteral("UTF-16"), wide},
                                                     {QStringLiteral("percent"), percent},
                                                     {QStringLiteral("hex"), text.toHex()}};
    for (const char *before : {"", "1", "12"}) {
        const QByteArray coded = (before + text).toBase64(QByteArray::OmitTrailingEquals);
        const qsizetype whole
            = (qsizetype(strlen(before)) + text.size()) * 8 / 6; // the last one depends on what follows
        spellings.append({QStringLiteral("base64"), coded.mid(4, whole - 4)});
    }
    QStringList places;
    for (const QString &name : {path, path + QStringLiteral("-wal")}) {
        QFile file(name);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        for (const auto &[kind, spelling] : spellings) {
            if (bytes.contains(spelling))
                places.append(kind + QStringLiteral(" in ") + name);
        }
    }
    return places;
}

} // namespace

class TestPersonEraser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_history = std::make_unique<StoryHistory>(60); }
    void cleanup()
    {
        m_worker.quit();
        m_worker.wait();
        m_history.reset();
    }

    void everyTraceOfAPersonIsGone()
    {
        tellAboutAnna();
        const QString path = m_history->file.path();
        QVERIFY(found(path, kNumber).size() >= 4); // it must be there to go
        QVERIFY(!found(path, kContact).isEmpty());
        const qint64 others = countWhere(m_history->file, "1") - 4;
        const auto report = erase({{QLatin1String("+46731112233")}, {}});
        VERIFY_OK(report);
        QVERIFY(report->isProven());
        for (const char *text : {kNumber, kUser, kContact, "Anna Annasdotter"})
            QCOMPARE(found(path, text), QStringList());
        QCOMPARE(countWhere(m_history->file, "1"), others);
        QCOMPARE(report->rows, 4);
        QCOMPARE(report->lookups, 2);
        QCOMPARE(report->callbacks, 3);
    }

    void othersAndTheirNotesStay()
    {
        tellAboutAnna();
        const qint64 other
            = m_history->record(NotificationJson {.identity = "467311122334"}.enveloped()).row->id; // longer
        settled(m_history->writer->annotate(
            {other}, {.addedTags = {QStringLiteral("case-1")}, .note = QStringLiteral("asked for 46731112233 first")}));
        const auto report = erase({{QLatin1String(kNumber)}, {}});
        VERIFY_OK(report);
        const auto rows = m_history->rows();
        const auto kept = std::find_if(rows.begin(), rows.end(), [&](const auto &row) { return row.id == other; });
        QVERIFY(kept != rows.end());
        QCOMPARE(kept->address.identity, QStringLiteral("467311122334"));
        QCOMPARE(kept->annotation.note, QStringLiteral("asked for … first"));
        QCOMPARE(kept->annotation.tags, QStringList {QStringLiteral("case-1")});
        QVERIFY(report->isProven());
        QVERIFY(report->remains.inside > 0);
    }

    void theViewAndTheWriterForgetToo()
    {
        tellAboutAnna();
        VERIFY_OK(erase({{}, {QLatin1String(kContact)}}));
        QVERIFY(m_history->batches.last().hasRemovedTexts);
        const auto again = m_history->record(NotificationJson {.identity = kNumber, .contactId = kContact}.enveloped());
        QVERIFY(again.row->contactName.isEmpty());
        QCOMPARE(m_history->rows().last().contactId, QLatin1String(kContact));
    }

    void somebodyUnknownLeavesEverythingAsItIs()
    {
        const qint64 before = countWhere(m_history->file, "1");
        const auto report = erase({{QStringLiteral("99999999999")}, {}});
        VERIFY_OK(report);
        QCOMPARE(report->rows, 0);
        QVERIFY(report->isProven());
        QVERIFY(!report->wasRewritten);
        QCOMPARE(countWhere(m_history->file, "1"), before);
    }

    void whatWasDeletedBeforeTheFileWasCleanedIsFoundAndRewritten()
    {
        m_history->record(NotificationJson {.identity = kNumber}.enveloped());
        {
            const auto database = m_history->file.opened(); // as a program did that does not overwrite what it deletes
            QSqlQuery query(database->connection());
            QVERIFY(query.exec(QStringLiteral("PRAGMA secure_delete=OFF")));
            QVERIFY(query.exec(QStringLiteral("DELETE FROM raw WHERE id=(SELECT max(id) FROM raw)")));
            QVERIFY(query.exec(QStringLiteral("DELETE FROM notification WHERE id=(SELECT max(id) FROM notification)")));
            QVERIFY(query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
        }
        QVERIFY(!found(m_history->file.path(), kNumber).isEmpty());
        const auto report = erase({{QLatin1String(kNumber)}, {}});
        VERIFY_OK(report);
        QVERIFY(report->wasRewritten);
        QVERIFY(report->isProven());
        QCOMPARE(found(m_history->file.path(), kNumber), QStringList());
    }

private:
    /// Rows by contact and by number, lookups, notes, a failure, and callbacks that were put aside, in many spellings.
    void tellAboutAnna()
    {
        const auto now = m_history->clock.now();
        const QByteArray number(kNumber);
        Lookup byContact = m_history->lookup(
            "01ANNA1", *ContactId::parse(QLatin1String(kContact)),
            {HistoryFixture::address("SMS", "+46731112233"), HistoryFixture::address("LINE", kUser)});
        byContact.displayName = QStringLiteral("Anna Annasdotter");
        m_history->ask(byContact);
        m_history->ask(m_history->smsLookup("01ANNA2", kNumber));
        settled(m_history->writer->markFailed(
            *RequestId::parse(QStringLiteral("01ANNA2")),
            {LookupFailure::Kind::Refused, 404, QStringLiteral("nobody has 46731112233"), QString(), now}));
        m_history->record(
            NotificationJson {.identity = kNumber, .requestId = QStringLiteral("01ANNA1"), .contactId = kContact}
                .enveloped());
        m_history->record(NotificationJson {
            .channel = "LINE", .identity = kUser, .requestId = QStringLiteral("01ANNA1"), .contactId = kContact}
                              .enveloped());
        const qint64 noted
            = m_history
                  ->record(NotificationJson {
                      .channel = "RCS",
                      .identity = kNumber,
                      .more
                      = ",\"reason\":{\"code\":\"RECIPIENT_NOT_REACHABLE\",\"description\":\"46731112233 is off\"}"}
                               .enveloped())
                  .row->id;
        settled(m_history->writer->annotate(
            {noted}, {.addedTags = {QLatin1String(kNumber)}, .note = QStringLiteral("Anna's phone")}));
        // Somebody else's answer whose body speaks of her, coded.
        const QByteArray hidden = ",\"echo\":\"" + ("to=" + number).toBase64() + "\"";
        m_history->record(NotificationJson {.identity = "46705550001", .more = hidden.constData()}.enveloped());
        settled(m_history->writer->keepOtherEvent(
            verifiedBody("{\"to\":\"%34%36%37%33%31%31%31%32%32%33%33\"}", "o1", now), QStringLiteral("x")));
        settled(m_history->writer->keepUnreadable(verifiedBody("[\"" + number + "\"]", "u1", now),
                                                  QStringLiteral("a list")));
        QByteArray wide;
        for (const char digit : number)
            wide += QByteArray(1, digit) + '\0';
        RejectedCallback rejected;
        rejected.receivedAt = now;
        rejected.path = QStringLiteral("/callbacks");
        rejected.body = wide;
        settled(m_history->writer->keepRejected(rejected));
    }

    /// In a thread of its own, while this one is the writer's.
    Result<ErasureReport> erase(const ErasedPerson &person)
    {
        QObject context;
        context.moveToThread(&m_worker);
        m_worker.start();
        const auto report = settled(runOn(
            &context, [this, person] { return erasePerson(m_history->file.path(), *m_history->writer, person); }));
        m_worker.quit();
        m_worker.wait();
        return report;
    }

    std::unique_ptr<StoryHistory> m_history;
    QThread m_worker;
};

QTEST_GUILESS_MAIN(TestPersonEraser)
#include "tst_person_eraser.moc"
