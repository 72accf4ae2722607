// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace console {

/// JSON with one member a line. Order, digits and escapes of the original stay: only white space between them changes.
/// Empty when the bytes are no JSON.
std::optional<QString> prettyJson(const QByteArray &bytes);

} // namespace console
