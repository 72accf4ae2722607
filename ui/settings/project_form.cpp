// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/project_form.h"

#include "domain/webhook.h"
#include "ui/settings/checked_field.h"
#include "ui/settings/managed_mark.h"
#include "ui/settings/secret_field.h"
#include "ui/theme/form_labels.h"
#include "ui/theme/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QUuid>

#include <algorithm>

namespace console {

namespace {

constexpr int kRowGap = 4; // the lines under the fields keep them apart
constexpr int kSectionGap = 8;
constexpr int kAroundText = 6; // of a row without a field

/// Empty, or an http(s) address with a host.
bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return text.isEmpty() || (url.isValid() && isHttp && !url.host().isEmpty());
}

QString missing()
{
    return ProjectForm::tr("This is needed.");
}

/// \param id  without spaces around it
QString whyNoProjectId(const QString &id)
{
    const bool hasSpaces = std::any_of(id.begin(), id.end(), [](QChar c) { return c.isSpace(); });
    return id.isEmpty() ? missing() : hasSpaces ? ProjectForm::tr("A project id has no spaces.") : QString();
}

QString targetOf(const QString &publicUrl, const QString &path)
{
    QString base = publicUrl;
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    return base + path;
}

} // namespace

ProjectForm::ProjectForm(QWidget *parent)
    : QWidget(parent)
{
    auto *form = new QFormLayout(this);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setContentsMargins(0, 0, 12, 0);
    form->setVerticalSpacing(kRowGap);
    addIdentityRows(form);
    addSection(form, tr("Receiver"));
    addReceiverRows(form);
    addTokenRows(form);
    addSection(form, tr("Other addresses of the API"));
    addAddressRows(form);
    centreLabels(form);
}

void ProjectForm::addSection(QFormLayout *form, const QString &title)
{
    auto *label = makeSectionLabel(title, this);
    label->setContentsMargins(0, kSectionGap, 0, kSectionGap / 2);
    form->addRow(label);
}

QLineEdit *ProjectForm::makeLine(const char *objectName, const QString &placeholder)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(QLatin1String(objectName));
    line->setPlaceholderText(placeholder);
    connect(line, &QLineEdit::textChanged, this, &ProjectForm::edited);
    return line;
}

void ProjectForm::addIdentityRows(QFormLayout *form)
{
    m_name = makeLine("projectName");
    m_nameRow = new CheckedField(tr("&Name"), m_name, {}, form);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("projectKindChoice"));
    m_kind->addItem(tr("Test: an account for trials"), int(Project::Kind::Test));
    m_kind->addItem(tr("Live: real customers"), int(Project::Kind::Live));
    new CheckedField(tr("&Kind"), m_kind, {}, form);
    m_region = new QComboBox(this);
    m_region->setObjectName(QStringLiteral("region"));
    m_region->addItem(tr("Choose …"), QString());
    m_region->addItem(tr("us – United States"), QStringLiteral("us"));
    m_region->addItem(tr("eu – Europe"), QStringLiteral("eu"));
    m_region->addItem(tr("br – Brazil"), QStringLiteral("br"));
    connect(m_region, &QComboBox::currentIndexChanged, this, &ProjectForm::edited);
    m_regionRow = new CheckedField(tr("Re&gion"), m_region,
                                   tr("Where the apps were made: elsewhere they are not found."), form);
    m_projectId = makeLine("projectId");
    m_projectIdRow = new CheckedField(tr("Project &id"), m_projectId, {}, form);
    m_keyId = makeLine("keyId");
    m_keyIdRow = new CheckedField(tr("Key i&d"), m_keyId, {}, form);
    m_keySecret = new SecretField(QStringLiteral("keySecret"), tr("Key secret"), SecretField::Origin::Given, this);
    connect(m_keySecret, &SecretField::edited, this, &ProjectForm::edited);
    m_keySecretRow = new CheckedField(tr("Key &secret"), m_keySecret, {}, form);
    m_usesBasic = new QCheckBox(tr("&Basic authentication (for tests only: it has low limits)"), this);
    m_usesBasic->setObjectName(QStringLiteral("usesBasic"));
    form->addRow(QString(), m_usesBasic);
}

