// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listen_address.h"
#include "core/tls_files.h"
#include "domain/retention_limits.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <chrono>

namespace console {

/// What the user chose, and how the window was left.
struct Preferences
{
    enum class ThemeMode { System, Light, Dark };

    std::chrono::seconds wait {30};                             ///< until a silent lookup has timed out
    std::chrono::seconds amberAfter {10};                       ///< until it looks late
    std::chrono::seconds signatureWindow {300};                 ///< of a callback's timestamp, both ways
    qint64 bodyLimit = qint64(256) * 1024;                      ///< of a callback, 1 MiB at most
    ListenAddress receiver {QStringLiteral("127.0.0.1"), 8787}; ///< of the Sandbox, and of a project that is new
    TlsFiles tls;                                               ///< of the receiver; empty: plain HTTP
    ThemeMode theme = ThemeMode::System;
    bool isCompact = false;       ///< rows 26 instead of 32 pixels
    bool isMaskedAtStart = false; ///< personal data, until it is shown by a key
    RetentionLimits retention;
    qint64 rowsInMemory = 5'000'000; ///< of a longer history the table holds the newest ones
    QString selectedProject;
    QHash<QString, QByteArray> windowState; ///< geometry, splitters and columns, by widget name

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

} // namespace console
