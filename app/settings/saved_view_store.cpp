// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/saved_view_store.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace console {

SavedViewStore::SavedViewStore(QString folder)
    : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

QString SavedViewStore::filePath() const
{
    return QDir(m_folder).filePath(QStringLiteral("views.json"));
}

QList<SavedView> SavedViewStore::load() const
{
    QFile file(filePath());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return parseSavedViews(file.readAll()).value_or(QList<SavedView>());
}

Result<> SavedViewStore::save(const QList<SavedView> &views)
{
    QSaveFile file(filePath());
    const QByteArray json = encodeSavedViews(views);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return failure(Error::Kind::Storage, file.errorString());
    return {};
}

} // namespace console
