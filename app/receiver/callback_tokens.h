// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"
#include "domain/callback_client.h"

namespace console {

/// Bearer tokens for the callbacks of one project. Nothing is remembered of them: a token tells its end and a random part,
/// authenticated together with the project by a key made from the client's id and secret. So they outlive the program, and
/// end with either of these.
class CallbackTokens
{
public:
    static constexpr std::chrono::seconds kLife {300}; ///< as we tell it; the contract asks for 30 to 3600
    static constexpr std::chrono::seconds kGrace {60}; ///< for callbacks that are on their way when it ends
    static constexpr qsizetype kLength = 76;           ///< of every token, in base64url

    enum class Standing { Valid, Expired, Unknown };

    CallbackTokens() = default;
    /// Takes some milliseconds for each client: guessing a secret by means of a token has to be slow.
    CallbackTokens(const QString &projectId, const QList<CallbackClient> &clients);

    /// The client has to be one of these.
    Secret issue(const CallbackClient &client, Timestamp now) const;
    Standing judge(const QByteArray &token, Timestamp now) const;
    bool isFor(const QString &projectId, const QList<CallbackClient> &clients) const;

private:
    struct Issuer
    {
        CallbackClient client;
        QByteArray key;
    };
    QByteArray tagOf(const QByteArray &claims, const QByteArray &key) const;

    QString m_projectId;
    QList<Issuer> m_issuers;
};

} // namespace console
