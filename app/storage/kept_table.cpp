// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/kept_table.h"

namespace console {

KeptTable::KeptTable(const QSqlDatabase &database, Dictionary &dictionary)
    : m_dictionary(dictionary)
    , m_insertOther(
          database,
          "INSERT INTO other_event(received_at, project, kind, repeats, headers, body) VALUES (?, ?, ?, 0, ?, ?)")
    , m_insertUnreadable(
          database,
          "INSERT INTO unreadable(received_at, project, why, repeats, headers, body) VALUES (?, ?, ?, 0, ?, ?)")
    , m_repeatOther(database, "UPDATE other_event SET repeats=repeats+1 WHERE id=?")
    , m_repeatUnreadable(database, "UPDATE unreadable SET repeats=repeats+1 WHERE id=?")
    , m_insertRejected(database,
                       "INSERT INTO quarantine(received_at, project, path, cause, detail, headers, body) VALUES (?, ?, "
                       "?, ?, ?, ?, ?)")
    , m_capRejected(database, "DELETE FROM quarantine WHERE id<=(SELECT max(id) FROM quarantine)-1000")
    , m_countRejected(database,
                      "INSERT INTO rejected_count(cause, count) VALUES (?, ?) "
                      "ON CONFLICT(cause) DO UPDATE SET count=count+excluded.count")
    , m_insertGap(database,
                  "INSERT INTO gap(kind, began_at, ended_at, after_id) VALUES (?, ?, ?, "
                  "coalesce((SELECT id FROM notification WHERE received_at<? ORDER BY id DESC LIMIT 1), 0))")
{ }

qint64 KeptTable::insertOtherEvent(const VerifiedBody &body, const QString &kind)
{
    return m_insertOther
        .run({toMilliseconds(body.receivedAt()), m_dictionary.term(TermKind::Project, body.projectId()),
              m_dictionary.term(TermKind::EventKind, kind), bytesOrEmpty(encodeHeaders(body.headers())),
              bytesOrEmpty(body.bytes())})
        .lastInsertId();
}

qint64 KeptTable::insertUnreadable(const VerifiedBody &body, const QString &why)
{
    return m_insertUnreadable
        .run({toMilliseconds(body.receivedAt()), m_dictionary.term(TermKind::Project, body.projectId()),
              textOrEmpty(why), bytesOrEmpty(encodeHeaders(body.headers())), bytesOrEmpty(body.bytes())})
        .lastInsertId();
}

void KeptTable::countOtherRepeat(qint64 id)
{
    m_repeatOther.run({id});
}

void KeptTable::countUnreadableRepeat(qint64 id)
{
    m_repeatUnreadable.run({id});
}

void KeptTable::insertRejected(const RejectedCallback &rejected)
{
    m_insertRejected.run({toMilliseconds(rejected.receivedAt), textOrEmpty(rejected.projectId),
                          textOrEmpty(rejected.path), int(rejected.cause), textOrEmpty(rejected.detail),
                          bytesOrEmpty(rejected.headers), bytesOrEmpty(rejected.body)});
    m_capRejected.run();
}

/// It is told up to a second after it ended: what came since is later than its middle, what came before is earlier. A
/// clock that was set back runs through the same times again, so there the newest one counts.
void KeptTable::insertGap(const ReceiverGap &gap)
{
    const qint64 from = toMilliseconds(gap.from);
    const qint64 to = toMilliseconds(gap.to);
    const qint64 until = gap.kind == ReceiverGap::Kind::ClockBackward ? INT64_MAX : from + (to - from) / 2;
    m_insertGap.run({int(gap.kind), from, to, until});
}

void KeptTable::countRejected(RejectionCause cause, int count)
{
    m_countRejected.run({int(cause), count});
}

} // namespace console
