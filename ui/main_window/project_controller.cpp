// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/project_controller.h"

#include "core/continuation.h"
#include "core/run_on.h"
#include "text/error_text.h"
#include "ui/main_window/webhook_keeper.h"

#include <QUuid>

namespace console {

namespace {

const QString kSandboxKey = QStringLiteral("sandbox");

Project makeSandbox()
{
    Project sandbox;
    sandbox.key = kSandboxKey;
    sandbox.name = ProjectController::tr("Sandbox");
    sandbox.kind = Project::Kind::Sandbox;
    sandbox.callbackPath = makeCallbackPath();
    return sandbox;
}

ApiSettings settingsOf(const Project &project, const ProjectSecrets &secrets)
{
    return {project.baseUrlOverride.isEmpty() ? regionBaseUrl(project.region) : project.baseUrlOverride,
            project.tokenUrlOverride.isEmpty() ? globalTokenUrl() : project.tokenUrlOverride,
            *ProjectId::parse(project.projectId),
            project.keyId,
            secrets.keySecret,
            project.usesBasic ? ApiSettings::Authentication::Basic : ApiSettings::Authentication::OAuth2};
}

} // namespace

ProjectController::ProjectController(SettingsStore &settings, SecretStore &secrets, const Clock &clock,
                                     std::optional<ListenAddress> listenAt, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_listenAt(std::move(listenAt))
    , m_preferences(settings.loadPreferences())
    , m_projects {makeSandbox()}
    , m_selected(kSandboxKey)
{
    m_projects += settings.loadProjects();
    m_projects.first().lastAppId = QString::fromUtf8(m_preferences.windowState.value(QStringLiteral("sandbox_app")));
    if (find(m_preferences.selectedProject))
        m_selected = m_preferences.selectedProject;
    connect(&m_apps, &AppCatalog::loaded, this, [this](const ProjectId &id) { tellOf(id, QString()); });
    connect(&m_apps, &AppCatalog::failed, this,
            [this](const ProjectId &id, const Error &error) { tellOf(id, errorText(error)); });
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
        m_sessions[kSandboxKey].problem = errorText(access.error());
        Q_EMIT selectionChanged();
        return;
    }
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
    m_secrets.load(project.key) | then(this, [this, project](const Result<ProjectSecrets> &secrets) {
        Session &session = m_sessions[project.key];
        if (!secrets) {
            session.problem = errorText(secrets.error());
        } else if (secrets->keySecret.isEmpty()) {
            session.problem
                = tr("The key secret of this project is not known here: enter it again under Edit project.");
        } else {
            session.secrets = *secrets;
            connectProject(project, settingsOf(project, *secrets));
            applyRoutes();
        }
        Q_EMIT selectionChanged();
    });
}

void ProjectController::connectProject(const Project &project, const ApiSettings &settings)
{
    retire(project.key);
    Session &session = m_sessions[project.key];
    session.connection = m_ports->connect(settings);
    session.problem.clear();
    if (m_ports->canReceive())
        m_webhooks->cleanUp(*session.connection);
    m_apps.load(*session.connection);
    Q_EMIT selectionChanged();
}

void ProjectController::tellOf(const ProjectId &id, const QString &problem)
{
    for (auto &[key, session] : m_sessions) {
        if (session.connection && session.connection->projectId() == id)
            session.problem = problem;
    }
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
    const auto id = selectedId();
    return id ? m_apps.apps(*id) : QList<App>();
}

QList<App> ProjectController::knownApps() const
{
    QList<App> known;
    for (const auto &project : m_projects) {
        if (const auto id = ProjectId::fromOptional(project.projectId))
            known += m_apps.apps(*id);
    }
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
        m_sessions[m_selected].problem.clear();
        m_apps.load(*own);
    } else if (m_ports && !selected().isSandbox()) {
        openProject(selected());
    }
}

ProjectConnection *ProjectController::connection() const
{
    const auto found = m_sessions.find(selected().key);
    return found == m_sessions.end() ? nullptr : found->second.connection.get();
}

QString ProjectController::problem() const
{
    const auto found = m_sessions.find(selected().key);
    return found == m_sessions.end() ? QString() : found->second.problem;
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
    m_secrets.save(project.key, secrets) | then(this, [this](const SecretStore::Saved &saved) {
        if (saved.place == SecretStore::Place::SessionOnly)
            Q_EMIT secretsKeptForSession(saved.reason);
    });
    m_sessions[project.key].secrets = secrets;
    if (m_ports) {
        connectProject(project, settingsOf(project, secrets));
        applyRoutes();
    }
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
    m_secrets.remove(key);
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

QFuture<Result<QList<App>>> ProjectController::tryConnection(const Project &project, const ProjectSecrets &secrets)
{
    if (!m_ports)
        return readyFuture(Result<QList<App>>(failure(Error::Kind::Config, tr("The program is still starting."))));
    const std::shared_ptr<ProjectConnection> tried(m_ports->connect(settingsOf(project, secrets)));
    return tried->apps().list() | then(this, [tried](const Result<QList<App>> &apps) { return apps; });
}

} // namespace console
