// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connect_project_dialog.h"

#include "core/continuation.h"
#include "text/error_text.h"
#include "ui/settings/project_form.h"
#include "ui/theme/banner.h"
#include "ui/theme/buttons.h"
#include "ui/theme/spacing.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>

namespace console {

ConnectProjectDialog::ConnectProjectDialog(Tester tester, const QString &keychainMissing, QWidget *parent)
    : QDialog(parent)
    , m_tester(std::move(tester))
    , m_form(new ProjectForm(this))
    , m_outcome(new Banner(Banner::Shape::Card, this))
{
    setObjectName(QStringLiteral("connectProject"));
    setWindowTitle(tr("Connect a project"));
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    if (!keychainMissing.isEmpty()) {
        auto *session = new Banner(Banner::Shape::Card, this);
        session->setObjectName(QStringLiteral("sessionOnly"));
        session->setMessage(Tone::Warn, Icon::Key,
                            tr("Secrets are kept until the program ends only: %1.").arg(keychainMissing));
        column->addWidget(session);
    }
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    column->addWidget(scroll, 1);
    m_outcome->setObjectName(QStringLiteral("testOutcome"));
    m_outcome->hide();
    column->addWidget(m_outcome);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *save = makeButton(QStringLiteral("saveProject"), tr("Save"), this, ButtonRole::Primary);
    m_test = makeButton(QStringLiteral("testConnection"), Icon::Plug, tr("Test connection"), this);
    buttons->addButton(save, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_test, QDialogButtonBox::ActionRole);
    save->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectProjectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, &ConnectProjectDialog::test);
    connect(m_form, &ProjectForm::edited, m_outcome, &QWidget::hide);
    resize(620, 700);
}

void ConnectProjectDialog::setProject(const Project &project, const ProjectSecrets &secrets)
{
    m_form->show(project, secrets);
}

Project ConnectProjectDialog::project() const
{
    return m_form->project();
}

ProjectSecrets ConnectProjectDialog::secrets() const
{
    return m_form->secrets();
}

void ConnectProjectDialog::accept()
{
    if (m_form->check())
        QDialog::accept();
}

void ConnectProjectDialog::test()
{
    if (!m_form->check())
        return;
    m_test->setEnabled(false);
    m_outcome->setMessage(Tone::Info, Icon::Hourglass, tr("Asking for the apps …"));
    m_outcome->show();
    m_tester(project(), secrets()) | then(this, [this, number = ++m_tests](const Result<QList<App>> &apps) {
        m_test->setEnabled(true);
        if (number == m_tests)
            showOutcome(apps);
    });
}

void ConnectProjectDialog::showOutcome(const Result<QList<App>> &apps)
{
    m_outcome->show();
    if (!apps)
        return m_outcome->setMessage(Tone::Bad, Icon::CircleX, errorText(apps.error()));
    QStringList names;
    for (const auto &app : *apps)
        names += app.displayName.isEmpty() ? app.id.toString() : app.displayName;
    if (names.isEmpty())
        m_outcome->setMessage(Tone::Warn, Icon::TriangleAlert,
                              tr("It works, but the project has no app in this region."));
    else
        m_outcome->setMessage(
            Tone::Ok, Icon::CircleCheck,
            tr("It works: %n app(s): %1", nullptr, int(names.size())).arg(names.join(QStringLiteral(", "))));
}

} // namespace console