void ProjectForm::addReceiverRows(QFormLayout *form)
{
    m_receiver = makeLine("receiverAddress", QStringLiteral("127.0.0.1:8787"));
    m_receiverRow
        = new CheckedField(tr("&Receiver address"), m_receiver, tr("Address and port on this machine."), form);
    m_publicUrl = makeLine("publicUrl", QStringLiteral("https://…"));
    m_publicUrlRow = new CheckedField(tr("&Public URL"), m_publicUrl,
                                      tr("The tunnel or proxy that leads here. Empty: no webhook is made."), form);
    m_target = makeProse(QString(), this);
    m_target->setObjectName(QStringLiteral("callbackUrl"));
    m_target->setContentsMargins(0, kAroundText, 0, kAroundText);
    form->addRow(tr("Callback URL"), m_target);
    connect(m_publicUrl, &QLineEdit::textChanged, this, &ProjectForm::showTarget);
    connect(m_receiver, &QLineEdit::textChanged, this, &ProjectForm::showTarget);
    m_webhookSecret
        = new SecretField(QStringLiteral("webhookSecret"), tr("Webhook secret"), SecretField::Origin::Ours, this);
    connect(m_webhookSecret, &SecretField::edited, this, &ProjectForm::edited);
    m_webhookSecretRow = new CheckedField(tr("&Webhook secret"), m_webhookSecret,
                                          tr("Proves that a callback comes from the vendor."), form);
    connect(m_webhookSecret, &SecretField::edited, this, &ProjectForm::showRotation);
    m_keepsPrevious = new QCheckBox(tr("Accept the pre&vious webhook secret as well"), this);
    m_keepsPrevious->setObjectName(QStringLiteral("keepsPrevious"));
    form->addRow(QString(), m_keepsPrevious);
    m_allowsUnsigned = new QCheckBox(tr("Accept &unsigned callbacks while there is no secret"), this);
    m_allowsUnsigned->setObjectName(QStringLiteral("allowsUnsigned"));
    form->addRow(QString(), m_allowsUnsigned);
}

void ProjectForm::forbidUnsigned()
{
    markManaged(m_allowsUnsigned);
}

void ProjectForm::addTokenRows(QFormLayout *form)
{
    using TokenRequest = Project::TokenRequest;
    m_tokenRequest = new QComboBox(this);
    m_tokenRequest->setObjectName(QStringLiteral("tokenRequest"));
    m_tokenRequest->addItem(tr("Not needed: the signature is enough"), int(TokenRequest::None));
    m_tokenRequest->addItem(tr("Needed; asked for with BASIC (header)"), int(TokenRequest::Basic));
    m_tokenRequest->addItem(tr("Needed; asked for with FORM (body)"), int(TokenRequest::Form));
    new CheckedField(tr("&OAuth2 token"), m_tokenRequest, {}, form);
    m_clientId = makeLine("callbackClientId");
    m_clientIdRow = new CheckedField(tr("C&lient id"), m_clientId, {}, form);
    m_clientSecret
        = new SecretField(QStringLiteral("callbackClientSecret"), tr("Client secret"), SecretField::Origin::Ours, this);
    m_clientSecretRow = new CheckedField(tr("Client secr&et"), m_clientSecret,
                                         tr("With both, the vendor gets a token at the callback URL followed by "
                                            "“/token”. Callbacks without one are refused."),
                                         form);
    connect(m_clientSecret, &SecretField::edited, this, &ProjectForm::edited);
    connect(m_tokenRequest, &QComboBox::currentIndexChanged, this, &ProjectForm::edited);
    connect(m_tokenRequest, &QComboBox::currentIndexChanged, this, &ProjectForm::showTokenRows);
    showTokenRows();
}

Project::TokenRequest ProjectForm::tokenRequest() const
{
    return Project::TokenRequest(m_tokenRequest->currentData().toInt());
}

