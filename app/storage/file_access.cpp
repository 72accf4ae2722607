// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/file_access.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace console {

std::optional<QString> whyForbidden(const QString &path, FileUse use)
{
    const int mode = use == FileUse::Reading ? R_OK : R_OK | W_OK;
    if (::access(QFile::encodeName(path).constData(), mode) == 0)
        return std::nullopt;
    return QString::fromLocal8Bit(std::strerror(errno));
}

} // namespace console
