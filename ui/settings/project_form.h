// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/project.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace console {

class CheckedField;
class SecretField;

/// The fields of a project. What is wrong is said under its field, once it was looked at. Thread: GUI.
class ProjectForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectForm(QWidget *parent = nullptr);
    void forbidUnsigned(); ///< before show(): the organisation decided so

    /// The addresses then say https. Before show().
    void setReceivesTls(bool receives) { m_receivesTls = receives; }
    void show(const Project &project, const ProjectSecrets &secrets);
    /// The project as it was shown, with what was typed.
    Project project() const;
    ProjectSecrets secrets() const;

    /// Says what is wrong at each field; true when nothing is. The first wrong field gets the focus.
    bool check();
    /// Whether anything, secrets included, is not as it was shown.
    bool isChanged() const;
    /// The API had its doubts about it. Empty: no longer.
    void doubtProjectId(const QString &why);

Q_SIGNALS:
    void edited();

private:
    void addIdentityRows(QFormLayout *form);
    void addReceiverRows(QFormLayout *form);
    void addTokenRows(QFormLayout *form);
    void showTokenRows();
    Project::TokenRequest tokenRequest() const;
    void addAddressRows(QFormLayout *form);
    void addSection(QFormLayout *form, const QString &title);
    QStringList typed() const;
    QLineEdit *makeLine(const char *objectName, const QString &placeholder = {});
    void showTarget();
    void showRotation();

    bool m_receivesTls = false;
    bool m_isDoubted = false;
    QStringList m_begun; ///< typed() when it was shown
    Project m_shown;
    ProjectSecrets m_shownSecrets;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QComboBox *m_region;
    QLineEdit *m_projectId;
    QLineEdit *m_keyId;
    SecretField *m_keySecret;
    QCheckBox *m_usesBasic;
    SecretField *m_webhookSecret;
    QCheckBox *m_keepsPrevious;
    QCheckBox *m_allowsUnsigned;
    QComboBox *m_tokenRequest;
    QLineEdit *m_clientId;
    SecretField *m_clientSecret;
    QLineEdit *m_receiver;
    QLineEdit *m_publicUrl;
    QLabel *m_target;
    QLineEdit *m_baseUrl;
    QLineEdit *m_tokenUrl;
    CheckedField *m_nameRow;
    CheckedField *m_regionRow;
    CheckedField *m_projectIdRow;
    CheckedField *m_keyIdRow;
    CheckedField *m_keySecretRow;
    CheckedField *m_webhookSecretRow;
    CheckedField *m_clientIdRow;
    CheckedField *m_clientSecretRow;
    CheckedField *m_receiverRow;
    CheckedField *m_publicUrlRow;
    CheckedField *m_baseUrlRow;
    CheckedField *m_tokenUrlRow;
};

} // namespace console
