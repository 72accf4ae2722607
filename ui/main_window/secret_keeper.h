// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/secret_store.h"
#include "ui/main_window/project_standing.h"

#include <QHash>

namespace console {

/// The secrets of the projects of a running program, and what the keychain still owes: secrets that are kept until the
/// program ends only, and removed ones that are still in it because it is locked. Unlocking makes up for both.
/// Thread: GUI.
class SecretKeeper : public QObject
{
    Q_OBJECT

public:
    explicit SecretKeeper(SecretStore &store, QObject *parent = nullptr);

    struct Loaded
    {
        ProjectSecrets secrets;
        ProjectStanding standing; ///< need Key or Keychain where they are not there
    };
    QFuture<Loaded> load(const QString &projectKey);
    void save(const QString &projectKey, const ProjectSecrets &secrets);
    void remove(const QString &projectKey);

    QFuture<KeychainState> look() { return m_store.look(); }
    /// Lets the keychain ask; only where the user pressed something.
    QFuture<KeychainState> unlock();

    /// Why the secrets of this project are kept until the program ends only; empty when they are not.
    QString sessionOnlyReason(const QString &projectKey) const { return m_sessionOnly.value(projectKey); }
    /// Secrets of removed projects are still in the keychain.
    bool hasLeftovers() const { return !m_leftovers.isEmpty(); }
    /// As it was last seen.
    KeychainState state() const { return m_state; }

Q_SIGNALS:
    void changed();

private:
    void see(KeychainState state);
    void catchUp();

    SecretStore &m_store;
    KeychainState m_state = KeychainState::Unlocked;
    QHash<QString, QString> m_sessionOnly;    ///< reasons, by project key
    QHash<QString, ProjectSecrets> m_unsaved; ///< what would be saved, by project key
    QStringList m_leftovers;                  ///< project keys
};

} // namespace console
