// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/name_book.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace console {

namespace {

QHash<QString, QString> namesIn(const QJsonValue &value)
{
    QHash<QString, QString> names;
    const QJsonObject members = value.toObject();
    for (auto member = members.begin(); member != members.end() && names.size() < NameBook::kMost; ++member) {
        if (member.value().isString() && !member.key().isEmpty())
            names.insert(member.key(), member.value().toString());
    }
    return names;
}

QJsonObject objectOf(const QHash<QString, QString> &names)
{
    QJsonObject members;
    for (auto name = names.begin(); name != names.end(); ++name)
        members.insert(name.key(), name.value());
    return members;
}

QHash<QString, QString> merged(QHash<QString, QString> today, const QHash<QString, QString> &before)
{
    today.remove(QString()); // of what has no id yet: else rows without one would be its
    for (auto name = before.begin(); name != before.end() && today.size() < NameBook::kMost; ++name) {
        if (!today.contains(name.key()))
            today.insert(name.key(), name.value());
    }
    return today;
}

} // namespace

NameBook::NameBook(QString folder)
    : m_path(QDir(std::move(folder)).filePath(QStringLiteral("names.json")))
{ }

KnownNames NameBook::load() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject members = QJsonDocument::fromJson(file.readAll()).object();
    return {namesIn(members.value(QLatin1String("projects"))), namesIn(members.value(QLatin1String("apps")))};
}

KnownNames NameBook::merge(const KnownNames &today)
{
    const KnownNames before = load();
    const KnownNames all {merged(today.projects, before.projects), merged(today.apps, before.apps)};
    if (all != before)
        save(all);
    return all;
}

void NameBook::save(const KnownNames &names) const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return; // a convenience: the next start tries again
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(QJsonDocument(QJsonObject {{QStringLiteral("projects"), objectOf(names.projects)},
                                          {QStringLiteral("apps"), objectOf(names.apps)}})
                   .toJson());
    file.commit();
}

} // namespace console
