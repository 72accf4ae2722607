// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"
#include "http/server_limits.h"

#include <QByteArray>
#include <QByteArrayView>

#include <variant>

namespace console {

/// The request line and header section of one request that may be handed on: everything in it was checked.
struct RequestHead
{
    QByteArray method;
    QByteArray target; ///< starts with "/", "http://" or "https://", or is "*"
    HeaderList headers;
    qint64 headBytes = 0;     ///< with the empty line at its end, and empty lines before it
    qint64 contentLength = 0; ///< 0 when there is none, or when the body is chunked
    bool isChunked = false;
    bool isHttp10 = false;
    bool expectsContinue = false; ///< Expect: 100-continue
    bool keepsAlive = true;       ///< as version and Connection field ask
};

/// Why a request is refused: the status of the answer, what is counted, and an English sentence for the client.
struct Refusal
{
    int status = 400;
    RefusalCause cause = RefusalCause::MalformedRequest;
    QByteArray reason = {};
};

/// No verdict yet: the bytes so far are fine, more have to come.
struct HeadIncomplete
{ };

using HeadVerdict = std::variant<HeadIncomplete, RequestHead, Refusal>;

/// Judges the first bytes of a request before QtHttpServer sees them, which accepts nearly everything (two lengths, a
/// negative one, length and chunks together) and delivers a bad header block as an empty one.
///
/// Stricter than RFC 9112 asks where readings differ between servers: bare LF, folded lines, any field Upgrade and two
/// equal Content-Length fields are refused. Pure; bytes after the header section are not looked at.
[[nodiscard]] HeadVerdict peekHead(QByteArrayView bytes, const ServerLimits &limits);

} // namespace console
