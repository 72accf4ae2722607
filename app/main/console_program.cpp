// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/console_program.h"

#include "core/continuation.h"
#include "core/hmac.h"
#include "main/console_session.h"
#include "storage/database.h"
#include "text/error_text.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/project_dialogs.h"

#include <QApplication>
#include <QMessageBox>
#include <QTimer>
#include <QWindow>

#include <cstdio>

namespace console {

namespace {

constexpr std::chrono::milliseconds kUnpainted {500}; // a window that starts minimized is never exposed

QList<LibraryVersion> libraries()
{
    return {{QStringLiteral("SQLite"), Database::engineVersion()}, {QStringLiteral("OpenSSL"), cryptoLibraryVersion()}};
}

} // namespace

ConsoleProgram::ConsoleProgram(const ConsoleOptions &options)
    : m_options(options)
    , m_settings(SettingsStore::profileFolder(options.profile))
    , m_secrets(options.profile)
    , m_theme(ThemeMode(int(m_settings.loadPreferences().theme)),
              MainWindow::lastAppearance(m_settings.loadPreferences()))
    , m_projects(std::make_unique<ProjectController>(m_settings, m_secrets, m_clock, options.listen))
    , m_window(std::make_unique<MainWindow>(*m_projects, m_settings, m_theme, m_clock))
{
    QApplication::setQuitOnLastWindowClosed(false); // the program takes leave of its webhooks first
    m_window->dialogs().setLibraries(libraries);
    connect(m_window.get(), &MainWindow::closed, this, &ConsoleProgram::end);
    connect(&m_signal, &TerminationSignal::received, m_window.get(), &QWidget::close);
    m_window->show();
    m_window->windowHandle()->installEventFilter(this);
    QTimer::singleShot(kUnpainted, this, &ConsoleProgram::open);
}

ConsoleProgram::~ConsoleProgram()
{
    m_window.reset();
    m_projects.reset();
    m_session.reset();
}

bool ConsoleProgram::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Expose) {
        watched->removeEventFilter(this);
        QTimer::singleShot(0, this, &ConsoleProgram::open); // behind the paint that this event brings
    }
    return QObject::eventFilter(watched, event);
}

void ConsoleProgram::open()
{
    if (std::exchange(m_hasOpened, true))
        return;
    const QString database
        = m_options.database.isEmpty() ? SettingsStore::defaultDatabase(m_options.profile) : m_options.database;
    auto session = ConsoleSession::open(database, m_network, m_clock);
    if (!session)
        return giveUp(session.error());
    m_session = *std::move(session);
    m_window->openHistory(m_session->history(), m_session->lookups(), m_session->keeper());
    if (m_session->heldBy().isEmpty())
        return startProjects();
    m_window->showReadOnly(m_session->heldBy());
    m_projects->start(m_session->ports({}), m_settings.loadPreferences());
}

void ConsoleProgram::startProjects()
{
    connect(m_session->receiver(), &ReceiverThread::stateChanged, m_projects.get(),
            &ProjectController::setReceiverState);
    m_session->history().ownWebhooks() | then(this, [this](const Result<QList<OwnWebhook>> &leftovers) {
        m_projects->start(m_session->ports(leftovers.value_or(QList<OwnWebhook>())), m_settings.loadPreferences());
    });
}

void ConsoleProgram::giveUp(const Error &error)
{
    std::fprintf(stderr, "capability-console: %s\n", qPrintable(error.detail));
    m_exitCode = kLocalTrouble;
    auto *message = new QMessageBox(QMessageBox::Critical, QString(), tr("The history cannot be opened."),
                                    QMessageBox::Close, m_window.get());
    message->setInformativeText(errorText(error));
    connect(message, &QDialog::finished, m_window.get(), &QWidget::close);
    message->open();
}

void ConsoleProgram::end()
{
    const auto leave = [this] { QCoreApplication::exit(m_exitCode); };
    QTimer::singleShot(kFarewell, this, leave);
    m_projects->removeWebhooks() | then(this, leave);
}

} // namespace console
