// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listen_address.h"

#include <QStringList>

namespace console {

/// The command line of capability-console.
struct ConsoleOptions
{
    QString database;                    ///< empty: the profile's own
    QString profile;                     ///< empty: the default one
    std::optional<ListenAddress> listen; ///< instead of the projects' own addresses
    bool wantsHelp = false;
    bool wantsVersion = false;

    /// Arguments without the program's name; Qt's own (-platform, -style …) are passed over. Needs no application object,
    /// so that a mistake is told without a display, too. Errors: Config.
    [[nodiscard]] static Result<ConsoleOptions> parse(const QStringList &arguments);
    static const char *help();
};

} // namespace console
