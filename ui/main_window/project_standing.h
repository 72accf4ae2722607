// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace console {

/// What keeps a project from being used, and what would help.
struct ProjectStanding
{
    enum class Need {
        Nothing,
        Key,      ///< its secrets are not known here: they have to be entered again
        Keychain, ///< its secrets are in a keychain that is locked
        Retry,    ///< the API could not be asked just now
        Edit,     ///< the API refused what it was given
    };
    Need need = Need::Nothing;
    QString problem; ///< a sentence for people; empty where nothing is needed

    friend bool operator==(const ProjectStanding &, const ProjectStanding &) = default;
};

} // namespace console
