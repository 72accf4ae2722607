// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_notification.h"

#include <variant>

namespace console {

/// An authentic callback of another kind: the vendor names it by its top-level key only.
struct OtherEvent
{
    QString kind;
};

/// An authentic callback that cannot be read, and why.
struct UnreadableCallback
{
    QString why;
};

using DecodedCallback = std::variant<CapabilityNotification, OtherEvent, UnreadableCallback>;

/// Reads the body of a verified callback: enveloped, or flat as in 2020.
/// Unlisted enum values and further members are no fault; a member of the notification with a wrong type is.
/// Source: contract chapter 5.1 and 7; bytes in tests/fixtures/receiver.
DecodedCallback decodeCallback(const QByteArray &body);

} // namespace console
