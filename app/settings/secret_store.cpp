// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secret_store.h"

#include "core/continuation.h"
#include "core/log.h"
#include "core/run_on.h"
#include "settings/keychain_prompt.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace console {

namespace {

constexpr auto kService = "capability-console";
constexpr std::chrono::seconds kPatience {
    60}; // a keychain's prompt may wait for ever; no job of QtKeychain has a limit

QByteArray encode(const ProjectSecrets &secrets)
{
    return QJsonDocument(QJsonObject {{QStringLiteral("key"), secrets.keySecret.reveal()},
                                      {QStringLiteral("webhook"), secrets.webhookSecret.reveal()},
                                      {QStringLiteral("previous_webhook"), secrets.previousWebhookSecret.reveal()},
                                      {QStringLiteral("callback_client"), secrets.callbackClientSecret.reveal()}})
        .toJson(QJsonDocument::Compact);
}

ProjectSecrets decode(const QByteArray &bytes)
{
    const auto object = QJsonDocument::fromJson(bytes).object();
    const auto secret = [&](const char *name) { return Secret(object.value(QLatin1String(name)).toString()); };
    return {secret("key"), secret("webhook"), secret("previous_webhook"), secret("callback_client")};
}

/// Starts a job; its end, or the end of our patience, whichever comes first, calls `done` once.
void run(QKeychain::Job *job, QObject *context,
         const std::function<void(QKeychain::Error, QString, bool hasTimedOut)> &done)
{
    auto isDone = std::make_shared<bool>(false);
    const auto once = [isDone, done](QKeychain::Error error, const QString &words, bool hasTimedOut) {
        if (!std::exchange(*isDone, true))
            done(error, words, hasTimedOut);
    };
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [once](QKeychain::Job *finished) { once(finished->error(), finished->errorString(), false); });
    QTimer::singleShot(kPatience, context, [once] { once(QKeychain::OtherError, {}, true); });
    job->start();
}

} // namespace

SecretStore::SecretStore(QString profile, QObject *parent)
    : QObject(parent)
    , m_profile(profile.isEmpty() ? QStringLiteral("default") : std::move(profile))
    , m_prompt(std::make_unique<KeychainPrompt>())
{ }

SecretStore::~SecretStore() = default;

QString SecretStore::entryName(const QString &projectKey) const
{
    return m_profile + QLatin1Char('/') + projectKey;
}

QFuture<KeychainState> SecretStore::unlock()
{
    return m_prompt->ask() | then(this, [this] { return m_probe.look(); });
}

QFuture<Result<ProjectSecrets>> SecretStore::load(const QString &projectKey)
{
    if (m_session.contains(projectKey))
        return readyFuture(Result<ProjectSecrets>(m_session.value(projectKey)));
    return m_probe.look() | then(this, [this, projectKey](KeychainState state) {
               switch (state) {
               case KeychainState::NoBus:
               case KeychainState::NoService:
               case KeychainState::NoDefault:
                   return readyFuture(Result<ProjectSecrets>(ProjectSecrets {})); // nothing can be stored there yet
               case KeychainState::Locked:
                   return readyFuture(Result<ProjectSecrets>(failure(Error::Kind::Config, keychainReason(state))));
               case KeychainState::Unlocked:
                   break;
               }
               return read(projectKey);
           });
}

QFuture<Result<ProjectSecrets>> SecretStore::read(const QString &projectKey)
{
    auto promise = std::make_shared<QPromise<Result<ProjectSecrets>>>();
    auto future = promise->future();
    promise->start();
    auto *job = new QKeychain::ReadPasswordJob(QLatin1String(kService), this);
    job->setKey(entryName(projectKey));
    run(job, this,
        [this, promise, projectKey, bytes = QPointer(job)](QKeychain::Error error, const QString &words,
                                                           bool hasTimedOut) {
            if (hasTimedOut) {
                promise->addResult(
                    Result<ProjectSecrets>(failure(Error::Kind::Timeout, tr("the keychain did not answer"))));
            } else if (error == QKeychain::NoError || error == QKeychain::EntryNotFound) {
                const ProjectSecrets secrets
                    = error == QKeychain::NoError && bytes ? decode(bytes->binaryData()) : ProjectSecrets {};
                if (error == QKeychain::NoError)
                    m_session.insert(projectKey, secrets);
                promise->addResult(Result<ProjectSecrets>(secrets));
            } else {
                promise->addResult(Result<ProjectSecrets>(failure(Error::Kind::Config, words)));
            }
            promise->finish();
        });
    return future;
}

QFuture<SecretStore::Saved> SecretStore::save(const QString &projectKey, const ProjectSecrets &secrets)
{
    m_session.insert(projectKey, secrets);
    return m_probe.look() | then(this, [this, projectKey, secrets](KeychainState state) {
               if (state == KeychainState::Unlocked)
                   return write(projectKey, secrets);
               return readyFuture(Saved {Place::SessionOnly, keychainReason(state)});
           });
}

QFuture<SecretStore::Saved> SecretStore::write(const QString &projectKey, const ProjectSecrets &secrets)
{
    auto promise = std::make_shared<QPromise<Saved>>();
    auto future = promise->future();
    promise->start();
    auto *job = new QKeychain::WritePasswordJob(QLatin1String(kService), this);
    job->setKey(entryName(projectKey));
    job->setBinaryData(encode(secrets));
    run(job, this, [promise](QKeychain::Error error, const QString &words, bool hasTimedOut) {
        const bool isKept = error == QKeychain::NoError;
        promise->addResult(Saved {isKept ? Place::Keychain : Place::SessionOnly,
                                  hasTimedOut ? tr("the keychain did not answer") : words});
        promise->finish();
        if (!isKept)
            qCWarning(lcStorage) << "secrets are kept for this session only:" << words;
    });
    return future;
}

QFuture<Result<>> SecretStore::remove(const QString &projectKey)
{
    m_session.remove(projectKey);
    return m_probe.look() | then(this, [this, projectKey](KeychainState state) {
               if (state == KeychainState::Unlocked)
                   return erase(projectKey);
               if (state == KeychainState::Locked)
                   return readyFuture(Result<>(failure(Error::Kind::Config, keychainReason(state))));
               return readyFuture(Result<>()); // nothing can be stored there
           });
}

QFuture<Result<>> SecretStore::erase(const QString &projectKey)
{
    auto promise = std::make_shared<QPromise<Result<>>>();
    auto future = promise->future();
    promise->start();
    auto *job = new QKeychain::DeletePasswordJob(QLatin1String(kService), this);
    job->setKey(entryName(projectKey));
    run(job, this, [promise](QKeychain::Error error, const QString &words, bool hasTimedOut) {
        if (hasTimedOut)
            promise->addResult(Result<>(failure(Error::Kind::Timeout, tr("the keychain did not answer"))));
        else if (error == QKeychain::NoError || error == QKeychain::EntryNotFound)
            promise->addResult(Result<>());
        else
            promise->addResult(Result<>(failure(Error::Kind::Config, words)));
        promise->finish();
    });
    return future;
}

} // namespace console
