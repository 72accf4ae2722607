// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTest>

namespace console {

/// The bytes of tests/fixtures/<path>; ends the test run when the file is missing.
inline QByteArray fixture(const char *path)
{
    QFile file(QStringLiteral(CONSOLE_FIXTURES "/") + QLatin1String(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("fixture %s is missing", path);
    return file.readAll();
}

} // namespace console
