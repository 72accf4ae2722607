// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "ui/settings/connect_project_dialog.h"
#include "ui/settings/connection_steps.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QPushButton>

namespace console {

/// A dialog whose checks are steered by the test.
struct ConnectProjectFixture
{
    SystemClock clock;
    QNetworkAccessManager network;
    QPointer<ConnectionCheck> check; ///< the last one that was begun
    Project tried;
    int asked = 0;
    bool isStarting = false;
    ConnectProjectDialog dialog;

    explicit ConnectProjectFixture(ConnectProjectDialog::Purpose purpose = ConnectProjectDialog::Purpose::New,
                                   Project project = {}, const ProjectSecrets &secrets = {})
        : dialog(purpose, [this](const Project &typed, const ProjectSecrets &) { return begin(typed); })
    {
        project.callbackPath = QStringLiteral("/callbacks/x");
        dialog.setProject(project, secrets);
        dialog.open();
    }
    std::unique_ptr<ConnectionCheck> begin(const Project &project)
    {
        ++asked;
        tried = project;
        auto begun = isStarting ? nullptr : std::make_unique<ConnectionCheck>(network, clock);
        check = begun.get();
        return begun;
    }
    QLabel *step(const char *name) { return dialog.findChild<QLabel *>(QLatin1String(name)); }
    void passAll()
    {
        for (const auto step :
             {ConnectionCheck::Step::Credentials, ConnectionCheck::Step::Apps, ConnectionCheck::Step::Callback}) {
            Q_EMIT check->stepStarted(step);
            Q_EMIT check->stepPassed(step, QStringLiteral("found"));
        }
        Q_EMIT check->finished(true);
    }
    void fail(ConnectionCheck::Step step, const Error &error)
    {
        Q_EMIT check->stepStarted(step);
        Q_EMIT check->stepFailed(step, error);
        Q_EMIT check->finished(false);
    }
    QMessageBox *question() { return dialog.findChild<QMessageBox *>(QStringLiteral("discardTyped")); }
    QLineEdit *line(const char *name) { return dialog.findChild<QLineEdit *>(QLatin1String(name)); }
    QPushButton *button(const char *name) { return dialog.findChild<QPushButton *>(QLatin1String(name)); }
    void fill()
    {
        line("projectName")->setText(QStringLiteral("Production"));
        dialog.findChild<QComboBox *>(QStringLiteral("region"))->setCurrentIndex(2);
        line("projectId")->setText(QStringLiteral(" p1 "));
        line("keyId")->setText(QStringLiteral("k1"));
        line("keySecret")->setText(QStringLiteral("s1"));
        button("webhookSecretGenerate")->click();
    }
};

} // namespace console
