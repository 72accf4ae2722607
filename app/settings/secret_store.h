// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "settings/keychain_probe.h"
#include "settings/project.h"

#include <QFuture>
#include <QHash>
#include <QObject>

#include <memory>

namespace console {

class KeychainPrompt;

/// Secrets of projects in the desktop's keychain, through QtKeychain; never its insecure fallback. Where there is no
/// keychain, or it does not answer within 60 s, they are kept for this session only, and the reason is told.
/// Nothing touches the keychain before the first call. Thread: GUI; futures finish there.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    enum class Place { Keychain, SessionOnly };
    struct Saved
    {
        Place place;
        QString reason; ///< why only for this session
    };

    explicit SecretStore(QString profile, QObject *parent = nullptr);
    ~SecretStore() override;

    /// What a keychain would do now; no prompt. Why secrets are kept for this session only: keychainReason().
    QFuture<KeychainState> look() { return m_probe.look(); }

    /// Lets the keychain ask the user for its password, or for a new one where it was never set up; only where the user
    /// pressed something. \returns what it would do afterwards.
    QFuture<KeychainState> unlock();

    /// Absent secrets come back empty. Errors: Config with the keychain's words (locked, broken), Timeout.
    QFuture<Result<ProjectSecrets>> load(const QString &projectKey);
    /// Kept for the session at once; the future tells where they are kept for good.
    QFuture<Saved> save(const QString &projectKey, const ProjectSecrets &secrets);
    /// Forgets them at once, and removes them from the keychain. Errors: Config (they are still in it: it is locked, or
    /// did not do it), Timeout.
    QFuture<Result<>> remove(const QString &projectKey);

private:
    QString entryName(const QString &projectKey) const;
    QFuture<Result<>> erase(const QString &projectKey);
    QFuture<Result<ProjectSecrets>> read(const QString &projectKey);
    QFuture<Saved> write(const QString &projectKey, const ProjectSecrets &secrets);

    QString m_profile;
    KeychainProbe m_probe;
    std::unique_ptr<KeychainPrompt> m_prompt;
    QHash<QString, ProjectSecrets> m_session;
};

} // namespace console
