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
    Plural {QLatin1String("the certificate expires in %n days"), QLatin1String("the certificate expires in %n day")},
    Plural {QLatin1String("%n connections ended before TLS was agreed on"),
            QLatin1String("%n connection ended before TLS was agreed on")},
    Plural {QLatin1String("%n bytes"), QLatin1String("%n byte")},
    Plural {QLatin1String("%n differences in capability, reason or features."),
            QLatin1String("%n difference in capability, reason or features.")},
    Plural {QLatin1String("It may have cost the answers to %n lookups."),
            QLatin1String("It may have cost the answers to %n lookup.")},
    Plural {QLatin1String("%n times between %1 and %2, the machine slept or its clock was set."),
            QLatin1String("Once between %1 and %2, the machine slept or its clock was set.")},
    Plural {QLatin1String("Look up again (%n lookups)"), QLatin1String("Look up again (%n lookup)")},
    Plural {QLatin1String("%n notifications"), QLatin1String("%n notification")},
    Plural {QLatin1String("Tags and note of %n notifications"), QLatin1String("Tags and note of %n notification")},
    Plural {QLatin1String("The file still holds %n traces: another program may be reading it. Try again."),
            QLatin1String("The file still holds %n trace: another program may be reading it. Try again.")},
    Plural {QLatin1String("%n notifications were removed."), QLatin1String("%n notification was removed.")},
    Plural {QLatin1String("%n replacements in the first rows"), QLatin1String("%n replacement in the first rows")},
    Plural {QLatin1String("%n notifications were written."), QLatin1String("%n notification was written.")},
    Plural {QLatin1String("%n were removed from the history meanwhile."),
            QLatin1String("%n was removed from the history meanwhile.")},
    Plural {QLatin1String("%n replacements."), QLatin1String("%n replacement.")},
    Plural {QLatin1String("%n notifications were imported."), QLatin1String("%n notification was imported.")},
    Plural {QLatin1String("%n were there already."), QLatin1String("%n was there already.")},
    Plural {QLatin1String("%n lines are no notifications; the first: %1"),
            QLatin1String("%n line is no notification: %1")},
    Plural {QLatin1String("%n notifications with their bytes"), QLatin1String("%n notification with its bytes")},
    Plural {QLatin1String("%n lookups"), QLatin1String("%n lookup")},
    Plural {QLatin1String("%n other callbacks"), QLatin1String("%n other callback")},
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
    if (count > 1) // in groups of three digits, as figures elsewhere
        return QString::fromUtf8(text).replace(QLatin1String("%n"), QLatin1String("%Ln"));
    if (count != 1)
        return {};
    for (const auto &[many, one] : kPlurals) {
        if (many == QLatin1String(text))
            return one;
    }
    return {};
}

} // namespace console
