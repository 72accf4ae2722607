// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookup_report.h"

#include "domain/lookup_state.h"
#include "text/state_text.h"
#include "verdict/best_channel.h"
#include "verdict/verdict.h"

namespace console {

QString lookupReport(const Lookup &lookup, const QList<NotificationRow> &rows,
                     const QList<ChannelName> &contactPriority, const QList<ChannelName> &appOrder, Timestamp now)
{
    const auto progress = progressOf(lookup, now);
    QStringList lines {
        QStringLiteral("Lookup %1: %2").arg(lookup.requestId.toString(), stateText(progress, lookup.failure))};
    const auto inputs = lookupInputs(rows, silentAfterWait(progress), lookup.askedAt, now);
    for (const auto &input : inputs) {
        const auto meaning = verdict(input);
        lines.append(
            QStringLiteral("  %1 %2: %3 %4")
                .arg(input.address.channel.raw, input.address.identity, meaning.agentSentence, meaning.nextStep));
    }
    if (!inputs.isEmpty())
        lines.append(bestChannelSentence(bestChannel(inputs, {contactPriority, appOrder, {}})));
    return lines.join(QLatin1Char('\n'));
}

} // namespace console
