// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/channel.h"

#include <array>

namespace console {

/// One address of a person: a channel and an opaque text on it.
struct ChannelIdentity
{
    ChannelName channel;
    QString identity;

    /// Errors: Config when channel or identity is empty.
    [[nodiscard]] static Result<ChannelIdentity> make(const QString &channel, const QString &identity);

    /// Same address: a leading '+' on a phone channel makes no difference. Source: contract 4.6.
    bool isSameAddress(const ChannelIdentity &other) const;
    /// The two ways in which the same identity may be written, as isSameAddress() compares; twice itself when there is one.
    std::array<QString, 2> spellings() const;

    friend bool operator==(const ChannelIdentity &, const ChannelIdentity &) = default;
};

} // namespace console
