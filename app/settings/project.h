// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listen_address.h"
#include "domain/callback_client.h"
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
    /// How the vendor gets a token of ours, without which no callback is taken.
    enum class TokenRequest { None, Basic, Form };
    TokenRequest tokenRequest = TokenRequest::None;
    QString callbackClientId;
    QString lastAppId;

    bool isSandbox() const { return kind == Kind::Sandbox; }
    friend bool operator==(const Project &, const Project &) = default;
};

/// The secrets of one project.
struct ProjectSecrets
{
    Secret keySecret;
    Secret webhookSecret;
    Secret previousWebhookSecret;     ///< while a rotation lasts
    Secret callbackClientSecret = {}; ///< with which the vendor gets tokens of ours

    friend bool operator==(const ProjectSecrets &, const ProjectSecrets &) = default;
};

/// What the vendor gets tokens with; nothing where none are asked for, or the secret is not known.
std::optional<CallbackClient> callbackClientOf(const Project &project, const ProjectSecrets &secrets);

/// A new path that nobody can guess.
QString makeCallbackPath();

} // namespace console
