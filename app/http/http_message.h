// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"

#include <QByteArray>
#include <QString>
#include <QUrlQuery>

namespace console {

/// One complete request, as it was received. The body is byte for byte what came (chunks joined).
struct HttpRequest
{
    QByteArray method; ///< upper case: GET, POST …
    QString path;      ///< percent-decoded path of the request target, without the query
    QUrlQuery query;
    HeaderList headers; ///< in order
    QByteArray body;
    QString peerAddress;
};

struct HttpReply
{
    int status = 200;
    QByteArray body = {};
    QByteArray contentType = QByteArrayLiteral("application/json");
    HeaderList headers = {}; ///< further fields; Content-Length, Content-Type, Date and Connection are the server's
};

/// Names one request that waits for its reply. A reply to a client that is gone finds nobody, which is no error.
struct ReplyToken
{
    quint64 connection = 0;
    quint64 sequence = 0;

    friend bool operator==(const ReplyToken &, const ReplyToken &) = default;
};

} // namespace console
