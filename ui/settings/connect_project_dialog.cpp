// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connect_project_dialog.h"

#include "ui/settings/connection_steps.h"
#include "ui/settings/keychain_banner.h"
#include "ui/settings/project_form.h"
#include "ui/theme/banner.h"
#include "ui/theme/buttons.h"
#include "ui/theme/spacing.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTimer>

namespace console {

namespace {

constexpr QSize kSize {620, 720};
constexpr int kFrame = 64; ///< of the window manager and the desktop's bars

} // namespace

ConnectProjectDialog::ConnectProjectDialog(Purpose purpose, Tester tester, QWidget *parent)
    : QDialog(parent)
    , m_purpose(purpose)
    , m_tester(std::move(tester))
    , m_form(new ProjectForm(this))
    , m_keychain(makeKeychainBanner(this))
    , m_steps(new ConnectionSteps(this))
    , m_maySave(purpose == Purpose::Edit)
{
    setObjectName(QStringLiteral("connectProject"));
    build();
    connect(m_form, &ProjectForm::edited, this, &ConnectProjectDialog::forget);
    connect(m_keychain, &Banner::actionTriggered, this, &ConnectProjectDialog::unlockRequested);
    resize(kSize.boundedTo(screen()->availableSize() - QSize(0, kFrame)));
}

ConnectProjectDialog::~ConnectProjectDialog() = default;

void ConnectProjectDialog::build()
{
    auto *column = makeColumn(this, 3 * kGrid, panelMargins());
    column->addWidget(m_keychain);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus); // it follows the field that has the focus
    auto *page = new QWidget(scroll);
    auto *rows = makeColumn(page, 3 * kGrid);
    rows->addWidget(m_form);
    rows->addWidget(m_steps);
    rows->addStretch(1);
    scroll->setWidget(page);
    column->addWidget(scroll, 1);
    m_steps->hide();
    m_scroll = scroll;
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = makeButton(QStringLiteral("saveProject"), tr("Save"), this, ButtonRole::Primary);
    m_test = makeButton(QStringLiteral("testConnection"), Icon::Plug, tr("Test connection"), this);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_test, QDialogButtonBox::ActionRole);
    m_save->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectProjectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_form->check())
            begin(Afterwards::Stay);
    });
}

void ConnectProjectDialog::setReceivesTls(bool receives)
{
    m_form->setReceivesTls(receives);
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

void ConnectProjectDialog::setKeychain(KeychainState state)
{
    showKeychain(m_keychain, state);
}

void ConnectProjectDialog::accept()
{
    if (!m_form->check())
        return;
    if (m_maySave)
        QDialog::accept();
    else
        begin(Afterwards::Save);
}

void ConnectProjectDialog::begin(Afterwards afterwards)
{
    m_steps->show();
    QTimer::singleShot(0, m_steps, [this] { m_scroll->ensureWidgetVisible(m_steps); }); // once it has its place
    m_check = m_tester(project(), secrets());
    if (!m_check)
        return m_steps->showUnstarted(tr("The program is still starting: try again in a moment."));
    m_steps->follow(m_check.get());
    m_test->setEnabled(false);
    if (m_purpose == Purpose::New) {
        m_maySave = true;
        m_save->setText(tr("Save without checking"));
    }
    connect(m_check.get(), &ConnectionCheck::finished, this,
            [this, afterwards](bool hasPassed) { finish(afterwards, hasPassed); });
}

void ConnectProjectDialog::finish(Afterwards afterwards, bool hasPassed)
{
    m_test->setEnabled(true);
    m_save->setText(hasPassed || m_purpose == Purpose::Edit ? tr("Save") : tr("Save anyway"));
    if (hasPassed && afterwards == Afterwards::Save)
        QDialog::accept();
}

/// What was found holds no more for what is typed now.
void ConnectProjectDialog::forget()
{
    m_check.reset();
    m_steps->hide();
    m_test->setEnabled(true);
    m_maySave = m_purpose == Purpose::Edit;
    m_save->setText(tr("Save"));
}

} // namespace console
