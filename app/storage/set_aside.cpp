// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/set_aside.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace console {

namespace {

/// What was set aside before stays as well.
QString freeName(const QString &path, const QString &why, Timestamp now)
{
    const auto time
        = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now), Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
    const QString wanted = QStringLiteral("%1.%2-%3").arg(path, why, time);
    QString name = wanted;
    for (int i = 2; QFileInfo::exists(name) || QFileInfo::exists(name + QStringLiteral("-wal")); ++i)
        name = QStringLiteral("%1-%2").arg(wanted).arg(i);
    return name;
}

} // namespace

Result<QString> setAside(const QString &path, const QString &why, Timestamp now)
{
    const QString name = freeName(path, why, now);
    for (const char *ending : {"-wal", ""}) { // the log first: without its database it means nothing to anybody else
        const QString part = path + QLatin1String(ending);
        if (QFileInfo::exists(part) && !QFile::rename(part, name + QLatin1String(ending)))
            return failure(Error::Kind::Storage, QStringLiteral("%1 cannot be renamed").arg(part));
    }
    QFile::remove(path + QStringLiteral("-shm")); // an index of the log, made anew by whoever opens it
    return name;
}

} // namespace console
