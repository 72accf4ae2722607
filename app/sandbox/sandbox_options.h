// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listen_address.h"
#include "core/secret.h"

#include <QList>
#include <QString>

#include <chrono>

namespace console {

/// How one sandbox is set up. What is left empty is made at random.
struct SandboxOptions
{
    ListenAddress listen = {};
    quint64 seed = 1;       ///< decides apps, contacts and plausible answers
    QString projectId = {}; ///< a UUID when empty
    QString keyId = {};
    Secret keySecret = {};
    int contacts = 200;
    double speed = 1; ///< divides every wait; token life and timestamps stay as they are
    std::chrono::seconds tokenLifetime {3600};
    bool requireContact = false; ///< an identity that no contact has is answered with 404
    bool rateLimits = false;     ///< those of contract 1.2, 2.5
};

/// What a client needs to reach the sandbox.
struct SandboxReady
{
    struct AppName
    {
        QString id;
        QString displayName;
    };
    QString apiBase;
    QString tokenUrl;
    QString projectId;
    QString keyId;
    Secret keySecret;
    QList<AppName> apps;
};

} // namespace console
