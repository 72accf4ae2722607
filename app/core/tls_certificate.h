// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"

#include <QByteArray>

namespace console {

/// What people want to know of the certificate that a server shows.
struct TlsCertificate
{
    static constexpr std::chrono::days kWarnAhead {14}; ///< of its end

    QString subject; ///< the common name, else the first name that it is for
    Timestamp expiresAt;
    QByteArray digest; ///< SHA-256: by it we know our own

    bool hasExpired(Timestamp now) const { return now >= expiresAt; }
    bool expiresSoon(Timestamp now) const { return now >= expiresAt - kWarnAhead; }
    friend bool operator==(const TlsCertificate &, const TlsCertificate &) = default;
};

} // namespace console
