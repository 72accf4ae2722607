// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/app_catalog.h"
#include "settings/secret_store.h"
#include "settings/settings_store.h"
#include "ui/main_window/project_ports.h"
#include "ui/receiver/receiver_words.h"

#include <map>

namespace console {

class WebhookKeeper;

/// The projects of a running program: which there are, which is selected, how each is reached and received. The Sandbox
/// is always there, first. Switching never stops what waits: all paths stay open. Thread: GUI.
class ProjectController : public QObject
{
    Q_OBJECT

public:
    /// \param listenAt  where callbacks are received in this run, instead of the projects' own addresses.
    ProjectController(SettingsStore &settings, SecretStore &secrets, const Clock &clock,
                      std::optional<ListenAddress> listenAt = {}, QObject *parent = nullptr);
    ~ProjectController() override;

    /// Starts the sandbox and the receiver and reads the secrets, all at once; what becomes of it comes as signals.
    void start(ProjectPorts ports, const Preferences &preferences);
    bool canReceive() const { return m_ports && m_ports->canReceive(); }

    const QList<Project> &projects() const { return m_projects; } ///< the Sandbox first
    const Project &selected() const;
    std::optional<ProjectId> selectedId() const;
    std::optional<ProjectId> sandboxId() const;
    void select(const QString &key);
    QList<App> apps() const;      ///< of the selected project
    QList<App> knownApps() const; ///< of all projects
    std::optional<App> selectedApp() const;
    void selectApp(const AppId &app);
    void reloadApps();

    ProjectConnection *connection() const; ///< of the selected project; null while it starts
    QString problem() const;               ///< why the selected project cannot be used; empty otherwise
    ReceiverView receiverView() const;
    void setReceiverState(const ReceiverState &state);
    void applyPreferences(const Preferences &preferences);

    void add(const Project &project, const ProjectSecrets &secrets);
    void change(const Project &project, const ProjectSecrets &secrets);
    void remove(const QString &key);
    ProjectSecrets secretsOf(const QString &key) const;
    /// Lists the apps with these credentials; nothing is kept. Errors: as of the API, Config.
    QFuture<Result<QList<App>>> tryConnection(const Project &project, const ProjectSecrets &secrets);

    /// Where the vendor would send the callbacks of the selected project; empty when nowhere.
    QUrl webhookTarget() const;
    /// A webhook has to be made at the vendor before answers can come.
    bool needsWebhook(const AppId &app) const;
    /// After it, answers for this app of the selected project can come here. Errors: as of WebhookRegistrar, Config.
    QFuture<Result<>> prepareLookup(const AppId &app);
    /// Removes the webhooks of this run.
    QFuture<void> removeWebhooks();

Q_SIGNALS:
    void projectsChanged();
    /// Another project or app, or what is known of it.
    void selectionChanged();
    void receiverChanged();
    /// Secrets that no keychain keeps: the reason.
    void secretsKeptForSession(const QString &reason);

private:
    struct Session
    {
        std::unique_ptr<ProjectConnection> connection;
        ProjectSecrets secrets;
        QString problem;
    };
    void startSandbox();
    void openSandbox(const Result<SandboxAccess> &access);
    void openProject(const Project &project);
    void connectProject(const Project &project, const ApiSettings &settings);
    void keep(const Project &project, const ProjectSecrets &secrets);
    void retire(const QString &key);
    void tellOf(const ProjectId &id, const QString &problem);
    QFuture<ReceiverState> applyRoutes();
    RouteRequest routeOf(const Project &project) const;
    ListenAddress receiverOf(const Project &project) const { return m_listenAt.value_or(project.receiver); }
    WebhookDraft webhookDraft(const AppId &app) const;
    void saveProjects();
    Project *find(const QString &key);

    SettingsStore &m_settings;
    SecretStore &m_secrets;
    const Clock &m_clock;
    std::optional<ListenAddress> m_listenAt;
    AppCatalog m_apps;
    std::optional<ProjectPorts> m_ports;
    Preferences m_preferences;
    QList<Project> m_projects;
    QString m_selected;
    std::map<QString, Session> m_sessions;
    std::vector<std::unique_ptr<ProjectConnection>> m_retired; ///< lookups under way may still use them
    std::unique_ptr<WebhookKeeper> m_webhooks;                 ///< ends before the connections
    ReceiverState m_receiver;
};

} // namespace console
