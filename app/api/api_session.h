// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_settings.h"
#include "api/http_transport.h"
#include "api/token_provider.h"

#include <QUrlQuery>

namespace console {

/// One call below /v1/projects/{project_id}.
struct ApiCall
{
    QByteArray method;
    QString path; ///< below the project, percent-encoded where needed: "/apps"
    QUrlQuery query = {};
    QByteArray body = {};
};

/// Why a call that must not be repeated got no 200, and whether it may have been carried out.
struct UnrepeatedFailure
{
    Error error;
    bool wasSent; ///< false: no access token, nothing went out
};

/// Sends authenticated calls of one project. A 401 whose WWW-Authenticate says "expired" renews the token and repeats the
/// call once; any other 401 is final.
/// Thread: that of the network manager; futures finish there.
class ApiSession : public QObject
{
    Q_OBJECT

public:
    ApiSession(ApiSettings settings, QNetworkAccessManager &network, const Clock &clock);

    /// For idempotent calls: 429, 500, 503 and broken connections are tried again with back-off. 2xx gives the body.
    QFuture<Result<QByteArray>> send(const ApiCall &call);
    /// For calls that are not idempotent: sent exactly once, apart from the one repeat after an expired token, which the
    /// vendor refused unread.
    QFuture<Expected<QByteArray, UnrepeatedFailure>> sendOnce(const ApiCall &call);

    /// Whether the access key is good, as far as a token tells; with Basic there is nothing to ask.
    QFuture<Result<>> authenticate();

    const ApiSettings &settings() const { return m_settings; }

private:
    enum class Repeat { Never, WhenExpired };
    QFuture<Expected<HttpAnswer, UnrepeatedFailure>> exchange(const ApiCall &call, Repeat repeat, bool mustNotRepeat);
    QFuture<Expected<HttpAnswer, UnrepeatedFailure>> exchangeWith(const Secret &token, const ApiCall &call,
                                                                  Repeat repeat, bool mustNotRepeat);
    void attempt(const ApiCall &call, int number, const std::shared_ptr<QPromise<Result<QByteArray>>> &promise);
    HttpCall makeCall(const ApiCall &call, const Secret &token) const;

    ApiSettings m_settings;
    QNetworkAccessManager &m_network;
    TokenProvider m_tokens;
};

} // namespace console
