// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace console {

/// What one callback says about a recipient.
struct CapabilityAnswer
{
    QString status;
    QStringList channelCapabilities = {};
    QString reasonCode = {}; ///< empty: no reason
    QString reasonDescription = {};
    QString channelCode = {};
};

/// One callback that a query leads to.
struct PlannedCallback
{
    enum class Shape { Enveloped, Flat, Unlisted, NotJson };
    enum class Signing { Right, Wrong, Stale };

    std::chrono::milliseconds delay {0}; ///< before the division by the speed
    CapabilityAnswer answer = {};
    Shape shape = Shape::Enveloped;
    Signing signing = Signing::Right;
    std::optional<std::chrono::milliseconds> repeatAfter = {}; ///< the same bytes once more, signed anew
};

/// Whom a callback is about.
struct CallbackSubject
{
    QString requestId;
    QString appId;
    QString contactId; ///< empty when no contact has the identity
    QString channel;
    QString identity;
};

} // namespace console
