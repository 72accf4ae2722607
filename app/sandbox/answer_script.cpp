// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answer_script.h"

#include <optional>

namespace console {

namespace {
using namespace std::chrono_literals;

constexpr auto kLate = 45s;
constexpr auto kSecondAnswer = 1s;

std::optional<int> endingOf(const QString &identity)
{
    if (identity.size() < 2)
        return std::nullopt;
    int ending = 0;
    for (const auto character : identity.right(2)) {
        if (character < QLatin1Char('0') || character > QLatin1Char('9'))
            return std::nullopt;
        ending = ending * 10 + character.digitValue();
    }
    return ending;
}

CapabilityAnswer failed(const QString &status, const QString &reason, const QString &description)
{
    return {.status = status, .reasonCode = reason, .reasonDescription = description};
}
} // namespace

AnswerScript::Registration AnswerScript::registrationFor(const QString &identity)
{
    switch (endingOf(identity).value_or(0)) {
    case 58:
        return Registration::RateLimited;
    case 59:
        return Registration::ServerFault;
    case 68:
        return Registration::AfterItsAnswers;
    default:
        return Registration::Ordinary;
    }
}

QList<PlannedCallback> AnswerScript::callbacksFor(const QString &channel, const QString &identity) const
{
    const int ending = endingOf(identity).value_or(0);
    PlannedCallback callback {.delay = m_plausible.delayFor(channel, identity),
                              .answer = scripted(ending, channel, identity)};
    switch (ending) {
    case 60:
        return {};
    case 61:
        callback.repeatAfter = kSecondAnswer;
        break;
    case 62: {
        auto contrary = callback;
        contrary.delay += kSecondAnswer;
        contrary.answer = failed(QStringLiteral("NO_CAPABILITY"), QStringLiteral("RECIPIENT_NOT_REACHABLE"),
                                 QStringLiteral("The recipient cannot be reached on this channel."));
        return {callback, contrary};
    }
    case 63:
        callback.delay = kLate;
        break;
    case 64:
        callback.signing = PlannedCallback::Signing::Wrong;
        break;
    case 65:
        callback.signing = PlannedCallback::Signing::Stale;
        break;
    case 66:
        callback.shape = PlannedCallback::Shape::Flat;
        break;
    case 67:
        callback.shape = PlannedCallback::Shape::Unlisted;
        break;
    case 68:
        callback.delay = 0ms;
        break;
    case 69:
        callback.shape = PlannedCallback::Shape::NotJson;
        break;
    default:
        break;
    }
    return {callback};
}

CapabilityAnswer AnswerScript::scripted(int ending, const QString &channel, const QString &identity) const
{
    const auto full = QStringLiteral("CAPABILITY_FULL");
    const auto unknown = QStringLiteral("CAPABILITY_UNKNOWN");
    const auto none = QStringLiteral("NO_CAPABILITY");
    switch (ending) {
    case 50:
    case 62:
        return {.status = full};
    case 51:
        return {.status = QStringLiteral("CAPABILITY_PARTIAL"),
                .channelCapabilities = m_plausible.someFeatures(channel, identity)};
    case 52:
        return failed(none, QStringLiteral("RECIPIENT_NOT_REACHABLE"),
                      QStringLiteral("The recipient cannot be reached on this channel."));
    case 53:
        return {.status = unknown};
    case 54:
        return failed(unknown, QStringLiteral("CHANNEL_FAILURE"),
                      QStringLiteral("The channel did not accept the request; several retries were made."));
    case 55:
        return failed(none, QStringLiteral("CHANNEL_CONFIGURATION_MISSING"),
                      QStringLiteral("The channel is not configured on this app."));
    case 56:
        return failed(unknown, QStringLiteral("RATE_LIMITED"),
                      QStringLiteral("The lookup was not done because of rate limiting."));
    case 57:
        return failed(none, QStringLiteral("RECIPIENT_NOT_OPTED_IN"),
                      QStringLiteral("The recipient has not opted in on this channel."));
    case 67:
        return {.status = QStringLiteral("CAPABILITY_EXPERIMENTAL"),
                .channelCapabilities = {QStringLiteral("HOLOGRAM"), QStringLiteral("ACTION_TELEPORT")}};
    default:
        return m_plausible.answerFor(channel, identity);
    }
}

} // namespace console
