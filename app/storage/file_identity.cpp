// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_identity.h"

#include <QFile>

#include <sys/stat.h>

namespace console {

std::optional<FileIdentity> FileIdentity::ofPath(const QString &path)
{
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    return FileIdentity {quint64(facts.st_dev), quint64(facts.st_ino)};
}

std::optional<FileIdentity> FileIdentity::ofDescriptor(int descriptor)
{
    struct stat facts = {};
    if (::fstat(descriptor, &facts) != 0)
        return std::nullopt;
    return FileIdentity {quint64(facts.st_dev), quint64(facts.st_ino)};
}

} // namespace console
