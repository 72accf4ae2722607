// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/port_holder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_LINUX
#include <pwd.h>
#include <unistd.h>
#endif

namespace console {

#ifdef Q_OS_LINUX

namespace {

constexpr qint64 kMostOfTable = qint64(4) * 1024 * 1024;
constexpr char kListening[] = "0A";

struct Socket
{
    QByteArray inode;
    uint user = 0;
};

/// Columns of /proc/net/tcp: number, address:port in hexadecimal, peer, state, queues, timer, retransmissions, user,
/// timeout, inode. Source: proc(5).
std::optional<Socket> findListener(const QString &table, quint16 port)
{
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto lines = file.read(kMostOfTable).split('\n');
    for (const auto &line : lines) {
        const auto columns = line.simplified().split(' ');
        if (columns.size() < 10 || columns.at(3) != kListening)
            continue;
        if (columns.at(1).mid(columns.at(1).lastIndexOf(':') + 1).toUShort(nullptr, 16) == port)
            return Socket {columns.at(9), columns.at(7).toUInt()};
    }
    return {};
}

bool holds(const QString &process, const QString &socket)
{
    const QDir files(process + QStringLiteral("/fd"));
    const auto names = files.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    return std::any_of(names.begin(), names.end(), [&](const QString &name) {
        std::array<char, 64> target {};
        const auto size
            = readlink(QFile::encodeName(files.filePath(name)).constData(), target.data(), target.size() - 1);
        return size > 0 && QString::fromLatin1(target.data(), size) == socket;
    });
}

QString programOf(const QString &process)
{
    QFile file(process + QStringLiteral("/cmdline"));
    const QString first
        = file.open(QIODevice::ReadOnly) ? QString::fromLocal8Bit(file.read(4096).split('\0').first()) : QString();
    return QFileInfo(first).fileName();
}

QString userName(uint user)
{
    const passwd *const entry = getpwuid(user);
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(user);
}

} // namespace

std::optional<PortHolder> findPortHolder(quint16 port)
{
    auto socket = findListener(QStringLiteral("/proc/net/tcp"), port);
    if (!socket)
        socket = findListener(QStringLiteral("/proc/net/tcp6"), port);
    if (!socket)
        return {};
    const QString wanted = QStringLiteral("socket:[%1]").arg(QLatin1String(socket->inode));
    const QDir processes(QStringLiteral("/proc"));
    const auto ids = processes.entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const auto &id : ids) {
        const QString process = processes.filePath(id);
        if (holds(process, wanted))
            return PortHolder {programOf(process), id.toLongLong(), {}};
    }
    return PortHolder {{}, 0, userName(socket->user)};
}

#else

std::optional<PortHolder> findPortHolder(quint16)
{
    return {};
}

#endif

} // namespace console
