// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"
#include "domain/capability_query.h"
#include "domain/capability_status.h"

#include <QList>

namespace console {

/// How the POST of a lookup ended when it did not end with 200.
struct LookupFailure
{
    enum class Kind {
        Refused,        ///< an HTTP answer other than 200
        NotSent,        ///< no access token: nothing was asked
        OutcomeUnknown, ///< no HTTP answer: perhaps asked, perhaps not
    };
    Kind kind;
    std::optional<int> httpStatus;
    QString detail;      ///< English, technical
    QString vendorWords; ///< the vendor's own words; empty when there were none
    Timestamp at;

    friend bool operator==(const LookupFailure &, const LookupFailure &) = default;
};

/// One stored answer of a lookup.
struct LookupAnswer
{
    qint64 notificationId;
    ChannelIdentity address;
    CapabilityStatus status;
    Timestamp receivedAt;

    friend bool operator==(const LookupAnswer &, const LookupAnswer &) = default;
};

/// Query, registration and answers together: the stored facts. The state is computed from them (lookup_state.h).
struct Lookup
{
    RequestId requestId;
    std::optional<ProjectId> projectId;
    AppId appId;
    Recipient recipient;
    QString displayName;             ///< the contact's name when it was asked; empty for typed identities
    QList<ChannelIdentity> expected; ///< every address that an answer can be about
    Timestamp askedAt;
    std::chrono::milliseconds wait {30'000};             ///< from the registration
    std::chrono::milliseconds requestTimeLimit {10'000}; ///< of the POST
    std::optional<Timestamp> registeredAt = {};
    QList<RequestId> aliases = {}; ///< other request ids that the vendor gave this lookup
    std::optional<LookupFailure> failure = {};
    QList<LookupAnswer> answers = {}; ///< in order of arrival

    friend bool operator==(const Lookup &, const Lookup &) = default;
};

/// Channels of a contact that an answer can be about: its identities, limited to channels that the app has.
/// An app whose channels are not known (empty list) limits nothing.
QList<ChannelIdentity> expectedAnswers(const QList<ChannelIdentity> &contactIdentities,
                                       const QList<ChannelName> &appChannels);

} // namespace console
