// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QFuture>
#include <QPromise>
#include <QTimer>

#include <memory>
#include <vector>

namespace console {

/// Lets the desktop's keychain ask the user to unlock it, or to set it up; the dialog is the keychain's own.
/// Not QtKeychain's work: it prompts only when something of ours is stored already, and has no limit.
/// Thread: GUI; futures finish there.
class KeychainPrompt : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds kPatience {60}; ///< a prompt that is still open then is no longer waited for

    explicit KeychainPrompt(QObject *parent = nullptr);

    /// Finishes when the user is done, or where there is nothing to ask. Several calls wait for the same prompt.
    QFuture<void> ask();

private Q_SLOTS:
    void onCompleted(bool isDismissed, const QDBusVariant &result);

private:
    void prepare(const QString &collection);
    void show(const QString &promptPath);
    void finish();

    QString m_promptPath;
    QTimer m_patience;
    std::vector<std::shared_ptr<QPromise<void>>> m_waiting;
};

} // namespace console
