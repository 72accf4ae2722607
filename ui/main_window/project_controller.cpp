// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/project_controller.h"

#include "core/continuation.h"
#include "core/run_on.h"
#include "text/error_text.h"
#include "ui/main_window/secret_keeper.h"
#include "ui/main_window/webhook_keeper.h"

#include <QUuid>

namespace console {

namespace {

const QString kSandboxKey = QStringLiteral("sandbox");

Project makeSandbox(const ListenAddress &receiver)
{
    Project sandbox;
    sandbox.receiver = receiver;
    sandbox.key = kSandboxKey;
    sandbox.name = ProjectController::tr("Sandbox");
    sandbox.kind = Project::Kind::Sandbox;
    sandbox.callbackPath = makeCallbackPath();
    return sandbox;
}

ProjectStanding standingAfter(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Timeout:
    case Error::Kind::Network:
    case Error::Kind::RateLimited:
    case Error::Kind::ServerFault:
    case Error::Kind::Cancelled:
        return {ProjectStanding::Need::Retry, errorText(error)};
    default:
        return {ProjectStanding::Need::Edit, errorText(error)};
    }
}

} // namespace

QList<App> ProjectController::Session::knownApps() const
{
    return connection && apps ? apps->apps(connection->projectId()) : QList<App>();
}

