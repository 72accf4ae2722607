// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/webhook_file_journal.h"

#include "core/run_on.h"
#include "core/ulid.h"

#include <QDir>
#include <QSaveFile>
#include <QSettings>

namespace console {

namespace {

std::optional<OwnWebhook> readFile(const QString &path)
{
    const QSettings file(path, QSettings::IniFormat);
    const auto id = WebhookId::fromOptional(file.value(QStringLiteral("webhook_id")).toString());
    if (!id)
        return std::nullopt;
    return OwnWebhook {*id, file.value(QStringLiteral("project_id")).toString(),
                       file.value(QStringLiteral("app_id")).toString(), file.value(QStringLiteral("target")).toString(),
                       fromMilliseconds(file.value(QStringLiteral("created_at")).toLongLong())};
}

} // namespace

WebhookFileJournal::WebhookFileJournal(QString folder)
    : m_folder(std::move(folder))
    , m_file(QDir(m_folder).filePath(makeUlid(SystemClock().now()) + QStringLiteral(".ini")))
{ }

WebhookFileJournal::~WebhookFileJournal() = default;

QString WebhookFileJournal::defaultFolder()
{
    const QString state
        = qEnvironmentVariable("XDG_STATE_HOME"); // a relative one is to be ignored, says its specification
    return QDir(QDir::isAbsolutePath(state) ? state : QDir::home().filePath(QStringLiteral(".local/state")))
        .filePath(QStringLiteral("capability-console/webhooks"));
}

WebhookJournal WebhookFileJournal::journal()
{
    return {[this](const OwnWebhook &webhook) { return readyFuture(remember(webhook)); },
            [this](const WebhookId &id) {
                forget(id);
                return readyFuture(Result<>());
            }};
}

Result<> WebhookFileJournal::remember(const OwnWebhook &webhook)
{
    QDir().mkpath(m_folder);
    m_lock = std::make_unique<QLockFile>(m_file + QStringLiteral(".alive"));
    m_lock->setStaleLockTime(0);
    const bool isLocked = m_lock->tryLock(0);
    QSettings file(m_file, QSettings::IniFormat);
    file.setValue(QStringLiteral("webhook_id"), webhook.id.toString());
    file.setValue(QStringLiteral("project_id"), webhook.projectId);
    file.setValue(QStringLiteral("app_id"), webhook.appId);
    file.setValue(QStringLiteral("target"), webhook.target);
    file.setValue(QStringLiteral("created_at"), toMilliseconds(webhook.createdAt));
    file.sync();
    if (!isLocked || file.status() != QSettings::NoError)
        return failure(Error::Kind::Storage, QStringLiteral("%1 cannot be written").arg(m_file));
    return {};
}

void WebhookFileJournal::forget(const WebhookId &id)
{
    if (m_leftoverFiles.contains(id.toString()))
        QFile::remove(m_leftoverFiles.take(id.toString()));
    const auto own = QFile::exists(m_file) ? readFile(m_file) : std::nullopt;
    if (own && own->id == id) {
        QFile::remove(m_file);
        m_lock.reset();
    }
}

QList<OwnWebhook> WebhookFileJournal::leftovers(const QString &projectId)
{
    QList<OwnWebhook> found;
    const QDir folder(m_folder);
    const auto names = folder.entryList({QStringLiteral("*.ini")}, QDir::Files);
    for (const auto &name : names) {
        const QString path = folder.filePath(name);
        QLockFile lock(path + QStringLiteral(".alive"));
        lock.setStaleLockTime(0); // the lock of a dead process is free, however old
        const auto webhook = lock.tryLock(0) ? readFile(path) : std::nullopt;
        if (webhook && webhook->projectId == projectId) {
            m_leftoverFiles.insert(webhook->id.toString(), path);
            found.append(*webhook);
        }
    }
    return found;
}

} // namespace console
