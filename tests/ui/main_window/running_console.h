// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "main/console_session.h"
#include "settings/secret_store.h"
#include "settings/settings_store.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/project_controller.h"
#include "ui/theme/theme.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

namespace console {

/// The whole program without main(): real window, history, receiver and sandbox, in a folder of its own.
class RunningConsole
{
public:
    explicit RunningConsole(QString folder, const ListenAddress &listenAt = {}, const ManagedSettings &managed = {})
        : m_settings(folder, managed)
        , m_projects(std::make_unique<ProjectController>(m_settings, m_secrets, m_clock, listenAt))
        , m_window(std::make_unique<MainWindow>(*m_projects, m_settings, m_theme, m_clock))
    {
        m_window->show();
        auto opened = ConsoleSession::open(folder + QStringLiteral("/history.sqlite"), m_network, m_clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_session = std::move(*opened);
        m_window->openHistory(m_session->history(), m_session->lookups(), m_session->keeper());
        if (!managed.damage().isEmpty()) {
            m_window->showClosed(managed.damage());
            return;
        }
        if (!m_session->heldBy().isEmpty())
            m_window->showReadOnly(m_session->heldBy());
        m_leftovers = m_session->history().ownWebhooks();
        m_leftovers.waitForFinished();
        m_projects->start(m_session->ports(leftovers()), m_settings.loadPreferences());
    }
    ~RunningConsole()
    {
        m_window.reset();
        m_projects.reset();
        m_session.reset();
    }

    MainWindow &window() { return *m_window; }
    ProjectController &projects() { return *m_projects; }
    ConsoleSession &session() { return *m_session; }
    SettingsStore &settings() { return m_settings; }
    QList<OwnWebhook> leftovers() const { return m_leftovers.result().value_or(QList<OwnWebhook>()); }

    template <typename Widget>
    Widget *find(const char *objectName)
    {
        auto *widget = m_window->findChild<Widget *>(QLatin1String(objectName));
        if (!widget)
            qFatal("there is no %s", objectName);
        return widget;
    }

private:
    SystemClock m_clock;
    QNetworkAccessManager m_network;
    SettingsStore m_settings;
    SecretStore m_secrets {QStringLiteral("test")};
    Theme m_theme {ThemeMode::Light};
    QFuture<Result<QList<OwnWebhook>>> m_leftovers;
    std::unique_ptr<ConsoleSession> m_session;
    std::unique_ptr<ProjectController> m_projects;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace console
