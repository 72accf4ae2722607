// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/failure_advice.h"

#include "core/visible_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace console {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("console::DetailPanel", source);
}

const char *adviceFor(int status)
{
    switch (status) {
    case 400:
        return QT_TRANSLATE_NOOP("console::DetailPanel", "Check the identities, then look up again.");
    case 401:
        return QT_TRANSLATE_NOOP("console::DetailPanel", "Check the access key of the project.");
    case 403:
        return QT_TRANSLATE_NOOP("console::DetailPanel", "Check what the access key may do, and the project id.");
    case 404:
        return QT_TRANSLATE_NOOP("console::DetailPanel",
                                 "Check app and contact; a wrong region of the project looks like this, too.");
    case 429:
        return QT_TRANSLATE_NOOP("console::DetailPanel", "Wait a moment, then look up again.");
    case 501:
        return QT_TRANSLATE_NOOP("console::DetailPanel", "The API does not offer this for the app.");
    }
    return status >= 500 ? QT_TRANSLATE_NOOP("console::DetailPanel", "A fault at the vendor: look up again later.")
                         : QT_TRANSLATE_NOOP("console::DetailPanel", "Look up again once the cause is gone.");
}

QString reasonOf(const LookupFailure &failure)
{
    if (!failure.vendorWords.isEmpty()) //: quoted as the API wrote it
        return words(QT_TRANSLATE_NOOP("console::DetailPanel", "The API says: “%1”"))
            .arg(visibleText(failure.vendorWords));
    return failure.detail;
}

/// The identities that a refusal is about: that whose place it names, else those whose channel is not known.
QString meantBy(const LookupFailure &failure, const QList<ChannelIdentity> &asked)
{
    static const QRegularExpression place(QStringLiteral("channel_identities[.\\[](\\d+)"));
    const auto named = place.match(failure.vendorWords);
    QStringList meant;
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const auto &[channel, identity] = asked.at(i);
        if (named.hasMatch() ? named.captured(1).toLongLong() == i : !channel.isRecognized())
            meant.append(channel.raw + QLatin1Char(' ') + identity);
    }
    if (meant.isEmpty() || failure.httpStatus != 400)
        return {};
    //: %1 are channels with identities, as they were sent
    return words(QT_TRANSLATE_NOOP("console::DetailPanel", "It means %1.")).arg(meant.join(QStringLiteral(", ")));
}

} // namespace

QString failureAdvice(const LookupFailure &failure, const QList<ChannelIdentity> &asked)
{
    QStringList sentences;
    switch (failure.kind) {
    case LookupFailure::Kind::OutcomeUnknown:
        return unknownOutcomeAdvice() + QLatin1Char('\n') + reasonOf(failure);
    case LookupFailure::Kind::NotSent:
        sentences = {words(QT_TRANSLATE_NOOP("console::DetailPanel", "Not sent: there was no access token.")),
                     reasonOf(failure),
                     words(QT_TRANSLATE_NOOP("console::DetailPanel", "Check the access key and the connection."))};
        break;
    case LookupFailure::Kind::Refused: {
        const int status = failure.httpStatus.value_or(0);
        sentences = {words(QT_TRANSLATE_NOOP("console::DetailPanel", "Refused with HTTP %1.")).arg(status),
                     reasonOf(failure), meantBy(failure, asked), words(adviceFor(status))};
    }
    }
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char('\n'));
}

QString unknownOutcomeAdvice()
{
    return words(
        QT_TRANSLATE_NOOP("console::DetailPanel",
                          "The request got no answer: perhaps it was carried out, perhaps not. Answers may still "
                          "come. It is never sent again by itself: only you can look up again."));
}

QString aliasWarning(const QList<RequestId> &aliases)
{
    QStringList ids;
    for (const auto &alias : aliases)
        ids.append(visibleLine(alias.toString()));
    return words(QT_TRANSLATE_NOOP(
                     "console::DetailPanel",
                     "The API registered this lookup under another request id: %1. Answers count under both."))
        .arg(ids.join(QStringLiteral(", ")));
}

} // namespace console
