// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/preferences.h"

#include <QList>
#include <QVariant>

namespace console {

/// One preference as files name it: "lookup/wait_s" in the user's, "lookup.wait_s" in the organisation's.
struct PreferenceKey
{
    enum class Type { Number, Text, Truth };

    const char *name;
    Type type;
    const char *expected; ///< in words, for who wrote something else; English
    QVariant (*give)(const Preferences &);
    /// False when it is no value of this key; nothing has changed then.
    bool (*take)(Preferences &, const QVariant &);
};

/// All of them, apart from how the window was left.
const QList<PreferenceKey> &preferenceKeys();

} // namespace console
