// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace console {

/// The exit codes of the command line; a contract, they stay.
enum class ExitCode {
    Done = 0,
    Warnings = 1, ///< of an import: lines that are no rows
    Usage = 2,
    Silent = 3,       ///< some answers had not come at the end of the wait
    Refused = 4,      ///< the API answered capability:query with anything but 200
    NoAnswer = 5,     ///< no HTTP answer, network, token refused
    LocalTrouble = 6, ///< port, database, disk
    Forbidden = 7,    ///< by the organisation's settings
};

} // namespace console
