// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace console {

/// What an identity brings, by its last two digits.
struct Ending
{
    const char *digits;
    const char *answer;
};

/// What AnswerScript does, told to people: the one list that the help, the manual and the window show.
inline constexpr std::array kEndings {
    Ending {"00-49", "a plausible answer for the channel, the same each time for a seed"},
    Ending {"50", "CAPABILITY_FULL"},
    Ending {"51", "CAPABILITY_PARTIAL with channel_capabilities"},
    Ending {"52", "NO_CAPABILITY, reason RECIPIENT_NOT_REACHABLE"},
    Ending {"53", "CAPABILITY_UNKNOWN without a reason"},
    Ending {"54", "CAPABILITY_UNKNOWN, reason CHANNEL_FAILURE"},
    Ending {"55", "NO_CAPABILITY, reason CHANNEL_CONFIGURATION_MISSING"},
    Ending {"56", "CAPABILITY_UNKNOWN, reason RATE_LIMITED"},
    Ending {"57", "NO_CAPABILITY, reason RECIPIENT_NOT_OPTED_IN"},
    Ending {"58", "no answer: the query itself gets 429"},
    Ending {"59", "no answer: the query itself gets 500"},
    Ending {"60", "no answer, ever"},
    Ending {"61", "the answer comes twice, as a retry"},
    Ending {"62", "two answers that contradict each other"},
    Ending {"63", "a late answer, after 45 seconds"},
    Ending {"64", "an answer with a wrong signature"},
    Ending {"65", "an answer with a stale timestamp"},
    Ending {"66", "an answer in a flat body, the shape of 2020"},
    Ending {"67", "a status, channel_capabilities and members that nobody knows"},
    Ending {"68", "an answer before the registration returns"},
    Ending {"69", "a well-signed body that is not JSON"},
    Ending {"70-99", "as 00-49"},
};

/// One line for each, in columns.
QString endingsText();

} // namespace console
