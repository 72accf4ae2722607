// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/gap_story.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace console {

namespace {

QString words(const char *source, int n = -1)
{
    return QCoreApplication::translate("gaps", source, nullptr, n);
}

QString timeText(Timestamp time)
{
    const auto local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time));
    const QString clock = local.toString(QStringLiteral("HH:mm:ss"));
    return local.date() == QDate::currentDate()
        ? clock
        : QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + clock;
}

} // namespace

QString gapSentence(const ReceiverGap &gap)
{
    switch (gap.kind) {
    case ReceiverGap::Kind::Slept:
        return words(QT_TRANSLATE_NOOP("gaps", "The machine slept from %1 to %2, and no callback could be heard."))
            .arg(timeText(gap.from), timeText(gap.to));
    case ReceiverGap::Kind::ClockForward:
        return words(
                   QT_TRANSLATE_NOOP(
                       "gaps", "The clock was set forward from %1 to %2: callbacks before that may have been refused."))
            .arg(timeText(gap.from), timeText(gap.to));
    case ReceiverGap::Kind::ClockBackward:
        return words(QT_TRANSLATE_NOOP(
                         "gaps", "The clock was set back from %2 to %1: callbacks before that may have been refused."))
            .arg(timeText(gap.from), timeText(gap.to));
    }
    return {};
}

QString gapsSentence(const QList<ReceiverGap> &gaps)
{
    if (gaps.size() == 1)
        return gapSentence(gaps.first());
    Timestamp from = gaps.first().from;
    Timestamp to = gaps.first().to;
    for (const ReceiverGap &gap : gaps) {
        from = std::min(from, gap.from);
        to = std::max(to, gap.to);
    }
    return words(QT_TRANSLATE_NOOP("gaps", "%n times between %1 and %2, the machine slept or its clock was set."),
                 int(gaps.size()))
        .arg(timeText(from), timeText(to));
}

} // namespace console
