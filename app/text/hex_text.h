// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace console {

constexpr int kNarrowHex = 8; ///< bytes a line that fit a narrow panel
constexpr int kWideHex = 16;  ///< as one is used to

/// Offset, some bytes, and their characters a line: "0010  7b 22 61 70 70 5f 69 64  {"app_id".
QString hexDump(const QByteArray &bytes, int bytesPerLine = kNarrowHex);
/// How many characters a full line takes.
int hexLineLength(int bytesPerLine);

} // namespace console
