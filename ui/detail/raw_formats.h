// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace console {

/// JSON with one member a line. Order, digits and escapes of the original stay: only white space between them changes.
/// Empty when the bytes are no JSON.
std::optional<QString> prettyJson(const QByteArray &bytes);

/// Offset, 8 bytes, and their characters a line: "0010  7b 22 61 70 70 5f 69 64  {"app_id". Narrow enough for a panel.
QString hexDump(const QByteArray &bytes);

} // namespace console
