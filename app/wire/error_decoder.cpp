// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/error_decoder.h"

#include "wire/json_reader.h"

namespace console {

namespace {

constexpr qsizetype kQuotedCharacters = 600;

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 404:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::Timeout;
    case 429:
        return Error::Kind::RateLimited;
    case 501: // UNIMPLEMENTED: a path that does not exist, never to be repeated
        return Error::Kind::Rejected;
    default:
        return status >= 500 ? Error::Kind::ServerFault : Error::Kind::Rejected;
    }
}

/// The message may name field and fault already: they are not told twice.
bool tells(const QString &message, const QString &field, const QString &description)
{
    return message.contains(field) && message.contains(description);
}

/// "app_id: not a ULID" for each violation, in either spelling of the members.
QStringList fieldViolations(const QJsonObject &error)
{
    const QString message = stringMember(error, QLatin1String("message"));
    QStringList lines;
    const auto details = error.value(QLatin1String("details")).toArray();
    for (const auto &detail : details) {
        const QJsonObject object = detail.toObject();
        for (const auto name : {QLatin1String("field_violations"), QLatin1String("fieldViolations")}) {
            const auto violations = object.value(name).toArray();
            for (const auto &element : violations) {
                const QJsonObject violation = element.toObject();
                const QString field = stringMember(violation, QLatin1String("field"));
                const QString description = stringMember(violation, QLatin1String("description"));
                if (!tells(message, field, description))
                    lines.append(field + QStringLiteral(": ") + description);
            }
        }
    }
    return lines;
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList kept;
    for (const auto &part : parts) {
        if (!part.trimmed().isEmpty())
            kept.append(part.trimmed());
    }
    return kept.join(separator);
}

QString wordsOf(const QJsonObject &object)
{
    const QJsonObject error
        = object.value(QLatin1String("error")).isObject() ? object.value(QLatin1String("error")).toObject() : object;
    const QString message = stringMember(error, QLatin1String("message"));
    if (!message.isEmpty()) {
        const QString status = stringMember(error, QLatin1String("status"));
        const QString head = status.isEmpty() ? message : QStringLiteral("%1 (%2)").arg(message, status);
        return joined({head, fieldViolations(error).join(QStringLiteral("; "))}, QStringLiteral(" – "));
    }
    return joined({stringMember(object, QLatin1String("title")), stringMember(object, QLatin1String("detail")),
                   stringMember(object, QLatin1String("error")),
                   stringMember(object, QLatin1String("error_description")),
                   stringMember(object, QLatin1String("text"))},
                  QStringLiteral(": "));
}

QString quoted(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    QString words = object ? wordsOf(*object) : QString();
    if (words.isEmpty())
        words = QString::fromUtf8(body).simplified(); // HTML of a gateway, plain text: the user sees what was sent
    if (words.size() <= kQuotedCharacters)
        return words;
    const bool splitsAPair = words.at(kQuotedCharacters - 1).isHighSurrogate();
    return words.left(kQuotedCharacters - (splitsAPair ? 1 : 0)) + QStringLiteral("…");
}

} // namespace

Error decodeApiError(int httpStatus, const QByteArray &body, const QByteArray &retryAfterHeader)
{
    Error error {kindOf(httpStatus), QStringLiteral("HTTP %1").arg(httpStatus), quoted(body), httpStatus, {}};
    bool isSeconds = false;
    const int seconds = retryAfterHeader.trimmed().toInt(&isSeconds);
    if (isSeconds && seconds >= 0)
        error.retryAfter = std::chrono::seconds(seconds);
    return error;
}

} // namespace console
