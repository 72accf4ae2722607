// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "main/sandbox_thread.h"
#include "settings/project.h"

namespace console {

/// A live project whose vendor is a sandbox of its own.
inline Project projectAt(const SandboxAccess &access)
{
    Project project;
    project.key = QStringLiteral("live");
    project.name = QStringLiteral("Production");
    project.kind = Project::Kind::Live;
    project.baseUrlOverride = access.baseUrl;
    project.tokenUrlOverride = access.tokenUrl;
    project.projectId = access.projectId;
    project.keyId = access.keyId;
    project.callbackPath = QStringLiteral("/callbacks/live");
    return project;
}

} // namespace console
