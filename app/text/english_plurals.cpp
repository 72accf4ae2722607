// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/english_plurals.h"

#include <array>

namespace console {

namespace {

struct Plural
{
    QLatin1String many;
    QLatin1String one;
};

/// Texts that say the same of one and of many are not here.
constexpr std::array kPlurals {
    Plural {QLatin1String("%n bytes"), QLatin1String("%n byte")},
    Plural {QLatin1String("It may have cost the answers to %n lookups."),
            QLatin1String("It may have cost the answers to %n lookup.")},
    Plural {QLatin1String("%n identities"), QLatin1String("%n identity")},
    Plural {QLatin1String("%n receivers"), QLatin1String("%n receiver")},
    Plural {QLatin1String("%n of other kinds"), QLatin1String("%n of another kind")},
    Plural {QLatin1String("%1, %n answers: %2"), QLatin1String("%1, %n answer: %2")},
    Plural {QLatin1String("sent again %n times"), QLatin1String("sent again once")},
    Plural {QLatin1String("%1, and %n more that look odd. They can be asked all the same."),
            QLatin1String("%1, and %n more that looks odd. They can be asked all the same.")},
};

} // namespace

QString EnglishPlurals::translate(const char *, const char *text, const char *, int count) const
{
    if (count != 1)
        return {};
    for (const auto &[many, one] : kPlurals) {
        if (many == QLatin1String(text))
            return one;
    }
    return {};
}

} // namespace console
