// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_session.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/log_capture.h"
#include "support/result_macros.h"
#include "support/scripted_server.h"

namespace console {

inline const char kKeySecret[] = "the-key-secret";

/// A server that gives the tokens token-1, token-2, … and answers everything else as the test says, and a session with it.
class ApiFixture
{
public:
    explicit ApiFixture(ScriptedServer::Answer answer, std::function<void(ApiSettings &)> change = {})
        : server([this, answer](const SeenRequest &request) {
            return request.target == "/oauth2/token" ? tokenAnswer(request) : answer(request);
        })
    {
        ApiSettings settings {server.url(), server.url(QStringLiteral("/oauth2/token")),
                              *ProjectId::parse(QStringLiteral("P1")), QStringLiteral("the-key-id"),
                              Secret(QLatin1String(kKeySecret))};
        settings.backOffBase = std::chrono::milliseconds(0);
        settings.timeLimit = std::chrono::seconds(5);
        if (change)
            change(settings);
        session = std::make_unique<ApiSession>(settings, network, clock);
    }

    int tokens() const { return server.count("POST", "/oauth2/token"); }
    QByteArray authorization(int request) const
    {
        return headerValue(server.requests.at(request).headers, "Authorization");
    }
    /// The n-th request that was not about a token.
    SeenRequest apiRequest(int n) const
    {
        QList<SeenRequest> others;
        std::copy_if(server.requests.begin(), server.requests.end(), std::back_inserter(others),
                     [](const SeenRequest &one) { return one.target != "/oauth2/token"; });
        return others.value(n);
    }
    int apiRequests() const { return int(server.requests.size()) - tokens(); }

    FakeClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    std::unique_ptr<ApiSession> session;
    std::optional<ScriptedAnswer> tokenTrouble; ///< answered instead of a token
    LogCapture log;

private:
    ScriptedAnswer tokenAnswer(const SeenRequest &)
    {
        if (tokenTrouble)
            return *tokenTrouble;
        return {200,
                R"({"access_token":"token-)" + QByteArray::number(tokens())
                    + R"(","expires_in":3600,"token_type":"bearer"})"};
    }
};

inline ScriptedAnswer expired()
{
    return {401,
            R"({"error":{"code":401,"message":"no","status":"UNAUTHENTICATED"}})",
            {{"WWW-Authenticate", "Bearer error=\"expired\""}}};
}

} // namespace console
