// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/secret_keeper.h"

#include "core/continuation.h"
#include "text/error_text.h"

namespace console {

SecretKeeper::SecretKeeper(SecretStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{ }

QFuture<SecretKeeper::Loaded> SecretKeeper::load(const QString &projectKey)
{
    return m_store.load(projectKey) | then(this, [this](const Result<ProjectSecrets> &secrets) {
               return m_store.look() | then(this, [this, secrets](KeychainState state) -> Loaded {
                          see(state);
                          using Need = ProjectStanding::Need;
                          if (secrets && !secrets->keySecret.isEmpty())
                              return {*secrets, {}};
                          if (!secrets && state == KeychainState::Locked)
                              return {{},
                                      {Need::Keychain,
                                       tr("The secrets of this project are in the keychain, which is locked.")}};
                          if (!secrets)
                              return {{}, {Need::Key, errorText(secrets.error())}};
                          if (state == KeychainState::Unlocked)
                              return {*secrets,
                                      {Need::Key, tr("The key secret of this project is not in the keychain.")}};
                          //: %1 is the reason, such as "there is no session bus here"
                          return {*secrets,
                                  {Need::Key,
                                   tr("The key secret of this project was not kept: %1.").arg(keychainReason(state))}};
                      });
           });
}

void SecretKeeper::save(const QString &projectKey, const ProjectSecrets &secrets)
{
    m_store.save(projectKey, secrets) | then(this, [this, projectKey, secrets](const SecretStore::Saved &saved) {
        if (saved.place == SecretStore::Place::Keychain) {
            m_sessionOnly.remove(projectKey);
            m_unsaved.remove(projectKey);
        } else {
            m_sessionOnly.insert(projectKey, saved.reason);
            m_unsaved.insert(projectKey, secrets);
        }
        m_store.look() | then(this, [this](KeychainState state) { see(state); });
    });
}

void SecretKeeper::remove(const QString &projectKey)
{
    m_sessionOnly.remove(projectKey);
    m_unsaved.remove(projectKey);
    m_store.remove(projectKey) | then(this, [this, projectKey](const Result<> &removed) {
        m_leftovers.removeAll(projectKey);
        if (!removed)
            m_leftovers.append(projectKey);
        Q_EMIT changed();
    });
}

QFuture<KeychainState> SecretKeeper::unlock()
{
    return m_store.unlock() | then(this, [this](KeychainState state) {
               see(state);
               if (state == KeychainState::Unlocked)
                   catchUp();
               return state;
           });
}

void SecretKeeper::catchUp()
{
    const auto unsaved = m_unsaved;
    for (auto it = unsaved.begin(); it != unsaved.end(); ++it)
        save(it.key(), it.value());
    const auto leftovers = m_leftovers;
    for (const auto &projectKey : leftovers)
        remove(projectKey);
}

void SecretKeeper::see(KeychainState state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace console
