// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/identity_parser.h"
#include "lookup/lookup_service.h"
#include "lookup/ports.h"
#include "settings/managed_settings.h"

namespace console {

/// What `capability-cli lookup` was asked to do.
struct LookupOptions
{
    bool isSandbox = false;
    std::optional<ApiSettings> api; ///< of a real project; with --sandbox it is made when the sandbox runs
    std::optional<AppId> app;       ///< none: the sandbox's first
    std::optional<ContactId> contact;
    QList<ChannelIdentity> identities;
    std::chrono::milliseconds wait {30'000};
    bool isJson = false;
    QString database; ///< empty: a private temporary one
    RouteRequest route;
    QUrl publicUrl; ///< empty: nothing is registered

    /// \returns nothing when the command line is not usable; `exitCode` is then final.
    static std::optional<LookupOptions> parse(const QStringList &arguments, int &exitCode,
                                              const ManagedSettings &managed = {});
};

} // namespace console
