// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listen_address.h"
#include "core/secret.h"
#include "domain/ids.h"

#include <QString>
#include <QUrl>

namespace console {

/// A named connection. Its secrets are not in here: they live in the SecretStore under `key`.
struct Project
{
    enum class Kind { Sandbox, Test, Live };

    QString key;  ///< ours (a ULID); never shown
    QString name; ///< as the user calls it
    Kind kind = Kind::Live;
    QString region;        ///< us, eu, br; chosen by the user, never defaulted
    QUrl baseUrlOverride;  ///< empty: the region's
    QUrl tokenUrlOverride; ///< empty: the global one
    QString projectId;
    QString keyId;
    bool usesBasic = false;
    ListenAddress receiver {QStringLiteral("127.0.0.1"), 8787};
    QString callbackPath; ///< random, made when the project is connected: "/callbacks/…"
    QUrl publicUrl;       ///< how the vendor reaches the receiver; empty: no webhook is registered
    bool allowsUnsigned = false;
    QString lastAppId;

    bool isSandbox() const { return kind == Kind::Sandbox; }
    friend bool operator==(const Project &, const Project &) = default;
};

/// The secrets of one project.
struct ProjectSecrets
{
    Secret keySecret;
    Secret webhookSecret;
    Secret previousWebhookSecret; ///< while a rotation lasts

    friend bool operator==(const ProjectSecrets &, const ProjectSecrets &) = default;
};

/// A new path that nobody can guess.
QString makeCallbackPath();

} // namespace console
