// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

#include <optional>

namespace console {

class RequestArguments;

/// A place in a list as URL-safe text that a client can only hand back.
struct PageToken
{
    static QString encode(quint64 after);
    /// Empty when the text was not made by encode().
    static std::optional<quint64> decode(const QString &text);
    /// The place named by the argument page_token; 0, the beginning, when there is none. Errors: 400.
    [[nodiscard]] static Result<quint64> after(const RequestArguments &arguments);
};

} // namespace console
