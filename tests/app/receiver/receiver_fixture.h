// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run_on.h"
#include "receiver/callback_server.h"
#include "support/fake_clock.h"
#include "support/raw_http_client.h"
#include "support/settled.h"
#include "support/verified_callback.h"

namespace console {

/// The header lines of a request.
inline QByteArray linesOf(const HeaderList &headers)
{
    return encodeHeaders(headers);
}

/// A receiver on a free port whose store is the test.
class ReceiverFixture
{
public:
    explicit ReceiverFixture(ServerLimits limits = {})
        : server(
            clock, [this](const VerifiedBody &body, CallbackAnswer answer) { store(body, std::move(answer)); },
            {[this](const RejectedCallback &rejected) { quarantined.append(rejected); },
             [this](RejectionCause cause, int count) { counted[cause] += count; }},
            limits)
    {
        route.policy.secrets = {Secret(kTestSecret)};
        route.projectId = QStringLiteral("project-1");
        setRoutes({route});
    }

    void setRoutes(const QList<CallbackRoute> &routes)
    {
        const auto state = server.setRoutes(routes);
        port = state.listeners.isEmpty() ? 0 : state.listeners.first().actual.port;
    }

    static QByteArray post(const QByteArray &path, const QByteArray &body, const HeaderList &headers)
    {
        return RawHttpClient::request("POST", path, body,
                                      linesOf(headers) + (body.isEmpty() ? "Content-Length: 0\r\n" : ""));
    }
    QByteArray honest(const QByteArray &body, const QByteArray &path = "/callbacks",
                      const QString &secret = kTestSecret)
    {
        return post(path, body, signatureHeaders(body, "nonce-" + QByteArray::number(++m_nonces), clock.now(), secret));
    }
    QByteArray dishonest(const QByteArray &body) { return honest(body, "/callbacks", QStringLiteral("a guess")); }

    /// Sends one request on a connection of its own.
    RawReply exchange(const QByteArray &request) const
    {
        RawHttpClient client(port);
        client.send(request);
        return client.next().value_or(RawReply {});
    }

    FakeClock clock;
    bool isHeld = false; ///< the store answers when settle() is called
    CallbackDisposition disposition = CallbackDisposition::Stored;
    QList<VerifiedBody> stored;
    QList<RejectedCallback> quarantined;
    std::map<RejectionCause, int> counted;
    CallbackRoute route;
    CallbackServer server;
    quint16 port = 0;

    /// Lets the store answer all that waits, the newest first.
    void settle()
    {
        isHeld = false;
        while (!m_held.empty()) {
            const auto answer = m_held.back();
            m_held.pop_back();
            answer(disposition);
        }
    }

private:
    void store(const VerifiedBody &body, CallbackAnswer answer)
    {
        stored.append(body);
        if (isHeld)
            m_held.push_back(std::move(answer));
        else
            answer(disposition);
    }

    std::vector<CallbackAnswer> m_held;
    int m_nonces = 0;
};

} // namespace console
