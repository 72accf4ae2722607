// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace console {

/// Parses bytes that must be one JSON object in UTF-8. Errors: Malformed, with the offset.
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &bytes);

/// A string member; absent, null and other types read as empty. For members that are only shown.
QString stringMember(const QJsonObject &object, QLatin1String name);

/// A list member; absent and null read as empty. Errors: Malformed for any other type.
[[nodiscard]] Result<QJsonArray> listMember(const QJsonObject &object, QLatin1String name);

/// A list of strings; what is no string is left out.
QStringList stringListMember(const QJsonObject &object, QLatin1String name);

} // namespace console
