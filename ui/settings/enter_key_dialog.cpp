// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/enter_key_dialog.h"

#include "ui/settings/checked_field.h"
#include "ui/settings/keychain_banner.h"
#include "ui/settings/secret_field.h"
#include "ui/theme/buttons.h"
#include "ui/theme/form_labels.h"
#include "ui/theme/grow_to_fit.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace console {

EnterKeyDialog::EnterKeyDialog(const Project &project, QWidget *parent)
    : QDialog(parent)
    , m_allowsUnsigned(project.allowsUnsigned)
    , m_needsClient(project.tokenRequest != Project::TokenRequest::None)
    , m_keychain(makeKeychainBanner(this))
    , m_keySecret(new SecretField(QStringLiteral("enterKeySecret"), tr("Key secret"), SecretField::Origin::Given, this))
    , m_webhookSecret(
          new SecretField(QStringLiteral("enterWebhookSecret"), tr("Webhook secret"), SecretField::Origin::Ours, this))
    , m_clientSecret(
          new SecretField(QStringLiteral("enterClientSecret"), tr("Client secret"), SecretField::Origin::Ours, this))
{
    setObjectName(QStringLiteral("enterKey"));
    setWindowTitle(tr("Enter the key"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    column->addWidget(makeProse(
        //: %1 is a project, %2 the id of its access key
        tr("“%1” needs the secret of its access key %2 again.").arg(project.name, project.keyId), this));
    column->addWidget(m_keychain);
    auto *fields = new QWidget(this);
    auto *form = spaced(new QFormLayout(fields), 2 * kGrid);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_keyRow = new CheckedField(tr("Key &secret"), m_keySecret, {}, form);
    m_webhookRow = new CheckedField(tr("&Webhook secret"), m_webhookSecret,
                                    tr("The one that the project had, where a webhook was made by hand; else a new one "
                                       "will do."),
                                    form);
    m_clientRow = new CheckedField(tr("C&lient secret"), m_clientSecret,
                                   tr("With it the vendor gets tokens of ours; a new one will do, too."), form);
    form->setRowVisible(m_clientRow, m_needsClient);
    centreLabels(form);
    column->addWidget(fields);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *connectButton = makeButton(QStringLiteral("useKey"), tr("Connect"), this, ButtonRole::Primary);
    buttons->addButton(connectButton, QDialogButtonBox::AcceptRole);
    connectButton->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &EnterKeyDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_keychain, &Banner::actionTriggered, this, &EnterKeyDialog::unlockRequested);
    setMinimumWidth(480);
    m_keySecret->setFocus();
}

ProjectSecrets EnterKeyDialog::secrets() const
{
    return {m_keySecret->secret(), m_webhookSecret->secret(), {}, m_clientSecret->secret()};
}

void EnterKeyDialog::setKeychain(KeychainState state)
{
    showKeychain(m_keychain, state);
    growToFit(this);
}

void EnterKeyDialog::accept()
{
    const bool hasKey = !m_keySecret->secret().isEmpty();
    const bool isProven = m_allowsUnsigned || !m_webhookSecret->secret().isEmpty();
    m_keyRow->setProblem(hasKey ? QString() : tr("This is needed."));
    m_webhookRow->setProblem(isProven ? QString() : tr("Without one, all callbacks are refused: generate a new one."));
    const bool hasClient = !m_needsClient || !m_clientSecret->secret().isEmpty();
    m_clientRow->setProblem(hasClient ? QString() : tr("Without one, all callbacks are refused: generate a new one."));
    growToFit(this);
    if (hasKey && isProven && hasClient)
        QDialog::accept();
    else
        (!hasKey ? m_keyRow : !isProven ? m_webhookRow : m_clientRow)->field()->setFocus();
}

} // namespace console
