// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/guarded_server.h"

namespace console {

/// A server on a free port that keeps what it is asked, and answers with an echo: at once, or when the test says so.
class RecordingServer
{
public:
    enum class Answers { AtOnce, WhenTold };

    explicit RecordingServer(ServerLimits limits = {}, Answers answers = Answers::AtOnce,
                             const std::optional<TlsIdentity> &tls = {})
        : server(limits, [this, answers](const HttpRequest &request, ReplyToken token) {
            requests.append(request);
            tokens.append(token);
            if (answers == Answers::AtOnce)
                server.reply(token, {.body = request.method + ' ' + request.path.toUtf8() + ' ' + request.body});
        })
    {
        if (tls)
            server.setTls(*tls);
        const auto address = server.listen({});
        port = address ? address->port : 0;
    }

    QList<HttpRequest> requests;
    QList<ReplyToken> tokens;
    GuardedServer server;
    quint16 port = 0;
};

} // namespace console
