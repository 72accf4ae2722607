// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace console {

/// Whether the value of such a member of the vendor's bodies can name a person.
bool canNamePerson(const QString &member);

/// All such values in a body, wherever they stand; none where the bytes are no JSON.
QStringList personalValuesIn(const QByteArray &json);

} // namespace console
