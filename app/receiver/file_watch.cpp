// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/file_watch.h"

#include <QDateTime>
#include <QFileInfo>

namespace console {

FileWatch::FileWatch(QStringList files, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_files(std::move(files))
    , m_seen(stamps())
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (std::exchange(m_seen, stamps()) != m_seen)
            Q_EMIT changed();
    });
    m_timer.start();
}

QStringList FileWatch::stamps() const
{
    QStringList stamps;
    for (const QString &file : m_files) {
        const QFileInfo info(file);
        stamps.append(QStringLiteral("%1 %2 %3")
                          .arg(info.canonicalFilePath())
                          .arg(info.size())
                          .arg(info.exists() ? info.lastModified().toMSecsSinceEpoch() : 0));
    }
    return stamps;
}

} // namespace console
