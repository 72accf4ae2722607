// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/header_texts.h"

#include "core/visible_text.h"
#include "ui/detail/failure_advice.h"
#include "ui/theme/status_chips.h"
#include "verdict/feature_glossary.h"
#include "verdict/phrases.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace console {

namespace {

constexpr qsizetype kNamedFeatures = 3;

QString words(const char *source)
{
    return QCoreApplication::translate("console::DetailPanel", source);
}

QString featuresOf(const ChannelIdentity &address, const QList<AnswerCard> &cards)
{
    QStringList features;
    for (const auto &card : cards) {
        if (!card.isPending && card.address == address) {
            for (const auto &name : card.input.channelCapabilities)
                features.append(visibleLine(featureText(name)));
        }
    }
    features.removeDuplicates();
    const auto others = int(features.size() - kNamedFeatures);
    const QString named = features.mid(0, kNamedFeatures).join(QStringLiteral(", "));
    //: %1 are features of a channel, %n is how many there are beside them
    return others > 0
        ? QCoreApplication::translate("console::DetailPanel", "%1 and %n more", nullptr, others).arg(named)
        : named;
}

QString bestText(const BestChannel &best, bool isOpen)
{
    if (!best.best)
        return isOpen ? words(QT_TRANSLATE_NOOP("console::DetailPanel", "No best channel so far"))
                      : words(QT_TRANSLATE_NOOP("console::DetailPanel", "No best channel"));
    if (isOpen)
        //: %1 is the channel to write on, as long as no other answers
        return words(QT_TRANSLATE_NOOP("console::DetailPanel", "Best so far: %1"))
            .arg(channelWords(best.best->channel));
    if (best.confidence == Confidence::Weak)
        //: %1 is a channel that says yes, which proves little
        return words(QT_TRANSLATE_NOOP("console::DetailPanel", "Try %1")).arg(channelWords(best.best->channel));
    //: %1 is the channel to write on
    return words(QT_TRANSLATE_NOOP("console::DetailPanel", "Best: %1")).arg(channelWords(best.best->channel));
}

QString captionOf(const AnswerSource &source, const AnswerFacts &facts)
{
    const QDateTime asked = QDateTime::fromMSecsSinceEpoch(toMilliseconds(source.askedAt()));
    const QString time = asked.toString(QStringLiteral("HH:mm:ss"));
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMilliseconds(facts.now)).date();
    const QString when = asked.date() == today
        ? time
        : QLocale().toString(asked.date(), QLocale::ShortFormat) + QLatin1Char(' ') + time;
    QStringList parts {words(facts.lookup ? QT_TRANSLATE_NOOP("console::DetailPanel", "Asked %1")
                                          : QT_TRANSLATE_NOOP("console::DetailPanel", "Not asked here, %1"))
                           .arg(when)};
    if (facts.app)
        parts.append(visibleLine(facts.app->displayName));
    if (facts.lookup && facts.progress.expected > 0 && facts.progress.state != LookupState::Failed)
        parts.append(words(QT_TRANSLATE_NOOP("console::DetailPanel", "%1 of %2 answered"))
                         .arg(facts.progress.answered)
                         .arg(facts.progress.expected));
    return parts.join(QStringLiteral(" · "));
}

QString notAskedText(const QList<ChannelName> &channels)
{
    QStringList names;
    for (const ChannelName &channel : channels)
        names.append(channelWords(channel));
    //: %1 are names of channels
    return names.isEmpty()
        ? QString()
        : words(QT_TRANSLATE_NOOP("console::DetailPanel", "Not asked: %1. The app has no such channel."))
              .arg(visibleLine(names.join(QStringLiteral(", "))));
}

QList<ChannelIdentity> askedIdentities(const Lookup &lookup)
{
    const auto *typed = std::get_if<QList<ChannelIdentity>>(&lookup.recipient);
    return typed ? *typed : QList<ChannelIdentity>();
}

} // namespace

HeaderTexts headerTexts(const AnswerSource &source, const AnswerFacts &facts, const QList<AnswerCard> &cards,
                        const BestChannel &best)
{
    HeaderTexts texts;
    texts.who = visibleLine(whoOf(facts.lookup, facts.rows));
    texts.caption = captionOf(source, facts);
    const bool isAnyJudged
        = std::any_of(cards.begin(), cards.end(), [](const AnswerCard &card) { return !card.isPending; });
    if (isAnyJudged) {
        texts.best = bestText(best, facts.lookup && facts.progress.isOpen());
        if (best.best)
            texts.features = featuresOf(*best.best, cards);
        texts.why = bestChannelSentence(best);
    } else if (facts.lookup && facts.progress.isOpen()) {
        texts.best = words(QT_TRANSLATE_NOOP("console::DetailPanel", "Waiting for the first answer"));
    }
    if (!facts.lookup)
        return texts;
    texts.state = chipFor(facts.progress);
    if (!facts.lookup->aliases.isEmpty())
        texts.alias = aliasWarning(facts.lookup->aliases);
    texts.failure = failureText(facts);
    texts.doubt = doubtText(facts);
    texts.notAsked = notAskedText(channelsNotAsked(facts));
    return texts;
}

QString doubtText(const AnswerFacts &facts)
{
    if (!facts.lookup || facts.progress.state != LookupState::TimedOut || !facts.rows.isEmpty())
        return {};
    if (!facts.refused.isEmpty())
        return words(
            QT_TRANSLATE_NOOP("console::DetailPanel",
                              "Callbacks came and were refused, so this is probably ours, not the channels': see "
                              "Rejected & other."));
    if (facts.progress.expected < 2) // one alone may be silent for reasons of its own
        return {};
    return words(
        QT_TRANSLATE_NOOP("console::DetailPanel",
                          "Not one callback came for this lookup, so this is probably ours, not the channels': "
                          "check that the webhook of the app leads to this receiver."));
}

QList<ChannelName> channelsNotAsked(const AnswerFacts &facts)
{
    QList<ChannelName> channels;
    if (!facts.app || !facts.contact || !facts.lookup || !std::holds_alternative<ContactId>(facts.lookup->recipient))
        return channels;
    for (const ChannelIdentity &own : facts.contact->identities) {
        const auto answers = [&own](const NotificationRow &row) { return row.address.channel == own.channel; };
        const bool isAnswered = std::any_of(facts.rows.begin(), facts.rows.end(), answers); // whatever the app says
        if (!facts.app->hasChannel(own.channel) && !isAnswered && !channels.contains(own.channel))
            channels.append(own.channel);
    }
    return channels;
}

QString failureText(const AnswerFacts &facts)
{
    const bool isUnknown = facts.progress.state == LookupState::OutcomeUnknown;
    if (!facts.lookup || (facts.progress.state != LookupState::Failed && !isUnknown))
        return {};
    if (facts.lookup->failure)
        return failureAdvice(*facts.lookup->failure, askedIdentities(*facts.lookup));
    return isUnknown ? unknownOutcomeAdvice() : QString();
}

} // namespace console
