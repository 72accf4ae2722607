// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace console {

struct SandboxIdentity
{
    QString channel;
    QString identity;
    QString appId; ///< set on app-scoped channels

    friend bool operator==(const SandboxIdentity &, const SandboxIdentity &) = default;
};

/// One contact of the project.
struct SandboxContact
{
    QString id; ///< a ULID
    QList<SandboxIdentity> identities;
    QStringList channelPriority;
    QString displayName;
    QString email;
    QString externalId;
    QString metadata;
    QString language;

    /// As the API answers it: every member there, empty ones too.
    QJsonObject toJson() const;

    friend bool operator==(const SandboxContact &, const SandboxContact &) = default;
};

} // namespace console
