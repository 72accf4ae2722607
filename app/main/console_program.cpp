// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/console_program.h"

#include "core/continuation.h"
#include "core/hmac.h"
#include "core/run_on.h"
#include "core/visible_text.h"
#include "main/console_session.h"
#include "storage/damaged_history.h"
#include "storage/database.h"
#include "storage/history_backup.h"
#include "text/error_text.h"
#include "ui/history/task_dialog.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/project_dialogs.h"
#include "ui/masking/masker.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
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

ConsoleProgram::ConsoleProgram(const ConsoleOptions &options, ManagedSettings managed)
    : m_options(options)
    , m_settings(SettingsStore::profileFolder(options.profile), std::move(managed))
    , m_secrets(options.profile)
    , m_theme(ThemeMode(int(m_settings.loadPreferences().theme)),
              MainWindow::lastAppearance(m_settings.loadPreferences()))
{
    QApplication::setQuitOnLastWindowClosed(false); // the program takes leave of its webhooks first
    makeWindow();
}

void ConsoleProgram::makeWindow()
{
    m_projects = std::make_unique<ProjectController>(m_settings, m_secrets, m_clock, m_options.listen);
    const bool wasMasked = Masker::instance().isOn(); // the screen is shared on while a history is replaced
    m_window = std::make_unique<MainWindow>(*m_projects, m_settings, m_theme, m_clock);
    if (wasMasked)
        Masker::instance().setOn(true);
    m_window->dialogs().setLibraries(libraries);
    connect(m_window.get(), &MainWindow::closed, this, &ConsoleProgram::end);
    connect(m_window.get(), &MainWindow::restoreWanted, this, &ConsoleProgram::restore);
    connect(&m_signal, &TerminationSignal::received, m_window.get(), &QWidget::close);
    m_window->show();
    m_window->windowHandle()->installEventFilter(this);
    m_hasOpened = false;
    QTimer::singleShot(kUnpainted, this, &ConsoleProgram::open);
}

ConsoleProgram::~ConsoleProgram()
{
    m_checking.quit();
    m_checking.wait();
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

QString ConsoleProgram::database() const
{
    return m_options.database.isEmpty() ? SettingsStore::defaultDatabase(m_options.profile) : m_options.database;
}

void ConsoleProgram::open()
{
    if (!m_window || std::exchange(m_hasOpened, true))
        return;
    auto session = ConsoleSession::open(database(), m_network, m_clock);
    if (!session)
        return giveUp(session.error());
    m_session = *std::move(session);
    m_window->openHistory(m_session->history(), m_session->lookups(), m_session->keeper());
    if (!m_settings.managed().damage().isEmpty())
        return m_window->showClosed(m_settings.managed().damage());
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
    message->setAttribute(Qt::WA_DeleteOnClose);
    message->setInformativeText(errorText(error) + QLatin1Char('\n')
                                + tr("If the file is damaged, it can be kept under another name, and a new history "
                                     "begins."));
    auto *setAside = message->addButton(tr("Set it aside"), QMessageBox::ActionRole);
    setAside->setObjectName(QStringLiteral("setAside"));
    connect(message, &QDialog::finished, this, [this, message, setAside] {
        if (message->clickedButton() == setAside)
            setHistoryAside();
        else
            m_window->close();
    });
    message->open();
}

/// The window closes as at the end of the program, and takes leave of its webhooks: another history does not know of them.
void ConsoleProgram::restore(const QString &backup)
{
    if (std::exchange(m_isRestoring, true))
        return;
    disconnect(m_window.get(), &MainWindow::closed, this, nullptr);
    m_window->close(); // keeps its layout
    const auto replace = [this, backup] { replaceHistory(backup); };
    QTimer::singleShot(kFarewell, this, replace);
    m_projects->removeWebhooks() | then(this, [this, replace] { QTimer::singleShot(0, this, replace); });
}

void ConsoleProgram::replaceHistory(const QString &backup)
{
    if (!std::exchange(m_isRestoring, false))
        return; // the webhooks were gone in time
    m_window.reset();
    m_projects.reset();
    m_session.reset();
    auto *dialog
        = new TaskDialog(tr("Restore from a backup"), tr("Putting %1 in the place of the history").arg(backup));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, [this] { m_isLeaving ? QCoreApplication::exit(0) : makeWindow(); });
    connect(&m_signal, &TerminationSignal::received, dialog, [this, dialog] {
        m_isLeaving = true;
        connect(dialog, &TaskDialog::ended, dialog, &QDialog::reject);
        dialog->reject();
    });
    dialog->run([backup, path = database(), now = m_clock.now()](const TaskDialog::Progress &progress) {
        const auto aside = restoreHistory(backup, path, now,
                                          [&](int done, int all) { return progress(double(done) / std::max(1, all)); });
        if (!aside)
            return Result<QString>(failure(aside.error()));
        //: %1 is a file
        return Result<QString>(*aside
                                   ? tr("The backup was checked and is the history now. What was there is kept as %1.")
                                         .arg(QFileInfo(**aside).fileName())
                                   : tr("The backup was checked and is the history now."));
    });
    dialog->open();
}

/// All of the file is read, so not in this thread.
void ConsoleProgram::setHistoryAside()
{
    if (!m_checking.isRunning()) {
        m_checker.moveToThread(&m_checking);
        m_checking.start();
    }
    runOn(&m_checker, [path = database(), now = m_clock.now()] { return setDamagedHistoryAside(path, now); })
        | then(this, [this](const Result<std::optional<QString>> &kept) {
              if (!kept)
                  return giveUp(kept.error());
              if (!*kept)
                  return giveUp({Error::Kind::Storage, QStringLiteral("the file is not damaged")});
              m_exitCode = 0;
              m_hasOpened = false;
              open();
              auto *told = new QMessageBox(QMessageBox::Information, QString(),
                                           tr("The damaged history is kept as %1.").arg(visibleLine(**kept)),
                                           QMessageBox::Ok, m_window.get());
              told->setAttribute(Qt::WA_DeleteOnClose);
              told->open();
          });
}

void ConsoleProgram::end()
{
    const auto leave = [this] { QCoreApplication::exit(m_exitCode); };
    QTimer::singleShot(kFarewell, this, leave);
    m_projects->removeWebhooks() | then(this, leave);
}

} // namespace console
