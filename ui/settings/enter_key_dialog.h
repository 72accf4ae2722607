// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/keychain_probe.h"
#include "settings/project.h"

#include <QDialog>

namespace console {

class Banner;
class CheckedField;
class SecretField;

/// Asks for the secrets of a project that nobody kept. On accepted(), secrets() holds them. Thread: GUI.
class EnterKeyDialog : public QDialog
{
    Q_OBJECT

public:
    explicit EnterKeyDialog(const Project &project, QWidget *parent = nullptr);

    ProjectSecrets secrets() const;
    /// Where they would be kept.
    void setKeychain(KeychainState state);

    void accept() override;

Q_SIGNALS:
    void unlockRequested();

private:
    bool m_allowsUnsigned;
    bool m_needsClient;
    Banner *m_keychain;
    SecretField *m_keySecret;
    SecretField *m_webhookSecret;
    SecretField *m_clientSecret;
    CheckedField *m_keyRow;
    CheckedField *m_webhookRow;
    CheckedField *m_clientRow;
};

} // namespace console
