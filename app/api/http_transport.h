// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"
#include "core/result.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

namespace console {

/// What came back from the other side, whatever its status.
struct HttpAnswer
{
    int status = 0;
    HeaderList headers;
    QByteArray body;
};

struct HttpCall
{
    QByteArray method;
    QUrl url;
    HeaderList headers = {};
    QByteArray body = {};
    QByteArray contentType = {};
    std::chrono::milliseconds timeLimit {10'000};
    /// The body goes out as a stream that cannot be rewound: QNetworkAccessManager then cannot silently send it again
    /// when a connection closes unanswered (Qt 6.4 does that with a byte array). For calls that are not idempotent.
    bool mustNotRepeat = false;
    /// SHA-256 of a certificate that is believed without an authority and for any name: our own receiver's.
    QByteArray ownCertificate = {};
    QByteArrayList secrets = {}; ///< of the body; taken out of an error that quotes it, as the credential is
};

/// One HTTP exchange, no more: no retry, no redirect, no cookie, HTTP/1.1, the system's proxy.
/// The future finishes in the manager's thread with an HttpAnswer, or with Timeout or Network when none came.
/// A body over 8 MiB is cut off: Malformed. Where an error quotes our credential, it is taken out of the body.
QFuture<Result<HttpAnswer>> sendHttp(QNetworkAccessManager &network, const HttpCall &call);

} // namespace console
