// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"

#include <QMetaType>

namespace console {

/// A time in which callbacks could not be heard, or not be believed. The numbers of the kinds are stored.
struct ReceiverGap
{
    enum class Kind {
        Slept = 1,    ///< the machine was suspended
        ClockForward, ///< the clock was set forward: until then it was behind
        ClockBackward ///< the clock was set back: until then it was ahead
    };
    Kind kind = Kind::Slept;
    Timestamp from;
    Timestamp to;
    qint64 afterId = 0; ///< the newest notification before it; known once it is stored

    friend bool operator==(const ReceiverGap &, const ReceiverGap &) = default;
};

} // namespace console

Q_DECLARE_METATYPE(console::ReceiverGap)
