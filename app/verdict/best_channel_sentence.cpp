// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visible_text.h"
#include "verdict/best_channel.h"
#include "verdict/phrases.h"
#include "verdict/term_text.h"

#include <QCoreApplication>

namespace console {

namespace {
const char *decisionWords(const BestChannel &choice)
{
    switch (choice.decidedBy) {
    case DecidedBy::Confidence:
        return choice.confidence == Confidence::Confirmed
            ? QT_TRANSLATE_NOOP("verdict", "the channel looked this person up, the others can only assume")
            : QT_TRANSLATE_NOOP("verdict", "nothing speaks against it, and the other answers prove less");
    case DecidedBy::ContactPriority:
        return QT_TRANSLATE_NOOP("verdict", "the contact prefers it");
    case DecidedBy::AppOrder:
        return QT_TRANSLATE_NOOP("verdict", "it comes first in the app");
    case DecidedBy::Status:
        return QT_TRANSLATE_NOOP("verdict", "it offers more");
    case DecidedBy::Freshness:
        return QT_TRANSLATE_NOOP("verdict", "its answer is newer");
    case DecidedBy::Name:
        return QT_TRANSLATE_NOOP("verdict", "all else is equal, so the first by name");
    case DecidedBy::OnlyOne:
        return QT_TRANSLATE_NOOP("verdict", "it is the only one known to work");
    case DecidedBy::NeedNotMet:
        return QT_TRANSLATE_NOOP("verdict", "No channel offers the features that are needed.");
    case DecidedBy::None:
        return QT_TRANSLATE_NOOP("verdict", "No channel is known to work.");
    case DecidedBy::SetupFault:
        return QT_TRANSLATE_NOOP("verdict", "No channel could be checked because of our own set-up.");
    }
    return "";
}

QString words(const char *source)
{
    return QCoreApplication::translate("verdict", source);
}

QString addressText(const ChannelIdentity &address)
{
    return QString(channelWords(address.channel) + QLatin1Char(' ') + visibleLine(address.identity)).trimmed();
}

QString channelsOf(const QList<ChannelIdentity> &addresses)
{
    QStringList names;
    for (const auto &address : addresses)
        names.append(channelWords(address.channel));
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}
} // namespace

QString bestChannelSentence(const BestChannel &choice)
{
    const QString why = words(decisionWords(choice));
    if (!choice.best) {
        if (choice.unproven.isEmpty())
            return why;
        //: %1 is a sentence, %2 names channels
        return words(QT_TRANSLATE_NOOP("verdict", "%1 Unproven: %2.")).arg(why, channelsOf(choice.unproven));
    }
    //: %1 is a channel with its identity, %2 how safe it is ("weak"), %3 why it was chosen
    QString text = words(QT_TRANSLATE_NOOP("verdict", "%1 (%2): %3."))
                       .arg(addressText(*choice.best), confidenceText(choice.confidence), why);
    const auto append = [&text](const char *source, const QString &channels) {
        text += QLatin1Char(' ') + words(source).arg(channels);
    };
    if (!choice.alsoUsable.isEmpty())
        append(QT_TRANSLATE_NOOP("verdict", "Second choice: %1."), addressText(choice.alsoUsable.first()));
    if (choice.preferred)
        append(QT_TRANSLATE_NOOP("verdict", "The contact would prefer %1."), channelWords(choice.preferred->channel));
    if (!choice.worthAskingAgain.isEmpty())
        append(QT_TRANSLATE_NOOP("verdict", "Worth asking again: %1."), channelsOf(choice.worthAskingAgain));
    return text;
}

} // namespace console
