// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/policy_file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace console {

namespace {

constexpr qint64 kMostBytes = qint64(1024) * 1024;

auto problem(const QString &path, const QString &why)
{
    return failure(Error::Kind::Config, QStringLiteral("%1: %2").arg(path, why));
}

QString systemWords()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

/// Empty when nobody but the owner can have written it.
QString whyNotTrusted(const struct stat &facts, unsigned owner)
{
    if (facts.st_uid != owner)
        return owner == 0 ? QStringLiteral("it does not belong to root")
                          : QStringLiteral("it belongs to somebody else");
    return (facts.st_mode & (S_IWGRP | S_IWOTH)) != 0 ? QStringLiteral("others may write it") : QString();
}

} // namespace

Result<std::optional<QByteArray>> readPolicyFile(const QString &path, unsigned owner)
{
    // Without waiting: what should be a file may be a pipe.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR))
        return std::nullopt;
    if (descriptor < 0)
        return problem(path, systemWords());
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return problem(path, file.errorString());
    struct stat facts = {};
    if (::fstat(descriptor, &facts) != 0)
        return problem(path, systemWords());
    if (!S_ISREG(facts.st_mode))
        return problem(path, QStringLiteral("it is not a file"));
    if (const QString why = whyNotTrusted(facts, owner); !why.isEmpty())
        return problem(path, why);
    const QString folder = QFileInfo(path).absolutePath();
    if (::stat(QFile::encodeName(folder).constData(), &facts) != 0)
        return problem(folder, systemWords());
    if (const QString why = whyNotTrusted(facts, owner); !why.isEmpty())
        return problem(folder, why);
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return problem(path, QStringLiteral("it is larger than 1 MiB"));
    return bytes;
}

} // namespace console
