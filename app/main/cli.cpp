// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/care_commands.h"
#include "cli/erase_command.h"
#include "cli/history_commands.h"
#include "cli/import_command.h"
#include "cli/listen_command.h"
#include "cli/lookup_command.h"
#include "cli/output.h"
#include "cli/policy_command.h"
#include "core/core_dumps.h"
#include "core/termination_signal.h"
#include "core/version.h"
#include "main/arrival_relay.h"
#include "main/callback_pipeline.h"
#include "main/sandbox_thread.h"
#include "storage/damaged_history.h"
#include "storage/history_reader.h"
#include "storage/history_store.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QTimer>

using namespace console;

namespace {

constexpr char kHelp[]
    = "Usage: capability-cli COMMAND [OPTION]…\n"
      "Capability lookups of the Sinch Conversation API without a window.\n\n"
      "Commands:\n"
      "  lookup   ask on which channels a person can be reached, and wait for the answers\n"
      "  listen   receive callbacks into a history, rows as JSON on stdout\n"
      "  history  print the notifications of a history, newest first\n"
      "  export   write the notifications of a history as CSV, NDJSON, JSON or HTML\n"
      "  import   read NDJSON that was exported into a history\n"
      "  tidy     take out of a history what is older, or more, than you want to keep\n"
      "  erase    remove every trace of a person from a history, and prove it\n"
      "  compact  write a history anew without its gaps\n"
      "  backup   copy a history while it is in use\n"
      "  restore  put a backup in the place of a history\n"
      "  policy   show or check what your organisation fixes or presets\n\n"
      "capability-cli COMMAND --help tells the options of one command.\n\n"
      "Environment: CAPABILITY_KEY_ID, CAPABILITY_KEY_SECRET, CAPABILITY_WEBHOOK_SECRET,\n"
      "CAPABILITY_OAUTH_SECRET.\n"
      "Exit codes: 0 done, every expected answer came; 1 an import with lines that are no rows, a policy that\n"
      "is not fine; 2 usage;\n"
      "3 some answers silent at the end of the wait; 4 the API refused the query; 5 no HTTP answer, network,\n"
      "token refused; 6 local trouble; 7 forbidden by your organisation's settings.";

/// Everything that the commands use, built by hand.
class Workshop
{
public:
    explicit Workshop(const ManagedSettings &managed)
        : m_bodyLimit(managed.preset().bodyLimit)
    { }

    CliPorts ports()
    {
        return {m_clock,
                [this](const QString &path) { return openHistory(path); },
                [this](const QString &path) { return setDamagedHistoryAside(path, m_clock.now()); },
                [this](HistoryWriter &writer, const RouteRequest &route,
                       std::function<void(const std::vector<Recorded> &)> heard) {
                    return openReceiver(writer, route, std::move(heard));
                },
                [](const QString &path) { return ownWebhooks(path); },
                [this] {
                    m_sandbox = std::make_unique<SandboxThread>(SandboxOptions {}, m_clock);
                    return m_sandbox->start();
                },
                [this](const ApiSettings &settings) {
                    return std::make_unique<ProjectConnection>(settings, m_network, m_clock);
                }};
    }

private:
    Result<OpenHistory> openHistory(const QString &path)
    {
        auto store = HistoryStore::open(path, m_clock);
        if (!store)
            return failure(store.error());
        const std::shared_ptr<HistoryStore> kept(*std::move(store));
        return OpenHistory {kept, &kept->writer()};
    }

    Result<OpenReceiver> openReceiver(HistoryWriter &writer, const RouteRequest &route,
                                      std::function<void(const std::vector<Recorded> &)> heard)
    {
        auto relay = heard ? std::make_unique<ArrivalRelay>(qApp, std::move(heard))
                           : nullptr; // `lookup` hears of rows otherwise
        auto pipeline = std::make_shared<CallbackPipeline>(writer, m_clock, std::move(relay));
        pipeline->receiver().setBodyLimit(m_bodyLimit);
        auto state = pipeline->setRoutes({route});
        state.waitForFinished(); // before the event loop turns: nobody waits with us
        const auto listeners = state.result().listeners;
        if (listeners.isEmpty() || !listeners.first().isListening)
            return failure(Error::Kind::Config, listeners.value(0).problem);
        return OpenReceiver {pipeline, listeners.first().actual};
    }

