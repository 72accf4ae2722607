// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/state_text.h"

#include "core/visible_text.h"
#include "text/duration_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace console {

namespace {
constexpr std::chrono::seconds kUsualWait {5}; // until then nobody would call a channel silent
constexpr qsizetype kNamedChannels = 2;        // more would not fit into one line of the list

QString words(const char *source)
{
    return QCoreApplication::translate("text", source);
}

QString silentChannels(const QList<ChannelIdentity> &silent)
{
    QStringList names;
    for (const auto &address : silent) {
        if (!names.contains(address.channel.raw))
            names.append(address.channel.raw);
    }
    const QString named = QStringList(names.mid(0, kNamedChannels)).join(QStringLiteral(", "));
    const qsizetype others = names.size() - kNamedChannels;
    if (others <= 0)
        return named;
    //: %1 are names of channels, %2 is how many more there are
    return words(QT_TRANSLATE_NOOP("text", "%1 and %2 more")).arg(named).arg(others);
}

QString countedText(const LookupProgress &progress)
{
    //: how many answers came, of how many
    return words(QT_TRANSLATE_NOOP("text", "%1 of %2")).arg(progress.answered).arg(progress.expected);
}

QString openText(const LookupProgress &progress)
{
    const QString since = roughDurationText(progress.age);
    if (progress.expected == 0)
        return words(QT_TRANSLATE_NOOP("text", "Waiting %1, the number of answers is not known")).arg(since);
    if (progress.age < kUsualWait)
        //: %1 is "3 of 4", %2 names channels
        return words(QT_TRANSLATE_NOOP("text", "%1, waiting for %2"))
            .arg(countedText(progress), silentChannels(progress.silent));
    //: %1 is "3 of 4", %2 names channels, %3 is a duration
    return words(QT_TRANSLATE_NOOP("text", "%1, %2 silent %3"))
        .arg(countedText(progress), silentChannels(progress.silent), since);
}

QString timedOutText(const LookupProgress &progress)
{
    if (progress.expected == 0)
        return words(QT_TRANSLATE_NOOP("text", "The wait is over"));
    //: %1 is "3 of 4", %2 names channels
    return words(QT_TRANSLATE_NOOP("text", "Timed out: %1, %2 silent"))
        .arg(countedText(progress), silentChannels(progress.silent));
}

QString failedText(const std::optional<LookupFailure> &failure)
{
    if (!failure)
        return words(QT_TRANSLATE_NOOP("text", "Failed"));
    const QString why = visibleLine(failure->vendorWords.isEmpty() ? failure->detail : failure->vendorWords);
    if (failure->kind == LookupFailure::Kind::NotSent)
        return words(QT_TRANSLATE_NOOP("text", "Not sent: %1")).arg(why);
    const QString status = failure->httpStatus ? QString::number(*failure->httpStatus) : QString();
    //: %1 is an HTTP status and the words of the API
    return words(QT_TRANSLATE_NOOP("text", "Refused: %1")).arg(QString(status + QLatin1Char(' ') + why).simplified());
}
} // namespace

QString stateText(const LookupProgress &progress, const std::optional<LookupFailure> &failure)
{
    switch (progress.state) {
    case LookupState::Sending:
        return words(QT_TRANSLATE_NOOP("text", "Sending"));
    case LookupState::Waiting:
    case LookupState::PartlyAnswered:
        return openText(progress);
    case LookupState::Complete:
        return words(QT_TRANSLATE_NOOP("text", "Complete"));
    case LookupState::AnsweredLate:
        return words(QT_TRANSLATE_NOOP("text", "Complete, answered late"));
    case LookupState::TimedOut:
        return timedOutText(progress);
    case LookupState::Failed:
        return failedText(failure);
    case LookupState::OutcomeUnknown:
        return words(QT_TRANSLATE_NOOP("text", "Outcome unknown: perhaps asked, perhaps not"));
    }
    return {};
}

} // namespace console
