// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/shortlist_store.h"

#include <QDir>
#include <QSettings>
#include <QUrl>

namespace console {

namespace {

/// A key is ours, but the file is anybody's: a slash in it would be a group of its own.
QString groupOf(const QString &projectKey)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(projectKey));
}

/// A text, also where somebody wrote a comma by hand, which QSettings reads as a list.
QString textOf(const QSettings &settings, const QString &key)
{
    return settings.value(key).toStringList().join(QStringLiteral(", "));
}

QList<ContactShortlist::Entry> read(QSettings &settings, const QString &list, qsizetype most)
{
    QList<ContactShortlist::Entry> entries;
    const int count = int(std::min<qsizetype>(settings.beginReadArray(list), most));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        if (const auto id = ContactId::fromOptional(textOf(settings, QStringLiteral("id"))))
            entries.append({*id, textOf(settings, QStringLiteral("name"))});
    }
    settings.endArray();
    return entries;
}

void write(QSettings &settings, const QString &list, const QList<ContactShortlist::Entry> &entries)
{
    settings.remove(list);
    settings.beginWriteArray(list, int(entries.size()));
    for (int i = 0; i < entries.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("id"), entries.at(i).id.toString());
        settings.setValue(QStringLiteral("name"), entries.at(i).name);
    }
    settings.endArray();
}

} // namespace

ShortlistStore::ShortlistStore(QString folder)
    : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

QString ShortlistStore::filePath() const
{
    return QDir(m_folder).filePath(QStringLiteral("contacts.ini"));
}

ContactShortlist ShortlistStore::load(const QString &projectKey) const
{
    QSettings settings(filePath(), QSettings::IniFormat);
    settings.beginGroup(groupOf(projectKey));
    return {read(settings, QStringLiteral("favourites"), ContactShortlist::kMostFavourites),
            read(settings, QStringLiteral("recent"), ContactShortlist::kMostRecent)};
}

void ShortlistStore::save(const QString &projectKey, const ContactShortlist &shortlist)
{
    QSettings settings(filePath(), QSettings::IniFormat);
    settings.beginGroup(groupOf(projectKey));
    write(settings, QStringLiteral("favourites"), shortlist.favourites);
    write(settings, QStringLiteral("recent"), shortlist.recent);
}

void ShortlistStore::keepOnly(const QStringList &projectKeys)
{
    QStringList kept;
    for (const auto &key : projectKeys)
        kept.append(groupOf(key));
    QSettings settings(filePath(), QSettings::IniFormat);
    const auto groups = settings.childGroups();
    for (const auto &group : groups) {
        if (!kept.contains(group))
            settings.remove(group);
    }
}

} // namespace console
