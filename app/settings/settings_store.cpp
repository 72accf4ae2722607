// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_store.h"

#include "settings/preference_keys.h"

#include <QDir>
#include <QMetaEnum>
#include <QRandomGenerator>
#include <QSettings>
#include <QStandardPaths>

namespace console {

namespace {

constexpr std::array kKinds {std::pair {Project::Kind::Sandbox, "sandbox"}, std::pair {Project::Kind::Test, "test"},
                             std::pair {Project::Kind::Live, "live"}};
constexpr std::array kTokenRequests {std::pair {Project::TokenRequest::None, "none"},
                                     std::pair {Project::TokenRequest::Basic, "basic"},
                                     std::pair {Project::TokenRequest::Form, "form"}};

constexpr int kMostProjects = 10'000; // a damaged size must not keep us busy

template <typename Table, typename Value>
QString nameOf(const Table &table, Value value)
{
    for (const auto &[candidate, name] : table) {
        if (candidate == value)
            return QLatin1String(name);
    }
    return {};
}

template <typename Table, typename Value>
Value valueOf(const Table &table, const QString &name, Value otherwise)
{
    for (const auto &[candidate, known] : table) {
        if (name == QLatin1String(known))
            return candidate;
    }
    return otherwise;
}

/// A text, also where somebody wrote a comma by hand, which QSettings reads as a list.
QString textOf(const QSettings &settings, const QString &key)
{
    return settings.value(key).toStringList().join(QStringLiteral(", "));
}

Project readProject(const QSettings &settings)
{
    const auto text = [&](const char *key) { return textOf(settings, QLatin1String(key)); };
    Project project;
    project.key = text("key");
    project.name = text("name");
    project.kind = valueOf(kKinds, text("kind"), Project::Kind::Live);
    project.region = text("region");
    project.baseUrlOverride = QUrl(text("base_url"));
    project.tokenUrlOverride = QUrl(text("token_url"));
    project.projectId = text("project_id");
    project.keyId = text("key_id");
    project.usesBasic = settings.value(QStringLiteral("uses_basic")).toBool();
    project.receiver = ListenAddress::parse(text("receiver")).value_or(Project().receiver);
    project.callbackPath = text("callback_path");
    project.publicUrl = QUrl(text("public_url"));
    project.allowsUnsigned = settings.value(QStringLiteral("allows_unsigned")).toBool();
    project.tokenRequest = valueOf(kTokenRequests, text("callback_tokens"), project.tokenRequest);
    project.callbackClientId = text("callback_client_id");
    project.lastAppId = text("last_app_id");
    return project;
}

void writeProject(QSettings &settings, const Project &project)
{
    settings.setValue(QStringLiteral("key"), project.key);
    settings.setValue(QStringLiteral("name"), project.name);
    settings.setValue(QStringLiteral("kind"), nameOf(kKinds, project.kind));
    settings.setValue(QStringLiteral("region"), project.region);
    settings.setValue(QStringLiteral("base_url"), project.baseUrlOverride.toString(QUrl::FullyEncoded));
    settings.setValue(QStringLiteral("token_url"), project.tokenUrlOverride.toString(QUrl::FullyEncoded));
    settings.setValue(QStringLiteral("project_id"), project.projectId);
    settings.setValue(QStringLiteral("key_id"), project.keyId);
    settings.setValue(QStringLiteral("uses_basic"), project.usesBasic);
    settings.setValue(QStringLiteral("receiver"), project.receiver.toString());
    settings.setValue(QStringLiteral("callback_path"), project.callbackPath);
    settings.setValue(QStringLiteral("public_url"), project.publicUrl.toString(QUrl::FullyEncoded));
    settings.setValue(QStringLiteral("allows_unsigned"), project.allowsUnsigned);
    settings.setValue(QStringLiteral("callback_tokens"), nameOf(kTokenRequests, project.tokenRequest));
    settings.setValue(QStringLiteral("callback_client_id"), project.callbackClientId);
    settings.setValue(QStringLiteral("last_app_id"), project.lastAppId);
}

/// Everything that stands in the file about each project, by its key: a newer program may have written more than we know.
QHash<QString, QVariantMap> storedMembers(QSettings &settings)
{
    QHash<QString, QVariantMap> members;
    const int count = std::min(settings.beginReadArray(QStringLiteral("projects")), kMostProjects);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        QVariantMap &project = members[settings.value(QStringLiteral("key")).toString()];
        const auto names = settings.allKeys();
        for (const auto &name : names)
            project.insert(name, settings.value(name));
    }
    settings.endArray();
    return members;
}

} // namespace

