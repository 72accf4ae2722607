// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_session.h"
#include "core/continuation.h"

namespace console {

/// The body of a call, read by a decoder once it is there.
template <typename Value>
QFuture<Result<Value>> decodeWith(ApiSession &session, const ApiCall &call, Result<Value> (*decode)(const QByteArray &))
{
    return session.send(call) | then(&session, [decode](const Result<QByteArray> &body) {
               return body ? decode(*body) : Result<Value>(failure(body.error()));
           });
}

/// One id as a segment of a path: opaque text may hold anything.
inline QString pathSegment(const QString &id)
{
    return QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

} // namespace console
