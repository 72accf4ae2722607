// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "domain/ids.h"

#include <QList>

#include <algorithm>

namespace console {

/// The state of a channel of an app. Source: vendor's SDKs.
enum class ChannelState { Unrecognized, Pending, Active, Failing };

template <>
struct EnumNames<ChannelState>
{
    static constexpr auto table = std::array {
        std::pair {ChannelState::Pending, std::string_view("PENDING")},
        std::pair {ChannelState::Active, std::string_view("ACTIVE")},
        std::pair {ChannelState::Failing, std::string_view("FAILING")},
    };
};

struct AppChannel
{
    ChannelName channel;
    OpenEnum<ChannelState> state;

    friend bool operator==(const AppChannel &, const AppChannel &) = default;
};

/// An app of the project. The answer of the API holds channel tokens in clear: they are dropped while it is read.
struct App
{
    AppId id;
    QString displayName;
    QList<AppChannel> channels; ///< in the app's order of priority
    QString processingMode;     ///< CONVERSATION or DISPATCH

    bool hasChannel(const ChannelName &channel) const
    {
        return std::any_of(channels.begin(), channels.end(),
                           [&](const AppChannel &own) { return own.channel == channel; });
    }
    friend bool operator==(const App &, const App &) = default;
};

} // namespace console
