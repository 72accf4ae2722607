// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace console {

/// Of this process, in MB: "VmRSS" is what it holds, "VmHWM" the most it ever held.
inline double residentMegabytes(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(field))
            return line.mid(line.indexOf(':') + 1).simplified().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

/// One line. \param limit  0: none.
inline void printFigure(const QString &what, double value, double limit, const char *unit)
{
    const QByteArray name = what.toUtf8();
    const int shownWidth = 58 + int(name.size() - what.size());
    std::printf("%-*s %9.1f %s", shownWidth, name.constData(), value, unit);
    if (limit > 0)
        std::printf("  of %6.0f  %s", limit, value <= limit ? "ok" : "TOO MUCH");
    std::printf("\n");
    std::fflush(stdout);
}

inline double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) * 1e-6;
}

/// \param share  0.5: the median; 1: the largest.
inline double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, size_t(share * double(values.size())))];
}

} // namespace console
