// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "http/http_message.h"

#include <QJsonObject>

namespace console {

/// What a route answers: the body of the 200, or an Error whose httpStatus and detail become the vendor's envelope.
using RouteAnswer = Result<QJsonObject>;

/// The vendor's answers: one JSON object, or google.rpc.Status wrapped in "error" (contract 2.4).
struct VendorEnvelope
{
    /// \param status  HTTP status
    static Error error(int status, const QString &message);
    /// A 400 about one field of the request; the field is repeated under field_violations.
    static Error invalid(const QString &field, const QString &why);
    static Error notFound();

    static HttpReply reply(const RouteAnswer &answer);
    /// Any object with any status: for the token endpoint, whose errors have a shape of their own.
    static HttpReply plain(int status, const QJsonObject &body);

    /// The object in the request's body. Errors: 400 for another content type than JSON, or a body that is no object.
    [[nodiscard]] static Result<QJsonObject> body(const HttpRequest &request);
    /// "application/json" of "application/json; charset=utf-8"; lower case.
    static QByteArray mediaType(const HttpRequest &request);
};

} // namespace console
