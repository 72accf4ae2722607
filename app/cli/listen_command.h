// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/ports.h"
#include "settings/managed_settings.h"

namespace console {

/// `capability-cli listen`: receives callbacks into a history and prints each notification as a row of JSON, repetitions
/// included, until it is told to stop.
class ListenCommand : public Command
{
    Q_OBJECT

public:
    struct Options
    {
        QString database;
        RouteRequest route;
        bool setsDamagedAside = false;
    };
    /// \returns nothing when the command line is not usable; `exitCode` is then final.
    static std::optional<Options> parse(const QStringList &arguments, int &exitCode,
                                        const ManagedSettings &managed = {});

    ListenCommand(Options options, const CliPorts &ports, QObject *parent = nullptr);

    void start() override;
    void interrupt() override;

private:
    Result<> openHistory();

    Options m_options;
    const CliPorts &m_ports;
    OpenHistory m_history;
    OpenReceiver m_receiver; ///< after the history: it ends first
};

} // namespace console
