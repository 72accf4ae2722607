// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace console {

/// The application's font: the desktop's own, except where none is configured (then the best one installed) or where it
/// is too small to read. A larger one is somebody's wish and stays.
QFont applicationFont(const QFont &desktopFont);

/// Sizes that derive from a widget's own font.
QFont smallFont(const QFont &base);    ///< captions, section labels
QFont strongFont(const QFont &base);   ///< same size, semi-bold: chips, key words
QFont titleFont(const QFont &base);    ///< of a panel
QFont headlineFont(const QFont &base); ///< the answer
QFont fixedFont(const QFont &base);    ///< raw bytes

} // namespace console
