// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/feature_glossary.h"
#include "verdict/phrases.h"
#include "verdict/sentences.h"

#include <QCoreApplication>

namespace console {

namespace {
/// What a list of features allows, as far as a next step depends on it.
struct Offer
{
    bool hasSingleCard = false;
    bool hasCarousel = false;
    bool hasButtons = false;
    bool hasFiles = false;
    bool hasKnown = false;

    bool hasCards() const { return hasSingleCard || hasCarousel; }
};

Offer offerOf(const QStringList &names)
{
    Offer offer;
    for (const QString &name : names) {
        const Feature *feature = findFeature(name);
        if (!feature)
            continue;
        offer.hasKnown = true;
        offer.hasCarousel = offer.hasCarousel || feature->name == "RICHCARD_CAROUSEL";
        offer.hasSingleCard
            = offer.hasSingleCard || (feature->group == FeatureGroup::Cards && feature->name != "RICHCARD_CAROUSEL");
        offer.hasButtons = offer.hasButtons || feature->group == FeatureGroup::Buttons
            || feature->name == "chatBotCommunication" || feature->meaning.starts_with("ACTION_");
        offer.hasFiles = offer.hasFiles || feature->group == FeatureGroup::Files;
    }
    return offer;
}

/// Only RCS has a list whose gaps mean something.
const char *gapOf(const Offer &offer)
{
    if (!offer.hasCards() && !offer.hasButtons)
        return QT_TRANSLATE_NOOP("verdict", "Cards and buttons are not reported.");
    if (!offer.hasCards())
        return QT_TRANSLATE_NOOP("verdict", "Cards are not reported.");
    if (!offer.hasCarousel)
        return QT_TRANSLATE_NOOP("verdict", "No carousel is reported.");
    return nullptr;
}

const char *rcsStep(const Offer &offer)
{
    if (!offer.hasKnown)
        return QT_TRANSLATE_NOOP("verdict", "Send plain text.");
    if (offer.hasCarousel && offer.hasSingleCard)
        return QT_TRANSLATE_NOOP("verdict", "Use {channel} with the listed features.");
    if (offer.hasCarousel)
        return QT_TRANSLATE_NOOP("verdict", "Use {channel} with the listed features only.");
    if (offer.hasSingleCard)
        return QT_TRANSLATE_NOOP("verdict", "Use {channel}; send single cards instead of a carousel.");
    if (offer.hasFiles)
        return QT_TRANSLATE_NOOP("verdict", "Send text or a file; no card.");
    return QT_TRANSLATE_NOOP("verdict", "Send text and the listed features; no card.");
}

QString joined(QStringList words)
{
    words.removeDuplicates();
    return words.join(QStringLiteral(", "));
}
} // namespace

QStringList newFeatures(const QStringList &names)
{
    QStringList unknown;
    for (const QString &name : names) {
        if (!name.isEmpty() && !findFeature(name) && !unknown.contains(name))
            unknown.append(name);
    }
    return unknown;
}

QString featureList(const QStringList &names)
{
    QStringList words;
    for (const QString &name : names) {
        const Feature *feature = findFeature(name);
        if (!feature || *feature->plainWords)
            words.append(featureText(name));
    }
    return joined(words);
}

QString featureSentence(const AnswerCase &answer)
{
    if (answer.features.isEmpty())
        return phrase(QT_TRANSLATE_NOOP("verdict",
                                        "{channel} works, but the answer names no feature; count on plain text "
                                        "only."),
                      answer);
    const QStringList unknown = newFeatures(answer.features);
    QStringList known = answer.features;
    known.removeIf([&](const QString &name) { return unknown.contains(name); });
    const QString list = featureList(known);
    QStringList sentences;
    if (list.isEmpty())
        sentences.append(phrase(QT_TRANSLATE_NOOP("verdict", "{channel} works."), answer));
    else
        sentences.append(
            phrase(QT_TRANSLATE_NOOP("verdict", "{channel} works with these features: %1."), answer).arg(list));
    if (const char *gap = answer.isRcs() && !list.isEmpty() ? gapOf(offerOf(known)) : nullptr)
        sentences.append(phrase(gap, answer));
    if (!unknown.isEmpty()) {
        //: %1 are names of features as the vendor sent them
        sentences.append(
            phrase(QT_TRANSLATE_NOOP("verdict", "It reports %1, which this console does not know yet."), answer)
                .arg(joined(unknown)));
    }
    return sentences.join(QLatin1Char(' '));
}

QString featureStep(const AnswerCase &answer)
{
    if (answer.features.isEmpty())
        return phrase(QT_TRANSLATE_NOOP("verdict", "Send plain text, or ask again before a rich message."), answer);
    QString step = phrase(answer.isRcs() ? rcsStep(offerOf(answer.features))
                                         : QT_TRANSLATE_NOOP("verdict", "Use only the listed features."),
                          answer);
    if (!newFeatures(answer.features).isEmpty())
        step += QLatin1Char(' ') + phrase(QT_TRANSLATE_NOOP("verdict", "Pass the new name to the tool owner."), answer);
    return step;
}

} // namespace console
