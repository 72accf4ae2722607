// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/termination_signal.h"
#include "main/console_options.h"
#include "settings/secret_store.h"
#include "settings/settings_store.h"
#include "ui/theme/theme.h"

#include <QNetworkAccessManager>
#include <QThread>

namespace console {

class ConsoleSession;
class MainWindow;
class ProjectController;

/// The running desktop program: its parts in the order in which they need each other. The window comes first; history,
/// receiver and sandbox start once it is painted. Thread: GUI.
class ConsoleProgram : public QObject
{
    Q_OBJECT

public:
    static constexpr int kLocalTrouble = 6;              ///< exit code
    static constexpr std::chrono::seconds kFarewell {3}; ///< for webhooks of ours, when the program ends

    explicit ConsoleProgram(const ConsoleOptions &options, ManagedSettings managed = {});
    /// Null while a backup takes the place of the history.
    MainWindow *window() { return m_window.get(); }
    ~ConsoleProgram() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeWindow();
    QString database() const;
    void open();
    void restore(const QString &backup);
    void replaceHistory(const QString &backup);
    void startProjects();
    void giveUp(const Error &error);
    void setHistoryAside();
    void end();

    const ConsoleOptions m_options;
    const SystemClock m_clock;
    const TerminationSignal m_signal;
    QNetworkAccessManager m_network;
    SettingsStore m_settings;
    SecretStore m_secrets;
    Theme m_theme;
    // Ended by the destructor in the reverse order: the session's services outlive what uses them.
    std::unique_ptr<ConsoleSession> m_session;
    std::unique_ptr<ProjectController> m_projects;
    std::unique_ptr<MainWindow> m_window;
    QThread m_checking;
    QObject m_checker; ///< lives there once it runs
    bool m_hasOpened = false;
    bool m_isRestoring = false;
    bool m_isLeaving = false;
    int m_exitCode = 0;
};

} // namespace console
