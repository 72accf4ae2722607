// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/feature_glossary.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace console {

// Google's names (RCS for Business, "Feature"), the same in another dialect, and the names of Sinch's older RCS API.
// Which of them the Conversation API hands over is not established, so all are read.
namespace {
using G = FeatureGroup;

constexpr auto kCard = QT_TRANSLATE_NOOP("verdict", "single rich cards");
constexpr auto kNoCard = QT_TRANSLATE_NOOP("verdict", "send text and a picture link");
constexpr auto kLink = QT_TRANSLATE_NOOP("verdict", "link button");
constexpr auto kNoLink = QT_TRANSLATE_NOOP("verdict", "put the link into the text");
constexpr auto kDial = QT_TRANSLATE_NOOP("verdict", "call button");
constexpr auto kNoDial = QT_TRANSLATE_NOOP("verdict", "write the number");
constexpr auto kMap = QT_TRANSLATE_NOOP("verdict", "map button");
constexpr auto kNoMap = QT_TRANSLATE_NOOP("verdict", "send a map link");
constexpr auto kShare = QT_TRANSLATE_NOOP("verdict", "button that sends us the person's place");
constexpr auto kNoShare = QT_TRANSLATE_NOOP("verdict", "ask for the address");
constexpr auto kDate = QT_TRANSLATE_NOOP("verdict", "button that saves a date");
constexpr auto kNoDate = QT_TRANSLATE_NOOP("verdict", "write date and time");

constexpr std::array kGlossary {
    Feature {"RICHCARD_STANDALONE", "RICHCARD_STANDALONE", G::Cards, kCard, kNoCard},
    Feature {"RICHCARD", "RICHCARD_STANDALONE", G::Cards, kCard, kNoCard},
    Feature {"RICHCARD_CAROUSEL", "RICHCARD_CAROUSEL", G::Cards, QT_TRANSLATE_NOOP("verdict", "card carousel"),
             QT_TRANSLATE_NOOP("verdict", "send single cards one after the other")},
    Feature {"ACTION_OPEN_URL", "ACTION_OPEN_URL", G::Buttons, kLink, kNoLink},
    Feature {"OPEN_URL", "ACTION_OPEN_URL", G::Buttons, kLink, kNoLink},
    Feature {"ACTION_OPEN_URL_IN_WEBVIEW", "ACTION_OPEN_URL_IN_WEBVIEW", G::Buttons,
             QT_TRANSLATE_NOOP("verdict", "web page inside the message app"),
             QT_TRANSLATE_NOOP("verdict", "use the normal link button")},
    Feature {"ACTION_DIAL", "ACTION_DIAL", G::Buttons, kDial, kNoDial},
    Feature {"DIAL_PHONE_NUMBER", "ACTION_DIAL", G::Buttons, kDial, kNoDial},
    Feature {"ACTION_VIEW_LOCATION", "ACTION_VIEW_LOCATION", G::Location, kMap, kNoMap},
    Feature {"VIEW_LOCATION", "ACTION_VIEW_LOCATION", G::Location, kMap, kNoMap},
    Feature {"ACTION_SHARE_LOCATION", "ACTION_SHARE_LOCATION", G::Location, kShare, kNoShare},
    Feature {"SHARE_LOCATION", "ACTION_SHARE_LOCATION", G::Location, kShare, kNoShare},
    Feature {"ACTION_CREATE_CALENDAR_EVENT", "ACTION_CREATE_CALENDAR_EVENT", G::Calendar, kDate, kNoDate},
    Feature {"CREATE_CALENDAR_EVENT", "ACTION_CREATE_CALENDAR_EVENT", G::Calendar, kDate, kNoDate},
    Feature {"REVOCATION", "REVOCATION", G::Other, QT_TRANSLATE_NOOP("verdict", "taking back an undelivered message"),
             QT_TRANSLATE_NOOP("verdict", "a sent message cannot be taken back")},
    Feature {"PAYMENTS_V1", "PAYMENTS_V1", G::Other, QT_TRANSLATE_NOOP("verdict", "payments"), ""},
    Feature {"FEATURE_UNSPECIFIED", "FEATURE_UNSPECIFIED", G::Other, "", ""},
    Feature {"chat", "chat", G::Text, QT_TRANSLATE_NOOP("verdict", "text"),
             QT_TRANSLATE_NOOP("verdict", "no text over RCS")},
    Feature {"fileTransfer", "fileTransfer", G::Files, QT_TRANSLATE_NOOP("verdict", "files"),
             QT_TRANSLATE_NOOP("verdict", "send a link")},
    Feature {"chatBotCommunication", "chatBotCommunication", G::Cards,
             QT_TRANSLATE_NOOP("verdict", "business chat with cards and buttons"),
             QT_TRANSLATE_NOOP("verdict", "send plain text only")},
    Feature {"geolocationPush", "geolocationPush", G::Location, QT_TRANSLATE_NOOP("verdict", "sending a place"),
             kNoMap},
    Feature {"videoCall", "videoCall", G::Calls, QT_TRANSLATE_NOOP("verdict", "video calls"), ""},
    Feature {"callComposer", "callComposer", G::Calls,
             QT_TRANSLATE_NOOP("verdict", "picture and subject before a call"), ""},
    Feature {"rcs_enabled", "rcs_enabled", G::Other, "", ""},
};

QString translated(const char *source)
{
    return *source ? QCoreApplication::translate("verdict", source) : QString();
}
} // namespace

const Feature *findFeature(const QString &name)
{
    const auto found = std::find_if(kGlossary.begin(), kGlossary.end(), [&](const Feature &feature) {
        return name == QLatin1String(feature.name.data(), qsizetype(feature.name.size()));
    });
    return found == kGlossary.end() ? nullptr : &*found;
}

std::span<const Feature> featureGlossary()
{
    return kGlossary;
}

QString featureText(const QString &name)
{
    const Feature *feature = findFeature(name);
    const QString words = feature ? translated(feature->plainWords) : QString();
    return words.isEmpty() ? name : words;
}

QStringList featureLines(const QStringList &names)
{
    QStringList lines;
    for (const QString &name : names) {
        const Feature *feature = findFeature(name);
        const QString words = feature
            ? translated(feature->plainWords)
            : QCoreApplication::translate("verdict", "new: this console does not know it yet");
        lines.append(words.isEmpty() ? name : QStringLiteral("%1: %2").arg(name, words));
    }
    return lines;
}

bool listsFeature(const QStringList &names, const QString &wanted)
{
    const Feature *feature = findFeature(wanted);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        const Feature *listed = findFeature(name);
        return name == wanted || (feature && listed && feature->meaning == listed->meaning);
    });
}

} // namespace console
