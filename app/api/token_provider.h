// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_settings.h"
#include "core/clock.h"
#include "core/result.h"
#include "wire/token_codec.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

class QNetworkAccessManager;

namespace console {

/// The access token of one project: fetched when needed, kept until 60 s before it expires; one refresh is shared by
/// all who wait. 429, 5xx and broken connections are tried again up to three times, with full jitter and Retry-After.
/// Errors: Unauthorized (key refused), RateLimited, ServerFault, Rejected, Timeout, Network, Malformed.
/// Thread: that of the network manager. Source: contract 1.2.
class TokenProvider : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kRenewAhead {60};

    TokenProvider(ApiSettings settings, QNetworkAccessManager &network, const Clock &clock);

    QFuture<Result<Secret>> token();
    /// Forgets a token that was refused as expired, only if it is still the current one: a late 401 must not wipe a
    /// fresh token.
    void forget(const Secret &refused);

private:
    void refresh(int attempt);
    void finish(const Result<AccessToken> &result);

    ApiSettings m_settings;
    QNetworkAccessManager &m_network;
    const Clock &m_clock;
    Secret m_token;
    Timestamp m_renewAt;
    std::vector<std::shared_ptr<QPromise<Result<Secret>>>> m_waiting;
};

} // namespace console
