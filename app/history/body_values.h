// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QStringList>

#include <functional>

namespace console {

/// What is wanted of one stored body. Called on the reader's thread.
using BodyReading = std::function<QStringList(const QByteArray &body)>;

/// By notification; those whose bytes are not kept any more are left out.
using BodyValues = QHash<qint64, QStringList>;

} // namespace console
