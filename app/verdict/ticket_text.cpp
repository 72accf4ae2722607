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

/// Times, not ages: a ticket is read tomorrow, too.
QString timeLine(const VerdictInput &input)
{
    //: %1 is a time
    return (input.isSilent ? words(QT_TRANSLATE_NOOP("verdict", "asked %1"))
                           : words(QT_TRANSLATE_NOOP("verdict", "answered %1")))
        .arg(toIso8601(input.at));
}

QString reasonAsSent(const Reason &reason)
{
    QStringList parts;
    QStringList codes {reason.code.raw, reason.subCode.raw};
    codes.removeAll(QString());
    if (!codes.isEmpty())
        parts.append(words(QT_TRANSLATE_NOOP("verdict", "reason %1")).arg(codes.join(QStringLiteral(" / "))));
    if (!reason.channelCode.isEmpty())
        parts.append(words(QT_TRANSLATE_NOOP("verdict", "channel code %1")).arg(reason.channelCode));
    if (!reason.description.isEmpty())
        parts.append(QStringLiteral("“%1”").arg(reason.description.simplified()));
    return parts.join(QStringLiteral(", "));
}

/// "CAPABILITY_PARTIAL, reason RATE_LIMITED / TOO_MANY, channel code 429"
QString answerAsSent(const VerdictInput &input)
{
    QStringList parts {input.status.raw, reasonAsSent(input.reason)};
    if (input.context.conflictWith)
        //: %1 is another status of the same question, %2 a time
        parts.append(words(QT_TRANSLATE_NOOP("verdict", "and also %1 at %2"))
                         .arg(input.context.conflictWith->raw, toIso8601(input.context.conflictAt)));
    parts.removeAll(QString());
    return visibleLine(parts.join(QStringLiteral(", ")));
}

QStringList answerLines(const VerdictInput &input)
{
    const Verdict judged = verdict(input);
    QStringList lines;
    const auto add = [&lines](const QString &line) { lines.append(QStringLiteral("  ") + line); };
    lines.append(QStringLiteral("- %1 (%2): %3 [%4], %5")
                     .arg(channelWords(input.address.channel), visibleLine(input.address.identity), judged.headline,
                          confidenceText(judged.confidence), timeLine(input)));
    add(judged.agentSentence);
    if (judged.owner != Owner::Nobody)
        add(words(QT_TRANSLATE_NOOP("verdict", "Owner: %1")).arg(ownerText(judged.owner)));
    if (!judged.nextStep.isEmpty())
        add(words(QT_TRANSLATE_NOOP("verdict", "Next step: %1")).arg(judged.nextStep));
    if (!judged.customerSentence.isEmpty())
        add(words(QT_TRANSLATE_NOOP("verdict", "To the customer: “%1”")).arg(judged.customerSentence));
    if (!input.isSilent) // last: what people need stands above
        add(words(QT_TRANSLATE_NOOP("verdict", "Answer: %1")).arg(answerAsSent(input)));
    return lines;
}

QStringList resultLines(const Ticket &ticket)
{
    QStringList lines;
    if (!ticket.failure.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "Not answered: %1")).arg(ticket.failure));
    if (!ticket.doubt.isEmpty())
        lines.append(ticket.doubt);
    if (ticket.failure.isEmpty() || !ticket.answers.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "Best channel: %1"))
                         .arg(bestChannelSentence(bestChannel(ticket.answers, ticket.wishes))));
    lines.append(QString());
    if (ticket.failure.isEmpty() && ticket.answers.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "No answer yet.")));
    for (const VerdictInput &input : ticket.answers)
        lines.append(answerLines(input));
    return lines;
}

QString notAskedLine(const QList<ChannelName> &channels)
{
    QStringList names;
    for (const ChannelName &channel : channels)
        names.append(channelWords(channel));
    return words(QT_TRANSLATE_NOOP("verdict", "Not asked, since the app has no such channel: %1"))
        .arg(visibleLine(names.join(QStringLiteral(", "))));
}

QString askedLine(const QList<ChannelIdentity> &asked)
{
    QStringList addresses;
    for (const ChannelIdentity &address : asked)
        addresses.append(QString(channelWords(address.channel) + QLatin1Char(' ') + address.identity).trimmed());
    return words(QT_TRANSLATE_NOOP("verdict", "Asked about: %1"))
        .arg(visibleLine(addresses.join(QStringLiteral(", "))));
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
    if (!ticket.notAsked.isEmpty())
        lines.append(notAskedLine(ticket.notAsked));
    lines.append(resultLines(ticket));
    lines.append(QString());
    lines.append(words(QT_TRANSLATE_NOOP("verdict", "Request id: %1")).arg(visibleLine(ticket.requestId)));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace console