    static QList<OwnWebhook> ownWebhooks(const QString &path)
    {
        const auto reader = HistoryReader::open(path);
        return reader ? (*reader)->ownWebhooks().value_or(QList<OwnWebhook>()) : QList<OwnWebhook>();
    }

    const qint64 m_bodyLimit;
    SystemClock m_clock;
    QNetworkAccessManager m_network;
    std::unique_ptr<SandboxThread> m_sandbox;
};

int run(Command &command)
{
    const TerminationSignal signal;
    int code = 0;
    QObject::connect(&signal, &TerminationSignal::received, &command, &Command::interrupt);
    // Queued, so that what was received before is still printed.
    QObject::connect(
        &command, &Command::finished, qApp,
        [&code](ExitCode ended) {
            code = int(ended);
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    QTimer::singleShot(0, &command, &Command::start);
    QCoreApplication::exec();
    return code;
}

/// Says what is wrong with the organisation's settings. \returns whether nothing may be done before that is mended.
bool isClosed(const ManagedSettings &managed)
{
    for (const QString &mistake : managed.mistakes())
        say(mistake);
    if (!managed.damage().isEmpty())
        say(QStringLiteral("The settings of your organisation cannot be read, so nothing is done. %1")
                .arg(managed.damage()));
    return !managed.damage().isEmpty();
}

int runCommand(const QString &name, const QStringList &arguments)
{
    const auto managed = ManagedSettings::load(QStringLiteral(CONSOLE_POLICY_FILE));
    if (name == QLatin1String("policy"))
        return runPolicy(arguments, managed);
    const bool asksForHelp = arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h"));
    if (!asksForHelp && isClosed(managed))
        return int(ExitCode::Forbidden);
    int code = 0;
    if (name == QLatin1String("history"))
        return runHistory(arguments);
    if (name == QLatin1String("export"))
        return runExport(arguments);
    Workshop workshop(managed);
    const CliPorts ports = workshop.ports();
    if (name == QLatin1String("tidy"))
        return runTidy(arguments, ports);
    if (name == QLatin1String("erase"))
        return runErase(arguments, ports);
    if (name == QLatin1String("import"))
        return runImport(arguments, ports);
    if (name == QLatin1String("compact"))
        return runCompact(arguments, ports);
    if (name == QLatin1String("backup"))
        return runBackup(arguments);
    if (name == QLatin1String("restore"))
        return runRestore(arguments, ports);
    if (name == QLatin1String("listen")) {
        const auto options = ListenCommand::parse(arguments, code, managed);
        return options ? run(*std::make_unique<ListenCommand>(*options, ports)) : code;
    }
    if (name == QLatin1String("lookup")) {
        const auto options = LookupOptions::parse(arguments, code, managed);
        return options ? run(*std::make_unique<LookupCommand>(*options, ports)) : code;
    }
    say(QStringLiteral("capability-cli: there is no command \"%1\"\nTry: capability-cli --help").arg(name));
    return int(ExitCode::Usage);
}

} // namespace

int main(int argc, char **argv)
{
#ifndef CONSOLE_SANITIZED // the leak detector is a process that reads ours
    forbidCoreDumps();
#endif
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("capability-cli"));
    QCoreApplication::setApplicationVersion(QLatin1String(kVersion));
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    QLoggingCategory::setFilterRules(QStringLiteral("console.*.info=false")); // QT_LOGGING_RULES still overrules it
    qRegisterMetaType<ExitCode>();
    const QStringList arguments = QCoreApplication::arguments();
    const QString first = arguments.value(1);
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        printLine(QByteArray("capability-cli ") + kVersion);
        return 0;
    }
    if (first == QLatin1String("--help") || first == QLatin1String("-h")) {
        printLine(kHelp);
        return 0;
    }
    if (first.isEmpty()) {
        say(QLatin1String(kHelp));
        return int(ExitCode::Usage);
    }
    return runCommand(first, arguments.mid(2));
}
