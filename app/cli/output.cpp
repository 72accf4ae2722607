// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output.h"

#include "core/visible_text.h"
#include "text/error_text.h"

#include <cstdio>

namespace console {

void printLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void say(const QString &text)
{
    std::fprintf(stderr, "%s\n", visibleText(text).toLocal8Bit().constData());
}

void sayTrouble(const Error &error)
{
    const QString words = errorText(error);
    const bool isTold = words.contains(error.detail, Qt::CaseInsensitive);
    say(isTold ? words : words + QStringLiteral(" (%1)").arg(error.detail));
}

QString rowText(const NotificationRow &row)
{
    QStringList parts {toIso8601(row.receivedAt), row.address.channel.raw.leftJustified(9),
                       row.address.identity.leftJustified(14), row.status.raw};
    if (!row.channelCapabilities.isEmpty())
        parts.append(QStringLiteral("[%1]").arg(row.channelCapabilities.join(QLatin1Char(' '))));
    if (!row.reason.code.isEmpty())
        parts.append(row.reason.code.raw);
    if (row.outcome != Outcome::New)
        parts.append(QStringLiteral("(%1)").arg(outcomeName(row.outcome)));
    if (row.join == JoinKind::None)
        parts.append(QStringLiteral("(not asked here)"));
    if (row.signature == SignatureState::Unsigned)
        parts.append(QStringLiteral("(unsigned)"));
    return visibleLine(parts.join(QStringLiteral("  ")));
}

NotificationRow asArrived(NotificationRow row, bool isRepeat)
{
    if (isRepeat)
        row.outcome = Outcome::Retry;
    return row;
}

} // namespace console
