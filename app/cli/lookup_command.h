// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/lookup_target.h"
#include "cli/ports.h"
#include "cli/temporary_webhook.h"

#include <QTemporaryDir>
#include <QTimer>

namespace console {

/// `capability-cli lookup`: asks once, receives the answers itself, prints them, and ends as soon as all have come or the
/// wait is over.
class LookupCommand : public Command
{
    Q_OBJECT

public:
    LookupCommand(LookupOptions options, const CliPorts &ports, QObject *parent = nullptr);
    ~LookupCommand() override;

    void start() override;
    void interrupt() override;

private:
    Result<> openRooms();
    void connectTo(const ApiSettings &settings);
    void targetFound(const LookupTarget &target);
    void submit();
    void submitted(const LookupSubmission &submission);
    void rowsCame(const HistoryBatch &batch);
    void lookupChanged(const Lookup &lookup);
    void end(ExitCode code);
    void conclude();
    ExitCode codeSoFar() const;
    void fail(ExitCode code, const Error &error);

    LookupOptions m_options;
    const CliPorts &m_ports;
    std::unique_ptr<QTemporaryDir> m_folder;
    OpenHistory m_history;
    OpenReceiver m_receiver;
    std::unique_ptr<LookupService> m_lookups;
    std::unique_ptr<ProjectConnection> m_connection;
    std::unique_ptr<TemporaryWebhook> m_webhook;
    LookupTarget m_target;
    std::optional<RequestId> m_requestId;
    std::optional<LookupSubmission> m_submission;
    QList<NotificationRow> m_rows;
    QTimer m_unknownWait; ///< after an unknown outcome, nobody else counts the time
    ExitCode m_code = ExitCode::Done;
    bool m_isEnding = false;
};

} // namespace console
