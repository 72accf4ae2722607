// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace console {

/// `capability-cli history`: the rows of a history, newest first. \returns the exit code.
int runHistory(const QStringList &arguments);

/// `capability-cli export`: all rows in order of arrival, as CSV, NDJSON, JSON or HTML, to a file or stdout. A file appears whole or
/// not at all. \returns the exit code.
int runExport(const QStringList &arguments);

} // namespace console
