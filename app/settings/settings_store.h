// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/managed_settings.h"
#include "settings/preferences.h"
#include "settings/project.h"

#include <QList>

namespace console {

/// Loads and saves one profile's projects and preferences: an INI file, no secrets in it, unknown keys kept.
/// A value that cannot be read falls back to its default; nothing else is lost. Thread: one.
class SettingsStore
{
public:
    /// \param folder of the profile; made when it is missing. Tests give a temporary one.
    /// \param managed  what the organisation decides; never written into the user's file.
    explicit SettingsStore(QString folder, ManagedSettings managed = {});

    QList<Project> loadProjects() const;
    void saveProjects(const QList<Project> &projects);
    Preferences loadPreferences() const;
    void savePreferences(const Preferences &preferences);

    const ManagedSettings &managed() const { return m_managed; }
    /// Of the profile: settings, and by default the history.
    const QString &folder() const { return m_folder; }
    /// The settings folder of a named profile; the empty name is the default one.
    static QString profileFolder(const QString &profile);
    /// Where the profile's history stands by default.
    static QString defaultDatabase(const QString &profile);

private:
    QString filePath() const;
    QString m_folder;
    ManagedSettings m_managed;
};

} // namespace console
