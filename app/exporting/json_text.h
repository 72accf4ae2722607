// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace console {

/// A text as a JSON string, with its quotes, in UTF-8.
QByteArray jsonString(const QString &text);

} // namespace console