std::optional<CallbackClient> callbackClientOf(const Project &project, const ProjectSecrets &secrets)
{
    if (project.tokenRequest == Project::TokenRequest::None || secrets.callbackClientSecret.isEmpty())
        return std::nullopt;
    return CallbackClient {project.callbackClientId, secrets.callbackClientSecret,
                           project.tokenRequest == Project::TokenRequest::Form ? CallbackClient::Credentials::InForm
                                                                               : CallbackClient::Credentials::InHeader};
}

QString makeCallbackPath()
{
    QByteArray random(16, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(random.data()), random.size() / 4);
    return QStringLiteral("/callbacks/")
        + QString::fromLatin1(random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

SettingsStore::SettingsStore(QString folder, ManagedSettings managed)
    : m_folder(std::move(folder))
    , m_managed(std::move(managed))
{
    QDir().mkpath(m_folder);
}

QString SettingsStore::filePath() const
{
    return QDir(m_folder).filePath(QStringLiteral("settings.ini"));
}

QString SettingsStore::profileFolder(const QString &profile)
{
    const QString root = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return QDir(root).filePath(QStringLiteral("capability-console/")
                               + (profile.isEmpty() ? QStringLiteral("default") : profile));
}

QString SettingsStore::defaultDatabase(const QString &profile)
{
    const QString root = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return QDir(root).filePath(QStringLiteral("capability-console/%1/history.sqlite")
                                   .arg(profile.isEmpty() ? QStringLiteral("default") : profile));
}

QList<Project> SettingsStore::loadProjects() const
{
    QSettings settings(filePath(), QSettings::IniFormat);
    QList<Project> projects;
    const int count = std::min(settings.beginReadArray(QStringLiteral("projects")), kMostProjects);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const Project project = readProject(settings);
        if (!project.key.isEmpty())
            projects.append(project);
    }
    return projects;
}

void SettingsStore::saveProjects(const QList<Project> &projects)
{
    QSettings settings(filePath(), QSettings::IniFormat);
    const auto stored = storedMembers(settings);
    settings.remove(QStringLiteral("projects"));
    settings.beginWriteArray(QStringLiteral("projects"), int(projects.size()));
    for (int i = 0; i < projects.size(); ++i) {
        settings.setArrayIndex(i);
        const QVariantMap members = stored.value(projects.at(i).key);
        for (auto it = members.begin(); it != members.end(); ++it)
            settings.setValue(it.key(), it.value());
        writeProject(settings, projects.at(i));
    }
    settings.endArray();
}

Preferences SettingsStore::loadPreferences() const
{
    QSettings settings(filePath(), QSettings::IniFormat);
    Preferences preferences;
    m_managed.applyDefaults(preferences);
    for (const PreferenceKey &key : preferenceKeys()) {
        if (settings.contains(QLatin1String(key.name)))
            key.take(preferences, settings.value(QLatin1String(key.name)));
    }
    m_managed.applyLocks(preferences);
    preferences.selectedProject = settings.value(QStringLiteral("window/project")).toString();
    settings.beginGroup(QStringLiteral("window_state"));
    const auto names = settings.childKeys();
    for (const auto &name : names)
        preferences.windowState.insert(name, settings.value(name).toByteArray());
    return preferences;
}

void SettingsStore::savePreferences(const Preferences &preferences)
{
    QSettings settings(filePath(), QSettings::IniFormat);
    const Preferences preset = m_managed.preset();
    for (const PreferenceKey &key : preferenceKeys()) {
        const QString name = QLatin1String(key.name);
        const QVariant value = key.give(preferences);
        // What the organisation decides is not the user's choice, and may be another one tomorrow.
        if (!m_managed.isLocked(name) && (settings.contains(name) || value != key.give(preset)))
            settings.setValue(name, value);
    }
    settings.setValue(QStringLiteral("window/project"), preferences.selectedProject);
    for (auto it = preferences.windowState.begin(); it != preferences.windowState.end(); ++it)
        settings.setValue(QStringLiteral("window_state/") + it.key(), it.value());
}

} // namespace console
