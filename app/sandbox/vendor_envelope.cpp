// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vendor_envelope.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace console {

namespace {
const QString kFieldSeparator = QStringLiteral(": ");

QString statusWord(int status)
{
    switch (status) {
    case 400:
        return QStringLiteral("INVALID_ARGUMENT");
    case 401:
        return QStringLiteral("UNAUTHENTICATED");
    case 403:
        return QStringLiteral("UNAUTHORIZED");
    case 404:
        return QStringLiteral("NOT_FOUND");
    case 429:
        return QStringLiteral("RESOURCE_EXHAUSTED");
    case 501:
        return QStringLiteral("UNIMPLEMENTED");
    case 503:
        return QStringLiteral("UNAVAILABLE");
    default:
        return QStringLiteral("INTERNAL_ERROR");
    }
}

QJsonArray fieldViolations(const Error &error)
{
    const auto at = error.detail.indexOf(kFieldSeparator);
    if (error.httpStatus != 400 || at < 0)
        return {};
    const QJsonObject violation {{QStringLiteral("field"), error.detail.left(at)},
                                 {QStringLiteral("description"), error.detail.mid(at + kFieldSeparator.size())}};
    return {QJsonObject {{QStringLiteral("@type"), QStringLiteral("type.googleapis.com/google.rpc.BadRequest")},
                         {QStringLiteral("field_violations"), QJsonArray {violation}}}};
}
} // namespace

Error VendorEnvelope::error(int status, const QString &message)
{
    return Error {.kind = Error::Kind::Rejected, .detail = message, .httpStatus = status};
}

Error VendorEnvelope::invalid(const QString &field, const QString &why)
{
    return error(400, field + kFieldSeparator + why);
}

Error VendorEnvelope::notFound()
{
    return error(404, QStringLiteral("information not found"));
}

HttpReply VendorEnvelope::reply(const RouteAnswer &answer)
{
    if (answer)
        return plain(200, *answer);
    const int status = answer.error().httpStatus.value_or(500);
    const QJsonObject error {{QStringLiteral("code"), status},
                             {QStringLiteral("message"), answer.error().detail},
                             {QStringLiteral("status"), statusWord(status)},
                             {QStringLiteral("details"), fieldViolations(answer.error())}};
    return plain(status, QJsonObject {{QStringLiteral("error"), error}});
}

HttpReply VendorEnvelope::plain(int status, const QJsonObject &body)
{
    return HttpReply {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

Result<QJsonObject> VendorEnvelope::body(const HttpRequest &request)
{
    if (mediaType(request) != "application/json")
        return failure(error(400, QStringLiteral("Content-Type must be application/json")));
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(request.body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(error(400, QStringLiteral("The body is not JSON (%1)").arg(problem.errorString())));
    if (!document.isObject())
        return failure(error(400, QStringLiteral("The body must be a JSON object")));
    return document.object();
}

QByteArray VendorEnvelope::mediaType(const HttpRequest &request)
{
    return headerValue(request.headers, "Content-Type").split(';').constFirst().trimmed().toLower();
}

} // namespace console
