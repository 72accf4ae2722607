// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace console {

/// Tells when one of some files is written, replaced or gone, or when a link leads elsewhere. It looks now and then:
/// what the system tells about a file ends when the file is replaced, as certificates are. Thread: its owner's.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    FileWatch(QStringList files, std::chrono::milliseconds interval, QObject *parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    QStringList stamps() const;

    QStringList m_files;
    QStringList m_seen;
    QTimer m_timer;
};

} // namespace console
