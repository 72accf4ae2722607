// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "core/tls_files.h"
#include "domain/callback_client.h"
#include "domain/receiver_state.h"

#include <QFuture>
#include <QUrl>

#include <functional>

namespace console {

/// One path that the receiver is asked to serve, in the words of those who ask.
struct RouteRequest
{
    ListenAddress address;
    bool mayMove = false; ///< when the port is taken, any free one will do
    QString path;
    QString publicHost; ///< by which the vendor reaches the path; only unsigned callbacks are judged by it
    QString projectId;
    QList<Secret> secrets; ///< the current one, then the previous one
    bool allowsUnsigned = false;
    std::chrono::seconds window {300};
    QList<CallbackClient> clients = {}; ///< who may get a token beside the path
    bool needsToken = false;            ///< callbacks without one are refused
    TlsFiles tls = {};                  ///< the same for all routes of an address; empty: plain HTTP

    /// How the path is reached at the address that the receiver has.
    QUrl urlAt(const ListenAddress &actual) const
    {
        return QUrl((tls.isEmpty() ? QStringLiteral("http://") : QStringLiteral("https://")) + actual.toString()
                    + path);
    }
};

/// What the use cases need from the receiver; plugged in by the program.
struct ReceiverPort
{
    std::function<QFuture<ReceiverState>(const QList<RouteRequest> &)> setRoutes;
    std::function<void(qint64 bytes)> setBodyLimit;
    /// Whether a callback that holds these bytes was stored under other events, of late.
    std::function<QFuture<bool>(const QByteArray &bytes)> hasStored = {};
    /// Whether these files could be used. Errors: Config, in words for who named them.
    std::function<Result<TlsCertificate>(const TlsFiles &)> checkTls = {};
};

/// What the sandbox answers to an identity with these last digits ("50", "70-99").
struct SandboxEnding
{
    QString digits;
    QString answer;
};

/// How the sandbox in this process is reached: over HTTP, like the vendor.
struct SandboxAccess
{
    QUrl baseUrl;
    QUrl tokenUrl;
    QString projectId;
    QString keyId;
    Secret keySecret;
    QList<SandboxEnding> endings = {};
};

/// Starts the sandbox in this process; errors as of its server. Called once.
using SandboxPort = std::function<QFuture<Result<SandboxAccess>>()>;

} // namespace console
