// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/phrases.h"

#include "core/visible_text.h"
#include "verdict/answer_case.h"

#include <QCoreApplication>

namespace console {

QString channelWords(const ChannelName &channel)
{
    return channel.isEmpty() ? QCoreApplication::translate("verdict", "This channel")
                             : visibleLine(channelDisplayName(channel));
}

QString phrase(const char *source, const AnswerCase &answer)
{
    const auto &context = answer.input.context;
    QString text = QCoreApplication::translate("verdict", source);
    text.replace(QStringLiteral("{channel}"), channelWords(answer.input.address.channel));
    text.replace(QStringLiteral("{status}"), visibleLine(answer.input.status.raw));
    text.replace(QStringLiteral("{other}"), context.conflictWith ? visibleLine(context.conflictWith->raw) : QString());
    const bool isBySubCode = answer.input.reason.subCode.value == ReasonSubCode::InactiveSender;
    text.replace(QStringLiteral("{code}"),
                 visibleLine(isBySubCode ? answer.input.reason.subCode.raw : answer.input.reason.code.raw));
    return text;
}

QString ageWords(std::chrono::milliseconds age)
{
    using namespace std::chrono;
    const auto span = std::max(milliseconds(0), age);
    if (span < minutes(1))
        return QCoreApplication::translate("verdict", "less than a minute");
    if (span < minutes(2))
        return QCoreApplication::translate("verdict", "1 minute");
    if (span < hours(2))
        return QCoreApplication::translate("verdict", "%1 minutes").arg(duration_cast<minutes>(span).count());
    if (span < hours(72))
        return QCoreApplication::translate("verdict", "%1 hours").arg(duration_cast<hours>(span).count());
    return QCoreApplication::translate("verdict", "%1 days").arg(duration_cast<hours>(span).count() / 24);
}

} // namespace console
