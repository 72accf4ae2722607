// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace console {

/// Where a server listens. Port 0 means any free one.
struct ListenAddress
{
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;

    /// Reads "ADDR:PORT", "[v6]:PORT", ":PORT" or "PORT" (both on 127.0.0.1). Errors: Config.
    [[nodiscard]] static Result<ListenAddress> parse(const QString &text);
    QString toString() const;
    bool isLoopback() const;

    friend bool operator==(const ListenAddress &, const ListenAddress &) = default;
};

} // namespace console
