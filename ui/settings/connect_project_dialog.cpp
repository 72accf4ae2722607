// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connect_project_dialog.h"

#include "ui/settings/connection_steps.h"
#include "ui/settings/form_scroll_area.h"
#include "ui/settings/keychain_banner.h"
#include "ui/settings/project_form.h"
#include "ui/theme/banner.h"
#include "ui/theme/buttons.h"
#include "ui/theme/spacing.h"

#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
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
    auto *page = new QWidget(this);
    auto *rows = makeColumn(page, 3 * kGrid);
    rows->addWidget(m_form);
    rows->addWidget(m_steps);
    rows->addStretch(1);
    m_scroll = new FormScrollArea(page, this);
    column->addWidget(m_scroll, 1);
    m_steps->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = makeButton(QStringLiteral("saveProject"), tr("Save"), this, ButtonRole::Primary);
    m_test = makeButton(QStringLiteral("testConnection"), Icon::Plug, tr("Test connection"), this);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_test, QDialogButtonBox::ActionRole);
    m_save->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConnectProjectDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConnectProjectDialog::reject);
    connect(m_test, &QPushButton::clicked, this, [this] {
        if (m_form->check())
            begin(Afterwards::Stay);
    });
}

void ConnectProjectDialog::forbidUnsigned()
{
    m_form->forbidUnsigned();
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

/// Also for Escape and the window's own button.
void ConnectProjectDialog::reject()
{
    if (!m_form->isChanged())
        return QDialog::reject();
    auto *question = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Discard what was typed?"),
                                     QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("discardTyped"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Nothing of it has been saved."));
    auto *discard = question->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    discard->setObjectName(QStringLiteral("discard"));
    auto *back = question->addButton(tr("Keep editing"), QMessageBox::RejectRole);
    question->setDefaultButton(back);
    question->setEscapeButton(back);
    connect(question, &QMessageBox::buttonClicked, this, [this, discard](const QAbstractButton *button) {
        if (button == discard)
            QDialog::reject();
    });
    question->open();
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
    connect(m_check.get(), &ConnectionCheck::stepFailed, this, [this](ConnectionCheck::Step step, const Error &error) {
        if (step == ConnectionCheck::Step::Apps && deniesProject(error))
            m_form->doubtProjectId(tr("Check the project id and the region."));
    });
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
    m_form->doubtProjectId({});
    m_steps->hide();
    m_test->setEnabled(true);
    m_maySave = m_purpose == Purpose::Edit;
    m_save->setText(tr("Save"));
}

} // namespace console