void ProjectForm::showTokenRows()
{
    auto *form = qobject_cast<QFormLayout *>(layout());
    const bool isNeeded = tokenRequest() != Project::TokenRequest::None;
    for (CheckedField *row : {m_clientIdRow, m_clientSecretRow})
        form->setRowVisible(row, isNeeded);
    if (isNeeded && m_clientId->text().isEmpty()) // nobody else needs to know it
        m_clientId->setText(QStringLiteral("console-") + QUuid::createUuid().toString(QUuid::Id128).left(12));
}

void ProjectForm::addAddressRows(QFormLayout *form)
{
    m_baseUrl = makeLine("baseUrl", tr("that of the region"));
    m_baseUrlRow = new CheckedField(tr("B&ase URL override"), m_baseUrl, {}, form);
    m_tokenUrl = makeLine("tokenUrl", tr("that of the base URL, for the vendor's the global one"));
    m_tokenUrlRow = new CheckedField(tr("&Token URL override"), m_tokenUrl, {}, form);
}

void ProjectForm::show(const Project &project, const ProjectSecrets &secrets)
{
    m_shown = project;
    m_shownSecrets = secrets;
    m_name->setText(project.name);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(project.kind))));
    m_region->setCurrentIndex(std::max(0, m_region->findData(project.region)));
    m_projectId->setText(project.projectId);
    m_keyId->setText(project.keyId);
    m_keySecret->setSecret(secrets.keySecret);
    m_usesBasic->setChecked(project.usesBasic);
    m_webhookSecret->setSecret(secrets.webhookSecret);
    m_keepsPrevious->setChecked(true);
    showRotation();
    m_allowsUnsigned->setChecked(project.allowsUnsigned && m_allowsUnsigned->isEnabled());
    m_clientId->setText(project.callbackClientId);
    m_clientSecret->setSecret(secrets.callbackClientSecret);
    m_tokenRequest->setCurrentIndex(std::max(0, m_tokenRequest->findData(int(project.tokenRequest))));
    m_receiver->setText(project.receiver.toString());
    m_publicUrl->setText(project.publicUrl.toString());
    m_baseUrl->setText(project.baseUrlOverride.toString());
    m_tokenUrl->setText(project.tokenUrlOverride.toString());
    showTarget();
    m_begun = typed();
}

QStringList ProjectForm::typed() const
{
    QStringList texts;
    for (const QLineEdit *line :
         {m_name, m_projectId, m_keyId, m_receiver, m_publicUrl, m_clientId, m_baseUrl, m_tokenUrl})
        texts.append(line->text());
    for (const QComboBox *box : {m_kind, m_region, m_tokenRequest})
        texts.append(box->currentText());
    for (const QCheckBox *box : {m_usesBasic, m_allowsUnsigned})
        texts.append(box->isChecked() ? QStringLiteral("1") : QString());
    return texts;
}

bool ProjectForm::isChanged() const
{
    return typed() != m_begun || secrets() != m_shownSecrets;
}

void ProjectForm::doubtProjectId(const QString &why)
{
    if (why.isEmpty() && !m_isDoubted)
        return;
    m_isDoubted = !why.isEmpty();
    m_projectIdRow->setProblem(why);
}

/// While a secret is replaced, callbacks that are signed with the previous one are on their way.
void ProjectForm::showRotation()
{
    const bool isReplaced
        = m_webhookSecret->secret() != m_shownSecrets.webhookSecret && !m_shownSecrets.webhookSecret.isEmpty();
    m_keepsPrevious->setVisible(isReplaced || !m_shownSecrets.previousWebhookSecret.isEmpty());
}

void ProjectForm::showTarget()
{
    const bool isPublic = !m_publicUrl->text().trimmed().isEmpty();
    QString base = isPublic ? m_publicUrl->text().trimmed() : QStringLiteral("http://") + m_receiver->text().trimmed();
    if (m_receivesTls && base.startsWith(QLatin1String("http://")))
        base.insert(4, QLatin1Char('s'));
    m_target->setText(targetOf(base, m_shown.callbackPath));
}

