// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/lookup_options.h"
#include "domain/app.h"
#include "domain/contact.h"

namespace console {

/// Whom and what is asked, and which answers are expected. What could not be read only leaves the expected set open.
struct LookupTarget
{
    std::optional<AppId> app;
    QString displayName;
    QList<ChannelIdentity> expected;
    QList<ChannelName> appChannels;
    QList<ChannelName> contactPriority;
    QStringList warnings;
};

/// Reads app and contact for the expected set. Never fails: what it could not read is a warning.
QFuture<LookupTarget> findTarget(ProjectConnection &connection, const LookupOptions &options, QObject *context);

} // namespace console
