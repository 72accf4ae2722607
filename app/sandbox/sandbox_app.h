// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace console {

/// One app of the sandbox. Apps never change.
struct SandboxApp
{
    QString id; ///< a ULID
    QString displayName;
    QStringList channels; ///< in the app's order of priority
    QJsonObject answer;   ///< the AppResponse, channel tokens included, as the vendor sends them

    friend bool operator==(const SandboxApp &, const SandboxApp &) = default;
};

/// The apps of a project, in their order. Null when none has the id.
inline const SandboxApp *findApp(const QList<SandboxApp> &apps, const QString &id)
{
    const auto found = std::find_if(apps.begin(), apps.end(), [&](const SandboxApp &app) { return app.id == id; });
    return found == apps.end() ? nullptr : &*found;
}

} // namespace console
