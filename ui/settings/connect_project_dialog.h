// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/app.h"
#include "settings/project.h"

#include <QDialog>
#include <QFuture>

#include <functional>

class QLabel;
class QPushButton;

namespace console {

class Banner;
class ProjectForm;

/// Connects a project or edits one. Open it with open(); on accepted(), project() and secrets() hold what was typed.
/// Thread: GUI.
class ConnectProjectDialog : public QDialog
{
    Q_OBJECT

public:
    /// Lists the apps with these credentials; nothing is kept.
    using Tester = std::function<QFuture<Result<QList<App>>>(const Project &, const ProjectSecrets &)>;

    /// \param keychainMissing  why secrets are kept for this session only; empty when a keychain keeps them.
    ConnectProjectDialog(Tester tester, const QString &keychainMissing, QWidget *parent = nullptr);

    void setProject(const Project &project, const ProjectSecrets &secrets);
    Project project() const;
    ProjectSecrets secrets() const;

    void accept() override;

private:
    void test();
    void showOutcome(const Result<QList<App>> &apps);

    Tester m_tester;
    ProjectForm *m_form;
    Banner *m_outcome;
    QPushButton *m_test;
    int m_tests = 0;
};

} // namespace console