Project ProjectForm::project() const
{
    Project project = m_shown;
    project.name = m_name->text().trimmed();
    project.kind = Project::Kind(m_kind->currentData().toInt());
    project.region = m_region->currentData().toString();
    project.projectId = m_projectId->text().trimmed();
    project.keyId = m_keyId->text().trimmed();
    project.usesBasic = m_usesBasic->isChecked();
    project.allowsUnsigned = m_allowsUnsigned->isChecked();
    project.tokenRequest = tokenRequest();
    project.callbackClientId = m_clientId->text().trimmed();
    project.receiver = ListenAddress::parse(m_receiver->text().trimmed()).value_or(m_shown.receiver);
    project.publicUrl = QUrl(m_publicUrl->text().trimmed());
    project.baseUrlOverride = QUrl(m_baseUrl->text().trimmed());
    project.tokenUrlOverride = QUrl(m_tokenUrl->text().trimmed());
    return project;
}

ProjectSecrets ProjectForm::secrets() const
{
    ProjectSecrets secrets = m_shownSecrets;
    secrets.keySecret = m_keySecret->secret();
    secrets.callbackClientSecret = m_clientSecret->secret();
    const Secret webhook = m_webhookSecret->secret();
    if (webhook != secrets.webhookSecret) {
        secrets.previousWebhookSecret = secrets.webhookSecret; // callbacks under way are signed with it
        secrets.webhookSecret = webhook;
    }
    if (!m_keepsPrevious->isChecked())
        secrets.previousWebhookSecret = {};
    return secrets;
}

bool ProjectForm::check()
{
    const auto orMissing = [](const QString &text) { return text.trimmed().isEmpty() ? missing() : QString(); };
    const auto orNoAddress = [](const QLineEdit *line) {
        return isAddress(line->text().trimmed()) ? QString() : tr("An address looks like https://host/path.");
    };
    const bool needsRegion = m_baseUrl->text().trimmed().isEmpty() && m_region->currentData().toString().isEmpty();
    const bool isProven = !m_webhookSecret->secret().isEmpty() || m_allowsUnsigned->isChecked();
    const auto receiver = ListenAddress::parse(m_receiver->text().trimmed());
    const bool isTooLong
        = targetOf(m_publicUrl->text().trimmed(), m_shown.callbackPath).size() > kWebhookTargetCharacters;

    m_nameRow->setProblem(orMissing(m_name->text()));
    m_regionRow->setProblem(needsRegion ? tr("Choose the region of the project.") : QString());
    m_projectIdRow->setProblem(whyNoProjectId(m_projectId->text().trimmed()));
    m_keyIdRow->setProblem(orMissing(m_keyId->text()));
    m_keySecretRow->setProblem(orMissing(m_keySecret->secret().reveal()));
    m_receiverRow->setProblem(receiver ? QString() : receiver.error().detail);
    m_publicUrlRow->setProblem(isTooLong ? tr("The vendor takes %1 characters at most.").arg(kWebhookTargetCharacters)
                                         : orNoAddress(m_publicUrl));
    m_webhookSecretRow->setProblem(
        isProven ? QString() : tr("Generate a secret, or accept unsigned callbacks: else all are refused."));
    const bool needsToken = tokenRequest() != Project::TokenRequest::None;
    m_clientIdRow->setProblem(needsToken ? orMissing(m_clientId->text()) : QString());
    m_clientSecretRow->setProblem(needsToken && m_clientSecret->secret().isEmpty()
                                      ? tr("Generate a secret: without one all callbacks are refused.")
                                      : QString());
    m_baseUrlRow->setProblem(orNoAddress(m_baseUrl));
    m_tokenUrlRow->setProblem(orNoAddress(m_tokenUrl));
    for (auto *row : {m_nameRow, m_regionRow, m_projectIdRow, m_keyIdRow, m_keySecretRow, m_receiverRow, m_publicUrlRow,
                      m_webhookSecretRow, m_clientIdRow, m_clientSecretRow, m_baseUrlRow, m_tokenUrlRow}) {
        if (!row->problem().isEmpty()) {
            row->field()->setFocus();
            return false;
        }
    }
    return true;
}

} // namespace console