ProjectController::ProjectController(SettingsStore &settings, SecretStore &secrets, const Clock &clock,
                                     std::optional<ListenAddress> listenAt, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_listenAt(std::move(listenAt))
    , m_keeper(std::make_unique<SecretKeeper>(secrets))
    , m_preferences(settings.loadPreferences())
    , m_projects {makeSandbox(m_preferences.receiver)}
    , m_selected(kSandboxKey)
{
    m_projects += settings.loadProjects();
    m_projects.first().lastAppId = QString::fromUtf8(m_preferences.windowState.value(QStringLiteral("sandbox_app")));
    if (find(m_preferences.selectedProject))
        m_selected = m_preferences.selectedProject;
}

ProjectController::~ProjectController() = default;

void ProjectController::start(ProjectPorts ports, const Preferences &preferences)
{
    m_ports.emplace(std::move(ports));
    m_preferences = preferences;
    m_webhooks = std::make_unique<WebhookKeeper>(m_ports->journal, m_ports->leftovers, m_clock);
    startSandbox();
    for (const auto &project : std::as_const(m_projects)) {
        if (!project.isSandbox())
            openProject(project);
    }
    applyRoutes();
}

void ProjectController::startSandbox()
{
    m_sessions[kSandboxKey].secrets.webhookSecret = Secret(QUuid::createUuid().toString(QUuid::Id128));
    m_ports->startSandbox() | then(this, [this](const Result<SandboxAccess> &access) { openSandbox(access); });
}

void ProjectController::openSandbox(const Result<SandboxAccess> &access)
{
    if (!access) {
        return tell(kSandboxKey, {ProjectStanding::Need::Edit, errorText(access.error())});
    }
    m_sandboxEndings = access->endings;
    m_projects.first().projectId = access->projectId;
    m_projects.first().keyId = access->keyId;
    if (m_ports->canReceive())
        m_webhooks->forgetLeftovers(access->projectId);
    connectProject(
        m_projects.constFirst(),
        {access->baseUrl, access->tokenUrl, *ProjectId::parse(access->projectId), access->keyId, access->keySecret});
    applyRoutes(); // callbacks carry the project's id from now on
    Q_EMIT projectsChanged();
}

void ProjectController::openProject(const Project &project)
{
    if (!m_ports)
        return; // not started, or never to be
    if (project.projectId.isEmpty())
        return tell(project.key, {ProjectStanding::Need::Edit, tr("The project id is missing.")});
    m_keeper->load(project.key) | then(this, [this, project](const SecretKeeper::Loaded &loaded) {
        if (!find(project.key))
            return; // removed meanwhile
        if (loaded.standing.need != ProjectStanding::Need::Nothing)
            return tell(project.key, loaded.standing);
        m_sessions[project.key].secrets = loaded.secrets;
        connectProject(project, settingsOf(project, loaded.secrets));
        applyRoutes();
    });
}

void ProjectController::unlockKeychain()
{
    m_keeper->unlock() | then(this, [this](KeychainState state) {
        if (state != KeychainState::Unlocked)
            return;
        for (const auto &project : std::as_const(m_projects)) {
            if (m_sessions[project.key].standing.need == ProjectStanding::Need::Keychain)
                openProject(project);
        }
    });
}

void ProjectController::connectProject(const Project &project, const ApiSettings &settings)
{
    retire(project.key);
    Session &session = m_sessions[project.key];
    session.connection = m_ports->connect(settings);
    session.standing = {};
    if (m_ports->canReceive())
        m_webhooks->cleanUp(*session.connection);
    followApps(project.key);
    session.apps->load(*session.connection);
    Q_EMIT selectionChanged();
}

void ProjectController::followApps(const QString &key)
{
    auto &catalog = m_sessions[key].apps;
    catalog = std::make_unique<AppCatalog>();
    connect(catalog.get(), &AppCatalog::loaded, this, [this, key] { tell(key, {}); });
    connect(catalog.get(), &AppCatalog::failed, this,
            [this, key](const ProjectId &, const Error &error) { tell(key, standingAfter(error)); });
}

void ProjectController::tell(const QString &key, const ProjectStanding &standing)
{
    m_sessions[key].standing = standing;
    Q_EMIT selectionChanged();
}

void ProjectController::retire(const QString &key)
{
    Session &session = m_sessions[key];
    if (!session.connection)
        return;
    m_webhooks->remove(session.connection.get());
    m_retired.push_back(std::move(session.connection));
}

Project *ProjectController::find(const QString &key)
{
    const auto found
        = std::find_if(m_projects.begin(), m_projects.end(), [&](const Project &one) { return one.key == key; });
    return found == m_projects.end() ? nullptr : &*found;
}

const Project &ProjectController::selected() const
{
    const auto found
        = std::find_if(m_projects.begin(), m_projects.end(), [&](const Project &one) { return one.key == m_selected; });
    return found == m_projects.end() ? m_projects.constFirst() : *found;
}

std::optional<ProjectId> ProjectController::selectedId() const
{
    return ProjectId::fromOptional(selected().projectId);
}

std::optional<ProjectId> ProjectController::sandboxId() const
{
    return ProjectId::fromOptional(m_projects.constFirst().projectId);
}

void ProjectController::select(const QString &key)
{
    if (!find(key) || key == m_selected)
        return;
    m_selected = key;
    Q_EMIT selectionChanged();
    Q_EMIT receiverChanged();
}

QList<App> ProjectController::apps() const
{
    const auto found = m_sessions.find(selected().key);
    return found == m_sessions.end() ? QList<App>() : found->second.knownApps();
}

QList<App> ProjectController::knownApps() const
{
    QList<App> known;
    for (const auto &[key, session] : m_sessions)
        known += session.knownApps();
    return known;
}

std::optional<App> ProjectController::selectedApp() const
{
    const auto all = apps();
    for (const auto &app : all) {
        if (app.id.toString() == selected().lastAppId)
            return app;
    }
    return all.isEmpty() ? std::nullopt : std::optional(all.constFirst());
}

void ProjectController::selectApp(const AppId &app)
{
    Project *project = find(m_selected);
    if (!project || project->lastAppId == app.toString())
        return;
    project->lastAppId = app.toString();
    saveProjects();
    Q_EMIT selectionChanged();
}

void ProjectController::reloadApps()
{
    if (auto *own = connection()) {
        m_sessions[selected().key].standing = {};
        m_sessions[selected().key].apps->load(*own);
        Q_EMIT selectionChanged();
    } else if (m_ports && !selected().isSandbox()) {
        openProject(selected());
    }
}

ProjectConnection *ProjectController::connection() const
{
    const auto found = m_sessions.find(selected().key);
    return found == m_sessions.end() ? nullptr : found->second.connection.get();
}

ProjectStanding ProjectController::standing() const
{
    if (!managed().damage().isEmpty()) // nothing was started
        return {ProjectStanding::Need::Nothing,
                tr("The settings of your organisation cannot be read: nothing can be looked up.")};
    const auto found = m_sessions.find(selected().key);
    return found == m_sessions.end() ? ProjectStanding() : found->second.standing;
}

void ProjectController::saveProjects()
{
    QList<Project> own = m_projects;
    own.removeIf([](const Project &project) { return project.isSandbox(); });
    m_settings.saveProjects(own);
}

void ProjectController::add(const Project &project, const ProjectSecrets &secrets)
{
    m_projects.append(project);
    m_selected = project.key;
    keep(project, secrets);
}

void ProjectController::change(const Project &project, const ProjectSecrets &secrets)
{
    if (Project *own = find(project.key)) {
        *own = project;
        keep(project, secrets);
    }
}

void ProjectController::keep(const Project &project, const ProjectSecrets &secrets)
{
    saveProjects();
    m_keeper->save(project.key, secrets);
    m_sessions[project.key].secrets = secrets;
    if (m_ports) {
        connectProject(project, settingsOf(project, secrets));
        applyRoutes();
    }
    Q_EMIT projectsChanged();
    Q_EMIT selectionChanged();
}

void ProjectController::rename(const QString &key, const QString &name)
{
    Project *own = find(key);
    if (!own || own->isSandbox() || name.trimmed().isEmpty())
        return;
    own->name = name.trimmed();
    saveProjects();
    Q_EMIT projectsChanged();
    Q_EMIT selectionChanged();
}

void ProjectController::remove(const QString &key)
{
    if (key == kSandboxKey || !find(key))
        return;
    retire(key);
    m_sessions.erase(key);
    m_projects.removeIf([&](const Project &project) { return project.key == key; });
    m_keeper->remove(key);
    saveProjects();
    if (m_selected == key)
        m_selected = kSandboxKey;
    applyRoutes();
    Q_EMIT projectsChanged();
    Q_EMIT selectionChanged();
}

ProjectSecrets ProjectController::secretsOf(const QString &key) const
{
    const auto found = m_sessions.find(key);
    return found == m_sessions.end() ? ProjectSecrets() : found->second.secrets;
}

} // namespace console
