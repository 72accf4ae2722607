// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/app_catalog.h"
#include "lookup/webhook_catalog.h"
#include "settings/port_holder.h"
#include "settings/secret_store.h"
#include "settings/settings_store.h"
#include "ui/main_window/project_ports.h"
#include "ui/main_window/project_standing.h"
#include "ui/receiver/receiver_words.h"

#include <map>

namespace console {

class SecretKeeper;
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
    const QList<SandboxEnding> &sandboxEndings() const { return m_sandboxEndings; } ///< empty while it starts
    void select(const QString &key);
    QList<App> apps() const;      ///< of the selected project
    QList<App> knownApps() const; ///< of all projects
    std::optional<App> selectedApp() const;
    void selectApp(const AppId &app);
    void reloadApps();

    ProjectConnection *connection() const;                 ///< of the selected project; null while it starts
    ProjectStanding standing() const;                      ///< of the selected project
    QString problem() const { return standing().problem; } ///< why it cannot be used; empty otherwise
    SecretKeeper &secretKeeper() { return *m_keeper; }
    const Preferences &preferences() const { return m_preferences; }
    const ManagedSettings &managed() const { return m_settings.managed(); }
    ReceiverView receiverView() const;
    void setReceiverState(const ReceiverState &state);
    /// Tries once more to listen where a port was taken.
    void listenAgain();
    void applyPreferences(const Preferences &preferences);
    /// Whether the receiver could use these files. Errors: Config, in words for who named them; Busy while it starts.
    Result<TlsCertificate> checkTls(const TlsFiles &files) const;

    void add(const Project &project, const ProjectSecrets &secrets);
    void change(const Project &project, const ProjectSecrets &secrets);
    void rename(const QString &key, const QString &name);
    void remove(const QString &key);
    /// Lets the keychain ask the user; what it holds, and what it could not take, is made up for.
    void unlockKeychain();
    ProjectSecrets secretsOf(const QString &key) const;
    /// Checks what would be saved; nothing is kept. Callbacks to its path are received until the check is deleted.
    /// Null while the program starts.
    std::unique_ptr<ConnectionCheck> tryConnection(const Project &project, const ProjectSecrets &secrets);

    /// Where the vendor would send the callbacks of the selected project; empty when nowhere.
    QUrl webhookTarget() const;
    /// A webhook has to be made at the vendor before answers can come.
    bool needsWebhook(const AppId &app) const;
    /// After it, answers for this app of the selected project can come here. Errors: as of WebhookRegistrar, Config.
    QFuture<Result<>> prepareLookup(const AppId &app);
    /// The webhooks of an app of the selected project. Errors: as of the API, Config.
    QFuture<Result<AppWebhooks>> webhooks(const AppId &app);
    /// Only ours is ever removed. Errors: as of WebhookRegistrar, Config (it is somebody else's).
    QFuture<Result<>> removeWebhook(const AppId &app, const WebhookId &id);
    /// Removes the webhooks of this run.
    QFuture<void> removeWebhooks();

Q_SIGNALS:
    void projectsChanged();
    /// Another project or app, or what is known of it.
    void selectionChanged();
    void receiverChanged();

private:
    struct Session
    {
        std::unique_ptr<ProjectConnection> connection;
        std::unique_ptr<AppCatalog> apps; ///< of the connection: another region has other apps
        ProjectSecrets secrets;
        ProjectStanding standing;
        QList<App> knownApps() const;
    };
    void startSandbox();
    void openSandbox(const Result<SandboxAccess> &access);
    void openProject(const Project &project);
    void connectProject(const Project &project, const ApiSettings &settings);
    void keep(const Project &project, const ProjectSecrets &secrets);
    void retire(const QString &key);
    void followApps(const QString &key);
    void tell(const QString &key, const ProjectStanding &standing);
    QFuture<ReceiverState> applyRoutes();
    QList<RouteRequest> wantedRoutes() const;
    RouteRequest routeOf(const Project &project, const ProjectSecrets &secrets) const;
    ListenAddress receiverOf(const Project &project) const;
    QUrl targetOf(const Project &project) const;
    QHash<QString, QUrl> targets() const; ///< by project key
    void removeWebhooksElsewhere(const QHash<QString, QUrl> &before);
    QUrl localTargetOf(const Project &project) const;
    ConnectionCheck::Receiver trialReceiver(const Project &project, const ProjectSecrets &secrets) const;
    /// The receiver as a project sees it: only the sandbox may follow a listener to another port.
    ReceiverState receiverStateFor(const Project &project) const;
    QString takenText(quint16 port) const;
    void findPortHolders();
    WebhookDraft webhookDraft(const AppId &app) const;
    void saveProjects();
    Project *find(const QString &key);
    static ApiSettings settingsOf(const Project &project, const ProjectSecrets &secrets);

    SettingsStore &m_settings;
    const Clock &m_clock;
    std::optional<ListenAddress> m_listenAt;
    std::unique_ptr<SecretKeeper> m_keeper;
    WebhookCatalog m_catalog;
    std::optional<ProjectPorts> m_ports;
    Preferences m_preferences;
    QList<Project> m_projects;
    QString m_selected;
    std::map<QString, Session> m_sessions;
    std::vector<std::unique_ptr<ProjectConnection>> m_retired; ///< lookups under way may still use them
    std::unique_ptr<WebhookKeeper> m_webhooks;                 ///< ends before the connections
    ReceiverState m_receiver;
    QHash<quint16, std::optional<PortHolder>> m_portHolders; ///< of ports that we wanted
    std::optional<ListenAddress> m_sandboxMovedTo;
    QList<SandboxEnding> m_sandboxEndings;
    std::map<int, RouteRequest> m_trials; ///< of connections that are being checked
    int m_lastTrial = 0;
};

} // namespace console
