// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_notification.h"
#include "domain/lookup.h"
#include "storage/dictionary.h"

namespace console {

/// A lookup as the receiver needs it to join an answer.
struct JoinTarget
{
    qint64 request;
    QString requestId;
    Timestamp askedAt;
    QString projectId;
    QString appId;
    QString displayName; ///< as given when it was asked
    QString contactName; ///< of its contact, as known by now
};

/// Writes lookups and finds the one that an answer belongs to. Functions throw SqlFailure. Thread: the writer's.
class LookupTable
{
public:
    LookupTable(const QSqlDatabase &database, Dictionary &dictionary);

    void insert(const Lookup &lookup);
    /// \returns false when there is no such lookup.
    bool markRegistered(const RequestId &requestId, Timestamp at);
    bool markFailed(const RequestId &requestId, const LookupFailure &failure);
    /// Answers that carried the alias before it was known move to the lookup. \returns their notification ids.
    /// A request id that was asked here, or is an alias already, does not become one.
    QList<qint64> addAlias(const RequestId &requestId, const RequestId &alias);

    /// The lookup asked here under this request id, or under an alias of it.
    std::optional<JoinTarget> findByRequest(qint64 request);
    /// For an answer without request id: the newest lookup asked within 24 h with the same contact or identity and this
    /// channel whose answer is still missing; when all are answered, the newest answered one.
    std::optional<JoinTarget> findByRecipient(const CapabilityNotification &notification, const QString &projectId,
                                              Timestamp now);

private:
    JoinTarget readTarget(Statement &statement) const;
    bool hasAnswer(qint64 request, const ChannelIdentity &address);

    Dictionary &m_dictionary;
    Statement m_insert, m_insertExpected, m_register, m_fail, m_insertAlias, m_findAliased, m_moveAliased, m_find,
        m_candidates, m_answers;
};

} // namespace console
