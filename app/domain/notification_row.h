// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"
#include "domain/annotation.h"
#include "domain/capability_status.h"
#include "domain/channel_identity.h"
#include "domain/reason.h"
#include "domain/verified_body.h"

#include <QStringList>

namespace console {

/// How a notification found its lookup.
enum class JoinKind { None, ByRequestId, ByRecipient };

/// What an arriving notification was.
enum class Outcome { New, Retry, Conflict };

/// One stored notification: a row of the table, of `history` and of every export. Empty texts are absent members.
struct NotificationRow
{
    qint64 id = 0; ///< ascending in order of arrival, never used again
    Timestamp receivedAt;
    QString acceptedTime; ///< the vendor's own, as sent
    QString requestId;    ///< of our lookup when joined, else as sent
    QString projectId;
    QString appId;
    QString contactId;
    QString contactName; ///< as known when the lookup was asked
    ChannelIdentity address;
    CapabilityStatus status;
    QStringList channelCapabilities;
    Reason reason;
    SignatureState signature = SignatureState::Valid;
    JoinKind join = JoinKind::None;
    Outcome outcome = Outcome::New;
    int retries = 0;
    std::optional<std::chrono::milliseconds> latency; ///< from our POST to the receipt
    bool isSignedWithPrevious = false;                ///< with the secret that was being replaced then
    bool repeatsMembers = false;                      ///< its body named a member twice; the last one was taken
    Annotation annotation;

    friend bool operator==(const NotificationRow &, const NotificationRow &) = default;
};

QString joinName(JoinKind join);             ///< request_id, recipient, none
QString outcomeName(Outcome outcome);        ///< new, retry, conflict
QString signatureName(SignatureState state); ///< valid, unsigned

} // namespace console
