// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secret_store.h"

#include "core/log.h"
#include "core/run_on.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <qt6keychain/keychain.h>

namespace console {

namespace {

constexpr auto kService = "capability-console";
constexpr std::chrono::seconds kPatience { 60 }; // a keychain's prompt may wait for ever; no job of QtKeychain has a limit

QByteArray encode(const ProjectSecrets &secrets)
{
    return QJsonDocument(QJsonObject { { QStringLiteral("key"), secrets.keySecret.reveal() },
                                       { QStringLiteral("webhook"), secrets.webhookSecret.reveal() },
                                       { QStringLiteral("previous_webhook"), secrets.previousWebhookSecret.reveal() } })
        .toJson(QJsonDocument::Compact);
}

ProjectSecrets decode(const QByteArray &bytes)
{
    const auto object = QJsonDocument::fromJson(bytes).object();
    const auto secret = [&](const char *name) { return Secret(object.value(QLatin1String(name)).toString()); };
    return { secret("key"), secret("webhook"), secret("previous_webhook") };
}

/// Starts a job; its end, or the end of our patience, whichever comes first, calls `done` once.
void run(QKeychain::Job *job, QObject *context, std::function<void(QKeychain::Error, QString, bool hasTimedOut)> done)
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
{
}

QString SecretStore::entryName(const QString &projectKey) const
{
    return m_profile + QLatin1Char('/') + projectKey;
}

QString SecretStore::missingKeychain()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    const QString busFile = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    if (address.startsWith("disabled"))
        return tr("the session bus is switched off");
    if (address.isEmpty() && !QFileInfo::exists(busFile)) // libdbus would start a bus and a keyring of its own
        return tr("there is no session bus");
    return {};
}

QFuture<Result<ProjectSecrets>> SecretStore::load(const QString &projectKey)
{
    if (m_session.contains(projectKey))
        return readyFuture(Result<ProjectSecrets>(m_session.value(projectKey)));
    if (!missingKeychain().isEmpty())
        return readyFuture(Result<ProjectSecrets>(ProjectSecrets {}));
    auto promise = std::make_shared<QPromise<Result<ProjectSecrets>>>();
    auto future = promise->future();
    promise->start();
    auto *job = new QKeychain::ReadPasswordJob(QLatin1String(kService), this);
    job->setKey(entryName(projectKey));
    run(job, this, [this, promise, projectKey, bytes = QPointer(job)](QKeychain::Error error, const QString &words, bool hasTimedOut) {
        if (hasTimedOut) {
            promise->addResult(Result<ProjectSecrets>(failure(Error::Kind::Timeout, tr("The keychain did not answer."))));
        } else if (error == QKeychain::NoError || error == QKeychain::EntryNotFound) {
            const ProjectSecrets secrets = error == QKeychain::NoError && bytes ? decode(bytes->binaryData()) : ProjectSecrets {};
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
    if (const QString reason = missingKeychain(); !reason.isEmpty())
        return readyFuture(Saved { Place::SessionOnly, reason });
    auto promise = std::make_shared<QPromise<Saved>>();
    auto future = promise->future();
    promise->start();
    auto *job = new QKeychain::WritePasswordJob(QLatin1String(kService), this);
    job->setKey(entryName(projectKey));
    job->setBinaryData(encode(secrets));
    run(job, this, [promise](QKeychain::Error error, const QString &words, bool hasTimedOut) {
        const bool isKept = error == QKeychain::NoError;
        promise->addResult(Saved { isKept ? Place::Keychain : Place::SessionOnly,
                                   hasTimedOut ? tr("the keychain did not answer") : words });
        promise->finish();
        if (!isKept)
            qCWarning(lcStorage) << "secrets are kept for this session only:" << words;
    });
    return future;
}

void SecretStore::remove(const QString &projectKey)
{
    m_session.remove(projectKey);
    if (!missingKeychain().isEmpty())
        return;
    auto *job = new QKeychain::DeletePasswordJob(QLatin1String(kService), this);
    job->setKey(entryName(projectKey));
    job->start();
}

} // namespace console
