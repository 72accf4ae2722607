// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listen_command.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "exporting/json_text.h"
#include "exporting/row_json.h"

namespace console {

std::optional<ListenCommand::Options> ListenCommand::parse(const QStringList &line, int &exitCode,
                                                           const ManagedSettings &managed)
{
    Arguments arguments(QStringLiteral("listen"),
                        QStringLiteral("Receives callbacks into a history; rows as JSON on stdout."), managed);
    const bool isManaged = managed.layerOf(QStringLiteral("receiver/address")) != ManagedSettings::Layer::BuiltIn;
    arguments.addRouteOptions(isManaged ? managed.preset().receiver.toString() : QString());
    arguments.addValue(QStringLiteral("database"), QStringLiteral("FILE"),
                       QStringLiteral("The history to write; made when it is missing."));
    arguments.addFlag(
        QStringLiteral("set-damaged-aside"),
        QStringLiteral("Rename a damaged history and begin a new one; looks through the whole file first."));
    if (arguments.parse(line)) {
        arguments.required(QStringLiteral("listen"));
        Options options {arguments.required(QStringLiteral("database")), arguments.route(true),
                         arguments.isSet(QStringLiteral("set-damaged-aside"))};
        if (!arguments.hasComplaint())
            return options;
    }
    exitCode = arguments.exitCode();
    return std::nullopt;
}

ListenCommand::ListenCommand(Options options, const CliPorts &ports, QObject *parent)
    : Command(parent)
    , m_options(std::move(options))
    , m_ports(ports)
{ }

void ListenCommand::start()
{
    const auto fail = [this](const Error &error) {
        sayTrouble(error);
        Q_EMIT finished(ExitCode::LocalTrouble);
    };
    if (const auto opened = openHistory(); !opened)
        return fail(opened.error());
    auto receiver = m_ports.openReceiver(*m_history.writer, m_options.route, [](const std::vector<Recorded> &arrived) {
        QByteArrayList lines;
        for (const auto &[kind, row] : arrived) {
            const bool isRepeat = kind == Recorded::Kind::Retry || kind == Recorded::Kind::Replay;
            if (row)
                lines.append(encodeRowJson(asArrived(*row, isRepeat)));
        }
        if (!lines.isEmpty())
            printLine(lines.join('\n')); // at once: a pipe is flushed for each
    });
    if (!receiver)
        return fail(receiver.error());
    m_receiver = *std::move(receiver);
    const QUrl url = m_options.route.urlAt(m_receiver.address);
    QByteArray ready = "{\"ready\":true,\"callback_url\":" + jsonString(url.toString());
    if (!m_options.route.clients.isEmpty())
        ready += ",\"token_url\":" + jsonString(callbackTokenUrl(url).toString());
    printLine(ready + "}");
}

Result<> ListenCommand::openHistory()
{
    if (m_options.setsDamagedAside) {
        const auto newName = m_ports.setHistoryAside(m_options.database);
        if (!newName)
            return failure(newName.error());
        if (*newName)
            say(QStringLiteral("%1 is damaged: it is kept as %2, and a new history begins")
                    .arg(m_options.database, **newName));
    }
    auto history = m_ports.openHistory(m_options.database);
    if (!history)
        return failure(history.error());
    m_history = *std::move(history);
    return {};
}

void ListenCommand::interrupt()
{
    m_receiver = {}; // refuses newcomers, waits for the answers that the store owes
    Q_EMIT finished(ExitCode::Done);
}

} // namespace console
