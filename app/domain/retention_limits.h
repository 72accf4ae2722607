// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace console {

/// How much of a history is kept; 0 is no limit. Notifications with a pin or a tag are kept in any case.
struct RetentionLimits
{
    std::chrono::days age {0};
    qint64 rows = 0;
    qint64 bytes = 0; ///< of what stands in the file, without the space that is free for new rows

    bool isUnlimited() const { return age.count() == 0 && rows == 0 && bytes == 0; }
    friend bool operator==(const RetentionLimits &, const RetentionLimits &) = default;
};

} // namespace console
