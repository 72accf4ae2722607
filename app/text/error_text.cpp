// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"

#include "core/visible_text.h"
#include "text/duration_text.h"

#include <QCoreApplication>

namespace console {

namespace {
QString words(const char *source)
{
    return QCoreApplication::translate("text", source);
}

/// A technical detail as a sentence of its own: its first letter large, a full stop at its end.
QString asSentence(const QString &detail)
{
    if (detail.isEmpty())
        return detail;
    QString sentence = detail.left(1).toUpper() + detail.mid(1);
    if (!sentence.endsWith(QLatin1Char('.')) && !sentence.endsWith(QLatin1Char('?')))
        sentence += QLatin1Char('.');
    return sentence;
}

QString withDetail(const char *source, const Error &error)
{
    const QString sentence = words(source);
    return error.detail.isEmpty() ? sentence : sentence + QLatin1Char(' ') + asSentence(error.detail);
}

QString withStatus(const char *source, const Error &error)
{
    const QString sentence = words(source);
    return error.httpStatus ? sentence + QStringLiteral(" (HTTP %1)").arg(*error.httpStatus) : sentence;
}

QString sentenceFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Cancelled:
        return words(QT_TRANSLATE_NOOP("text", "Stopped before it was done."));
    case Error::Kind::Timeout:
        return words(QT_TRANSLATE_NOOP("text", "No answer came in time."));
    case Error::Kind::Network:
        return withDetail(QT_TRANSLATE_NOOP("text", "The connection failed."), error);
    case Error::Kind::Unauthorized:
        return withStatus(QT_TRANSLATE_NOOP("text", "The access key was refused: check key id, secret and project."),
                          error);
    case Error::Kind::RateLimited:
        return withStatus(QT_TRANSLATE_NOOP("text", "Too many requests: the API asks us to slow down."), error);
    case Error::Kind::Rejected:
        if (error.httpStatus == 403)
            return withStatus(
                QT_TRANSLATE_NOOP("text", "The API refused the request: check the project id and the region."), error);
        return withStatus(QT_TRANSLATE_NOOP("text", "The API refused the request."), error);
    case Error::Kind::ServerFault:
        return withStatus(QT_TRANSLATE_NOOP("text", "The API had a fault of its own."), error);
    case Error::Kind::Malformed:
        return withDetail(QT_TRANSLATE_NOOP("text", "The answer could not be read."), error);
    case Error::Kind::SignatureInvalid:
        return withDetail(QT_TRANSLATE_NOOP("text", "The signature of a callback is not valid."), error);
    case Error::Kind::Stale:
        return withDetail(QT_TRANSLATE_NOOP("text", "A callback came outside its time window."), error);
    case Error::Kind::Replayed:
        return withDetail(QT_TRANSLATE_NOOP("text", "A callback used a nonce that belongs to another one."), error);
    case Error::Kind::NotFound:
        return withStatus(QT_TRANSLATE_NOOP("text", "Not found. A wrong region looks like this too."), error);
    case Error::Kind::Storage:
        return withDetail(QT_TRANSLATE_NOOP("text", "The history could not be used."), error);
    case Error::Kind::Busy:
        return withDetail(QT_TRANSLATE_NOOP("text", "Busy at the moment."), error);
    case Error::Kind::Config:
        return asSentence(error.detail);
    }
    return asSentence(error.detail);
}
} // namespace

QString errorText(const Error &error)
{
    QString text = sentenceFor(error);
    if (error.retryAfter) {
        //: %1 is a duration such as "30 s"
        text += QLatin1Char(' ')
            + words(QT_TRANSLATE_NOOP("text", "Try again in %1.")).arg(durationText(*error.retryAfter));
    }
    if (!error.vendorWords.isEmpty()) {
        //: %1 is quoted as the API wrote it
        text += QLatin1Char(' ')
            + words(QT_TRANSLATE_NOOP("text", "The API says: “%1”")).arg(visibleText(error.vendorWords));
    }
    return text;
}

} // namespace console
