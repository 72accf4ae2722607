// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace console {

class AnswerSource;

/// All identities that the detail knows of whom it shows, on any channel: of the rows, and those that were asked about.
QStringList identitiesOf(const AnswerSource &source);

} // namespace console
