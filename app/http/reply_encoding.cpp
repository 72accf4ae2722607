// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reply_encoding.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <array>

namespace console {

namespace {

struct StatusWords
{
    int status;
    const char *phrase;
};

constexpr std::array<StatusWords, 24> kStatusWords {{
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
}};

constexpr qsizetype kUsualHeadBytes = 256;

QByteArray phraseOf(int status)
{
    for (const auto &words : kStatusWords) {
        if (words.status == status)
            return words.phrase;
    }
    return "Status";
}

bool hasBody(int status)
{
    return status != 204 && status != 304;
}

bool isOurs(const QByteArray &name)
{
    for (const char *own : {"Content-Length", "Content-Type", "Date", "Connection", "Transfer-Encoding"}) {
        if (name.compare(own, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

bool hasLineBreak(const QByteArray &text)
{
    return text.contains('\r') || text.contains('\n');
}

/// Made anew once a second and not for each reply.
QByteArray httpDate()
{
    struct Kept
    {
        qint64 second = -1;
        QByteArray text;
    };
    thread_local Kept kept;
    const qint64 second = QDateTime::currentSecsSinceEpoch();
    if (second != kept.second) {
        const auto format = QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'");
        kept = {second, QLocale::c().toString(QDateTime::fromSecsSinceEpoch(second, Qt::UTC), format).toLatin1()};
    }
    return kept.text;
}

QString statusNameOf(int status)
{
    switch (status) {
    case 408:
        return QStringLiteral("DEADLINE_EXCEEDED");
    case 413:
    case 431:
        return QStringLiteral("OUT_OF_RANGE");
    case 503:
        return QStringLiteral("UNAVAILABLE");
    default:
        return QStringLiteral("INVALID_ARGUMENT");
    }
}

} // namespace

bool closesConnection(const HttpReply &reply, const ReplyForm &form)
{
    return !form.keepsAlive || reply.status >= 400;
}

QByteArray encodeReply(const HttpReply &reply, const ReplyForm &form)
{
    QByteArray bytes;
    bytes.reserve(kUsualHeadBytes + reply.body.size());
    bytes += "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + phraseOf(reply.status) + "\r\n";
    bytes += "Date: " + httpDate() + "\r\n";
    if (hasBody(reply.status)) {
        if (!reply.body.isEmpty() && !hasLineBreak(reply.contentType))
            bytes += "Content-Type: " + reply.contentType + "\r\n";
        bytes += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    }
    for (const auto &[name, value] : reply.headers) {
        if (!isOurs(name) && !hasLineBreak(name) && !hasLineBreak(value))
            bytes += name + ": " + value + "\r\n";
    }
    if (closesConnection(reply, form))
        bytes += "Connection: close\r\n";
    else if (form.isHttp10)
        bytes += "Connection: keep-alive\r\n";
    bytes += "\r\n";
    if (hasBody(reply.status) && !form.isHead)
        bytes += reply.body;
    return bytes;
}

HttpReply refusalReply(const Refusal &refusal)
{
    const QJsonObject error {{QStringLiteral("code"), refusal.status},
                             {QStringLiteral("message"), QString::fromLatin1(refusal.reason)},
                             {QStringLiteral("status"), statusNameOf(refusal.status)}};
    HttpReply reply {.status = refusal.status};
    reply.body = QJsonDocument(QJsonObject {{QStringLiteral("error"), error}}).toJson(QJsonDocument::Compact);
    if (refusal.status == 503)
        reply.headers = {{"Retry-After", "5"}};
    return reply;
}

} // namespace console
