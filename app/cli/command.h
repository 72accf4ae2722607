// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exit_code.h"

#include <QObject>

namespace console {

/// One run of one command, inside the event loop. Thread: main.
class Command : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins; ends in finished(), which may come at once.
    virtual void start() = 0;
    /// SIGINT or SIGTERM: ends cleanly, with the code so far.
    virtual void interrupt() = 0;

Q_SIGNALS:
    void finished(console::ExitCode code);
};

} // namespace console
