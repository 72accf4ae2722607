// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/keychain_probe.h"
#include "settings/project.h"

#include <QDialog>
#include <QPointer>

#include <functional>

class QPushButton;

namespace console {

class Banner;
class ConnectionCheck;
class ConnectionSteps;
class FormScrollArea;
class ProjectForm;

/// Connects a project or edits one. Open it with open(); on accepted(), project() and secrets() hold what was typed.
/// A project that is new is checked before it is saved; who knows better saves it without. Thread: GUI.
class ConnectProjectDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Purpose { New, Edit };
    /// Begins to check what would be saved; nothing is kept. The check ends when it is deleted. Null: not possible now.
    using Tester = std::function<std::unique_ptr<ConnectionCheck>(const Project &, const ProjectSecrets &)>;

    ConnectProjectDialog(Purpose purpose, Tester tester, QWidget *parent = nullptr);
    ~ConnectProjectDialog() override;

    void setReceivesTls(bool receives); ///< before setProject()
    void forbidUnsigned();              ///< likewise
    void setProject(const Project &project, const ProjectSecrets &secrets);
    Project project() const;
    ProjectSecrets secrets() const;
    /// Where the secrets would be kept.
    void setKeychain(KeychainState state);

    void accept() override;
    /// Asks first when something was typed.
    void reject() override;

Q_SIGNALS:
    void unlockRequested();

private:
    enum class Afterwards { Stay, Save };
    void build();
    void begin(Afterwards afterwards);
    void finish(Afterwards afterwards, bool hasPassed);
    void forget();

    const Purpose m_purpose;
    Tester m_tester;
    ProjectForm *m_form;
    Banner *m_keychain;
    ConnectionSteps *m_steps;
    FormScrollArea *m_scroll = nullptr;
    QPushButton *m_test;
    QPushButton *m_save;
    std::unique_ptr<ConnectionCheck> m_check;
    bool m_maySave; ///< without a check
};

} // namespace console
