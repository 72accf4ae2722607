// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database_lock.h"

#include "storage/file_identity.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace console {

namespace {
QString holderOf(int descriptor)
{
    char text[32] = {};
    const auto count = ::pread(descriptor, text, sizeof text - 1, 0);
    const QString pid = QString::fromLatin1(text, count > 0 ? qsizetype(count) : 0).trimmed();
    if (pid.isEmpty()) // it is just starting or just ending
        return QStringLiteral("another process");
    QFile comm(QStringLiteral("/proc/%1/comm").arg(pid));
    const QString program = comm.open(QIODevice::ReadOnly) ? QString::fromUtf8(comm.readAll()).trimmed() : QString();
    return program.isEmpty() ? QStringLiteral("process %1").arg(pid)
                             : QStringLiteral("%1, process %2").arg(program, pid);
}
} // namespace

DatabaseLock::DatabaseLock(QString path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{ }

DatabaseLock::~DatabaseLock()
{
    [[maybe_unused]] const int rc = ::ftruncate(m_descriptor, 0);
    ::close(m_descriptor); // releases the lock; the file stays, so that two starters never lock two different files
}

bool DatabaseLock::isIntact() const
{
    const auto found = FileIdentity::ofPath(m_path);
    return found && found == FileIdentity::ofDescriptor(m_descriptor);
}

Result<std::unique_ptr<DatabaseLock>> DatabaseLock::acquire(const QString &databasePath)
{
    const QByteArray path = QFile::encodeName(databasePath + QStringLiteral(".lock"));
    const int descriptor = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(
            Error::Kind::Storage,
            QStringLiteral("%1: %2").arg(QFile::decodeName(path), QString::fromLocal8Bit(std::strerror(errno))));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int problem = errno; // a file system without locks is no holder
        const QString holder = holderOf(descriptor);
        ::close(descriptor);
        if (problem != EWOULDBLOCK)
            return failure(Error::Kind::Storage,
                           QStringLiteral("%1 cannot be locked: %2")
                               .arg(databasePath, QString::fromLocal8Bit(std::strerror(problem))));
        return failure(Error::Kind::Busy, QStringLiteral("%1 is in use by %2").arg(databasePath, holder));
    }
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    [[maybe_unused]] const int cut = ::ftruncate(descriptor, 0);
    [[maybe_unused]] const auto written = ::pwrite(descriptor, pid.constData(), size_t(pid.size()), 0);
    return std::unique_ptr<DatabaseLock>(new DatabaseLock(QFile::decodeName(path), descriptor));
}

} // namespace console
