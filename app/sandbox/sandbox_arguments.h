// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sandbox/sandbox_options.h"

class QCommandLineParser;

namespace console {

/// The command line of the sandbox program.
struct SandboxArguments
{
    /// Adds all options, --help and --version included.
    static void describe(QCommandLineParser &parser);
    /// Errors: Config for a value that cannot be used, or an argument too many.
    [[nodiscard]] static Result<SandboxOptions> read(const QCommandLineParser &parser);
};

} // namespace console
