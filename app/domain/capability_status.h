// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/open_enum.h"

namespace console {

/// What the vendor says of one channel. "Unknown" is a real answer, not an unrecognized one. Source: OAS CapabilityEvent.
enum class Capability { Unrecognized, Unknown, Full, Partial, None };

template <>
struct EnumNames<Capability>
{
    static constexpr auto table = std::array {
        std::pair {Capability::Unknown, std::string_view("CAPABILITY_UNKNOWN")},
        std::pair {Capability::Full, std::string_view("CAPABILITY_FULL")},
        std::pair {Capability::Partial, std::string_view("CAPABILITY_PARTIAL")},
        std::pair {Capability::None, std::string_view("NO_CAPABILITY")},
    };
};

using CapabilityStatus = OpenEnum<Capability>;

} // namespace console
