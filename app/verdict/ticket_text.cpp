// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/ticket_text.h"

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

QStringList answerLines(const VerdictInput &input)
{
    const Verdict judged = verdict(input);
    QStringList lines;
    lines.append(QStringLiteral("- %1 (%2): %3 [%4], %5")
                     .arg(channelWords(input.address.channel), input.address.identity, judged.headline,
                          confidenceText(judged.confidence), ageLine(input)));
    lines.append(QStringLiteral("  ") + judged.agentSentence);
    if (!judged.nextStep.isEmpty())
        lines.append(QStringLiteral("  ") + words(QT_TRANSLATE_NOOP("verdict", "Next step: %1")).arg(judged.nextStep));
    if (!judged.customerSentence.isEmpty())
        lines.append(QStringLiteral("  ")
                     + words(QT_TRANSLATE_NOOP("verdict", "To the customer: “%1”")).arg(judged.customerSentence));
    return lines;
}
} // namespace

QString ticketText(const Ticket &ticket)
{
    QStringList lines;
    lines.append(words(QT_TRANSLATE_NOOP("verdict", "Capability lookup for %1")).arg(ticket.who));
    if (ticket.isSandbox)
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "SANDBOX: not a real lookup")));
    lines.append(words(QT_TRANSLATE_NOOP("verdict", "Asked: %1")).arg(toIso8601(ticket.askedAt)));
    if (!ticket.contactId.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "Contact id: %1")).arg(ticket.contactId));
    if (!ticket.appName.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "App: %1")).arg(ticket.appName));
    lines.append(words(QT_TRANSLATE_NOOP("verdict", "Best channel: %1"))
                     .arg(bestChannelSentence(bestChannel(ticket.answers, ticket.wishes))));
    lines.append(QString());
    if (ticket.answers.isEmpty())
        lines.append(words(QT_TRANSLATE_NOOP("verdict", "No answer yet.")));
    for (const VerdictInput &input : ticket.answers)
        lines.append(answerLines(input));
    lines.append(QString());
    lines.append(words(QT_TRANSLATE_NOOP("verdict", "Request id: %1")).arg(ticket.requestId));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace console
