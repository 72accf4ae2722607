// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/ticket_text.h"

#include "core/visible_text.h"
#include "verdict/phrases.h"
#include "verdict/term_text.h"

#include <QCoreApplication>

namespace console {

namespace {
QString words(const char *source)
{
    return QCoreApplication::translate("verdict", source);
}

QString ageLine(const VerdictInput &input)
{
    //: %1 is an age such as "6 minutes"
    return (input.isSilent ? words(QT_TRANSLATE_NOOP("verdict", "asked %1 ago"))
                           : words(QT_TRANSLATE_NOOP("verdict", "answered %1 ago")))
        .arg(ageWords(input.age));
}

/// "CAPABILITY_PARTIAL, then CAPABILITY_FULL; reason RATE_LIMITED / TOO_MANY, channel code 429; at 2026-11-24T10:00:00.000Z"
QString answerAsSent(const VerdictInput &input, Timestamp writtenAt)
{
    QStringList parts {input.status.raw};
    if (input.context.conflictWith)
        //: %1 and %2 are two different statuses of one question
        parts = {words(QT_TRANSLATE_NOOP("verdict", "%1 and also %2"))
                     .arg(input.status.raw, input.context.conflictWith->raw)};
    QStringList reason {input.reason.code.raw, input.reason.subCode.raw};
    reason.removeAll(QString());
    if (!reason.isEmpty())
        parts.append(words(QT_TRANSLATE_NOOP("verdict", "reason %1")).arg(reason.join(QStringLiteral(" / "))));
    if (!input.reason.channelCode.isEmpty())
        parts.append(words(QT_TRANSLATE_NOOP("verdict", "channel code %1")).arg(input.reason.channelCode));
    if (!input.reason.description.isEmpty())
        parts.append(QStringLiteral("“%1”").arg(input.reason.description.simplified()));
    parts.append(toIso8601(writtenAt - input.age));
    return visibleLine(parts.join(QStringLiteral(", ")));
}

QStringList answerLines(const VerdictInput &input, Timestamp writtenAt)
{
    const Verdict judged = verdict(input);
    QStringList lines;
    lines.append(QStringLiteral("- %1 (%2): %3 [%4], %5")
                     .arg(channelWords(input.address.channel), visibleLine(input.address.identity), judged.headline,
                          confidenceText(judged.confidence), ageLine(input)));
    lines.append(QStringLiteral("  ") + judged.agentSentence);
    if (!input.isSilent)
        lines.append(QStringLiteral("  ")
                     + words(QT_TRANSLATE_NOOP("verdict", "Answer: %1")).arg(answerAsSent(input, writtenAt)));
    if (judged.owner != Owner::Nobody)
        lines.append(QStringLiteral("  ")
                     + words(QT_TRANSLATE_NOOP("verdict", "Owner: %1")).arg(ownerText(judged.owner)));
    if (!judged.nextStep.isEmpty())
        lines.append(QStringLiteral("  ") + words(QT_TRANSLATE_NOOP("verdict", "Next step: %1")).arg(judged.nextStep));
    if (!judged.customerSentence.isEmpty())
        lines.append(QStringLiteral("  ")
                     + words(QT_TRANSLATE_NOOP("verdict", "To the customer: “%1”")).arg(judged.customerSentence));
    return lines;
}

QStringList resultLines(const Ticket &ticket)
{
    QStringList lines;
    if (!ticket.failure.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "Not answered: %1")).arg(ticket.failure));
    if (ticket.failure.isEmpty() || !ticket.answers.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "Best channel: %1"))
                         .arg(bestChannelSentence(bestChannel(ticket.answers, ticket.wishes))));
    lines.append(QString());
    if (ticket.failure.isEmpty() && ticket.answers.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "No answer yet.")));
    for (const VerdictInput &input : ticket.answers)
        lines.append(answerLines(input, ticket.writtenAt));
    return lines;
}

QString askedLine(const QList<ChannelIdentity> &asked)
{
    QStringList addresses;
    for (const ChannelIdentity &address : asked)
        addresses.append(QString(channelWords(address.channel) + QLatin1Char(' ') + address.identity).trimmed());
    return words(QT_TRANSLATE_NOOP("verdict", "Asked about: %1")).arg(visibleLine(addresses.join(QStringLiteral(", "))));
}
} // namespace

QString ticketText(const Ticket &ticket)
{
    QStringList lines;
    lines.append(words(QT_TRANSLATE_NOOP("verdict", "Capability lookup for %1")).arg(visibleLine(ticket.who)));
    if (ticket.isSandbox)
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "SANDBOX: not a real lookup")));
    lines.append(words(QT_TRANSLATE_NOOP("verdict", "Asked: %1")).arg(toIso8601(ticket.askedAt)));
    if (!ticket.contactId.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "Contact id: %1")).arg(visibleLine(ticket.contactId)));
    if (!ticket.appName.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "App: %1")).arg(visibleLine(ticket.appName)));
    if (!ticket.asked.isEmpty())
        lines.append(askedLine(ticket.asked));
    lines.append(resultLines(ticket));
    lines.append(QString());
    lines.append(words(QT_TRANSLATE_NOOP("verdict", "Request id: %1")).arg(visibleLine(ticket.requestId)));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace console
