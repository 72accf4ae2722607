// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <functional>

namespace console {

/// Keeps what was typed into a field out of sight while personal data is masked: it stands as dots until the field has
/// the focus. \param isPrivate  which texts; without it all are.
void keepPrivate(QLineEdit *field, std::function<bool(const QString &)> isPrivate = {});

} // namespace console
