// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/notification_table.h"

#include "storage/row_reader.h"

namespace console {

NotificationTable::NotificationTable(const QSqlDatabase &database, Dictionary &dictionary, LookupTable &lookups)
    : m_dictionary(dictionary)
    , m_lookups(lookups)
    , m_insert(
          database,
          "INSERT INTO notification(received_at, accepted_time, project, app, contact, channel, identity, status, "
          "features, reason, sub_code, channel_code, description, request, signature, join_kind, outcome, retries, "
          "latency_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    , m_insertRaw(database, "INSERT INTO raw(id, body, headers, digest) VALUES (?, ?, ?, ?)")
    , m_sameKey(database,
                "SELECT n.id, n.identity, w.digest FROM notification n JOIN raw w ON w.id=n.id "
                "WHERE n.request=? AND n.channel IS ? AND w.digest<>x''")
    , m_unmarked(database, "SELECT id, identity FROM notification WHERE request=? AND channel IS ? AND outcome=0")
    , m_markConflict(database, "UPDATE notification SET outcome=2 WHERE id=?")
    , m_countRepeat(database, "UPDATE notification SET retries=retries+1 WHERE id=?")
    , m_load(database, CONSOLE_ROW_COLUMNS "WHERE n.id=?")
{ }

NotificationTable::Join NotificationTable::join(const VerifiedBody &body, const CapabilityNotification &notification)
{
    Join join;
    if (notification.requestId) {
        const auto request = m_dictionary.keepRequest(notification.requestId->toString());
        join.request = request.id;
        join.isFirst = request.isNew;
        if (!join.isFirst)
            join.target = m_lookups.findByRequest(request.id);
        if (join.target)
            join.kind = JoinKind::ByRequestId;
    } else {
        join.target = m_lookups.findByRecipient(notification, body.projectId(), body.receivedAt());
        if (join.target)
            join.kind = JoinKind::ByRecipient;
    }
    if (join.target)
        join.request = join.target->request;
    return join;
}

std::optional<qint64> NotificationTable::findSame(const Join &join, const CapabilityNotification &notification,
                                                  bool &isConflict)
{
    if (!join.request || join.isFirst)
        return std::nullopt; // without a request its key is its nonce, which was new
    std::optional<qint64> same;
    m_sameKey.run({*join.request, m_dictionary.term(TermKind::Channel, notification.channel.raw)});
    while (!same && m_sameKey.next()) {
        const ChannelIdentity stored {notification.channel, m_sameKey.text(1)};
        if (!stored.isSameAddress(notification.address()))
            continue;
        if (m_sameKey.bytes(2) == notification.digest)
            same = m_sameKey.number(0);
        else
            isConflict = true;
    }
    m_sameKey.finish();
    return same;
}

/// Of all that answer the same question, two differ by now: none agrees with all others.
QList<NotificationRow> NotificationTable::markContradicted(const Join &join, const ChannelIdentity &address)
{
    QList<qint64> unmarked;
    m_unmarked.run({*join.request, m_dictionary.term(TermKind::Channel, address.channel.raw)});
    while (m_unmarked.next()) {
        if (ChannelIdentity {address.channel, m_unmarked.text(1)}.isSameAddress(address))
            unmarked.append(m_unmarked.number(0));
    }
    m_unmarked.finish();
    QList<NotificationRow> contradicted;
    for (const qint64 id : std::as_const(unmarked)) {
        m_markConflict.run({id});
        contradicted.append(load(id));
    }
    return contradicted;
}

NotificationRow NotificationTable::makeRow(const VerifiedBody &body, const CapabilityNotification &notification,
                                           const Join &join)
{
    NotificationRow row;
    row.receivedAt = body.receivedAt();
    row.acceptedTime = notification.acceptedTime;
    row.projectId = notification.projectId ? notification.projectId->toString() : body.projectId();
    row.appId = textOf(notification.appId);
    row.contactId = textOf(notification.contactId);
    row.contactName = m_dictionary.contactName(row.contactId);
    row.requestId = textOf(notification.requestId);
    row.address = notification.address();
    row.status = notification.status;
    row.channelCapabilities = notification.channelCapabilities;
    row.reason = notification.reason;
    row.signature = body.signature();
    row.isSignedWithPrevious = body.isSignedWithPrevious();
    row.repeatsMembers = notification.repeatsMembers;
    row.join = join.kind;
    if (join.target) {
        row.requestId = join.target->requestId;
        if (row.appId.isEmpty())
            row.appId = join.target->appId;
        if (row.projectId.isEmpty())
            row.projectId = join.target->projectId;
        if (!join.target->displayName.isEmpty())
            row.contactName = join.target->displayName;
        else if (row.contactName.isEmpty())
            row.contactName = join.target->contactName;
        row.latency = body.receivedAt() - join.target->askedAt;
    }
    return row;
}

qint64 NotificationTable::insert(const NotificationRow &row, const Join &join)
{
    const auto term = [this](TermKind kind, const QString &text) { return m_dictionary.term(kind, text); };
    return m_insert
        .run({toMilliseconds(row.receivedAt), nullIfEmpty(row.acceptedTime), term(TermKind::Project, row.projectId),
              term(TermKind::App, row.appId), m_dictionary.contact(row.contactId),
              term(TermKind::Channel, row.address.channel.raw), nullIfEmpty(row.address.identity),
              term(TermKind::Status, row.status.raw), term(TermKind::Features, joinFeatures(row.channelCapabilities)),
              term(TermKind::Reason, row.reason.code.raw), term(TermKind::SubCode, row.reason.subCode.raw),
              term(TermKind::ChannelCode, row.reason.channelCode), term(TermKind::Description, row.reason.description),
              join.request ? QVariant(*join.request) : QVariant(), storedSignature(row), int(row.join),
              int(row.outcome), row.retries, row.latency ? QVariant(qint64(row.latency->count())) : QVariant()})
        .lastInsertId();
}

NotificationTable::Stored NotificationTable::importRow(const ImportedRow &imported)
{
    NotificationRow row = imported.row;
    Join join;
    if (!row.requestId.isEmpty()) {
        join.request = m_dictionary.request(row.requestId);
        join.target = m_lookups.findByRequest(*join.request);
        if (join.target) {
            join.request = join.target->request;
            row.requestId = join.target->requestId;
            row.join = row.join == JoinKind::None ? JoinKind::ByRequestId : row.join;
        }
    }
    row.contactName = m_dictionary.contactName(row.contactId);
    Stored stored;
    if (row.outcome == Outcome::Conflict && join.request)
        stored.contradicted = markContradicted(join, row.address);
    row.id = insert(row, join);
    if (imported.raw)
        m_insertRaw.run(
            {row.id, bytesOrEmpty(imported.raw->body), bytesOrEmpty(imported.raw->headers), bytesOrEmpty({})});
    stored.row = row;
    return stored;
}

NotificationTable::Stored NotificationTable::record(const VerifiedBody &body,
                                                    const CapabilityNotification &notification)
{
    const Join joined = join(body, notification);
    bool isConflict = false;
    if (const auto same = findSame(joined, notification, isConflict))
        return {countRepeat(*same), {}};
    NotificationRow row = makeRow(body, notification, joined);
    row.outcome = isConflict ? Outcome::Conflict : Outcome::New;
    const auto contradicted = isConflict ? markContradicted(joined, row.address) : QList<NotificationRow>();
    row.id = insert(row, joined);
    m_insertRaw.run(
        {row.id, bytesOrEmpty(body.bytes()), bytesOrEmpty(encodeHeaders(body.headers())), notification.digest});
    return {std::move(row), contradicted};
}

NotificationRow NotificationTable::countRepeat(qint64 id)
{
    m_countRepeat.run({id});
    return load(id);
}

NotificationRow NotificationTable::load(qint64 id)
{
    NotificationRow row;
    if (m_load.run({id}).next())
        row = readRow(m_load);
    m_load.finish();
    return row;
}

} // namespace console
