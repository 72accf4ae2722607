// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/plausible_answers.h"

#include "core/hmac.h"

#include <QtEndian>

namespace console {

namespace {
// Shares of a hundred; what is left over is NO_CAPABILITY.
struct ChannelHabit
{
    const char *channel;
    int full;
    int partial;
    int unknown;
    const char *refusal; ///< the reason beside NO_CAPABILITY
};

// SMS has no source of truth and WhatsApp nearly always a yes; messengers know only who wrote to them before.
constexpr ChannelHabit kHabits[] = {
    {"RCS", 30, 40, 5, "RECIPIENT_NOT_REACHABLE"},     {"SMS", 38, 0, 60, "RECIPIENT_INVALID_CHANNEL_IDENTITY"},
    {"WHATSAPP", 86, 0, 2, "RECIPIENT_NOT_REACHABLE"}, {"MMS", 60, 0, 35, "UNSUPPORTED_OPERATION"},
    {"VIBERBM", 66, 0, 4, "RECIPIENT_NOT_REACHABLE"},  {"KAKAOTALK", 80, 0, 5, "RECIPIENT_NOT_REACHABLE"},
};
constexpr ChannelHabit kMessengerHabit = {"", 70, 0, 18, "RECIPIENT_NOT_OPTED_IN"};

const ChannelHabit &habitOf(const QString &channel)
{
    for (const auto &habit : kHabits) {
        if (channel == QLatin1String(habit.channel))
            return habit;
    }
    return kMessengerHabit;
}

QStringList featuresOf(const QString &channel)
{
    if (channel == QLatin1String("RCS")) // the features of Google's RCS Business Messaging
        return {QStringLiteral("RICHCARD_STANDALONE"),
                QStringLiteral("RICHCARD_CAROUSEL"),
                QStringLiteral("ACTION_CREATE_CALENDAR_EVENT"),
                QStringLiteral("ACTION_DIAL"),
                QStringLiteral("ACTION_OPEN_URL"),
                QStringLiteral("ACTION_SHARE_LOCATION"),
                QStringLiteral("ACTION_VIEW_LOCATION"),
                QStringLiteral("REVOCATION")};
    return {QStringLiteral("TEXT"), QStringLiteral("IMAGE"), QStringLiteral("VIDEO"), QStringLiteral("LOCATION")};
}

QString refusalText(const QString &reasonCode)
{
    if (reasonCode == QLatin1String("RECIPIENT_INVALID_CHANNEL_IDENTITY"))
        return QStringLiteral("The identity is not valid on this channel.");
    if (reasonCode == QLatin1String("RECIPIENT_NOT_OPTED_IN"))
        return QStringLiteral("The recipient has not opted in on this channel.");
    if (reasonCode == QLatin1String("UNSUPPORTED_OPERATION"))
        return QStringLiteral("The recipient's network does not support this channel.");
    return QStringLiteral("The recipient cannot be reached on this channel.");
}
} // namespace

CapabilityAnswer PlausibleAnswers::answerFor(const QString &channel, const QString &identity) const
{
    const auto &habit = habitOf(channel);
    const int drawn = int(draw("answer", channel, identity) % 100);
    if (drawn < habit.full) {
        const bool hasList = channel == QLatin1String("RCS");
        return {.status = QStringLiteral("CAPABILITY_FULL"),
                .channelCapabilities = hasList ? featuresOf(channel) : QStringList()};
    }
    if (drawn < habit.full + habit.partial)
        return {.status = QStringLiteral("CAPABILITY_PARTIAL"), .channelCapabilities = someFeatures(channel, identity)};
    if (drawn < habit.full + habit.partial + habit.unknown)
        return {.status = QStringLiteral("CAPABILITY_UNKNOWN")};
    const auto reason = QString::fromLatin1(habit.refusal);
    const bool hasCode = channel == QLatin1String("WHATSAPP"); // today's only channel that passes its own codes through
    return {.status = QStringLiteral("NO_CAPABILITY"),
            .reasonCode = reason,
            .reasonDescription = refusalText(reason),
            .channelCode = hasCode ? QStringLiteral("131026") : QString()};
}

QStringList PlausibleAnswers::someFeatures(const QString &channel, const QString &identity) const
{
    const auto all = featuresOf(channel);
    const auto drawn = draw("features", channel, identity);
    QStringList some;
    for (int i = 0; i < all.size() - 1; ++i) { // never all of them: that would be FULL
        if (i == 0 || (drawn >> i) & 1)
            some += all[i];
    }
    return some;
}

std::chrono::milliseconds PlausibleAnswers::delayFor(const QString &channel, const QString &identity) const
{
    return std::chrono::milliseconds(300 + draw("delay", channel, identity) % 2701);
}

quint64 PlausibleAnswers::draw(const char *purpose, const QString &channel, const QString &identity) const
{
    const auto text = QByteArray::number(m_seed) + '\n' + purpose + '\n' + channel.toUtf8() + '\n' + identity.toUtf8();
    return qFromBigEndian<quint64>(sha256(text).constData());
}

} // namespace console
