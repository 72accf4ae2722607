// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookup_command.h"

#include "cli/lookup_report.h"
#include "cli/output.h"
#include "core/continuation.h"
#include "core/visible_text.h"
#include "exporting/row_json.h"
#include "text/error_text.h"
#include "text/state_text.h"

#include <QDir>

namespace console {

namespace {
constexpr std::chrono::seconds kFarewell {5}; // for removing the webhook

ExitCode codeOf(const Error &error)
{
    const bool isRefused = error.httpStatus && error.kind != Error::Kind::Unauthorized;
    if (error.kind == Error::Kind::Storage || error.kind == Error::Kind::Busy)
        return ExitCode::LocalTrouble;
    return isRefused || error.kind == Error::Kind::Config ? ExitCode::Refused : ExitCode::NoAnswer;
}
} // namespace

LookupCommand::LookupCommand(LookupOptions options, const CliPorts &ports, QObject *parent)
    : Command(parent)
    , m_options(std::move(options))
    , m_ports(ports)
{
    m_unknownWait.setSingleShot(true);
    connect(&m_unknownWait, &QTimer::timeout, this, [this] { end(codeSoFar()); });
}

LookupCommand::~LookupCommand() = default;

Result<> LookupCommand::openRooms()
{
    QString database = m_options.database;
    if (database.isEmpty()) {
        m_folder = std::make_unique<QTemporaryDir>();
        if (!m_folder->isValid())
            return failure(Error::Kind::Storage, m_folder->errorString());
        database = m_folder->filePath(QStringLiteral("history.sqlite"));
    }
    auto history = m_ports.openHistory(database);
    if (!history)
        return failure(history.error());
    m_history = *std::move(history);
    m_lookups = std::make_unique<LookupService>(*m_history.writer, m_ports.clock);
    connect(m_lookups.get(), &LookupService::historyChanged, this, &LookupCommand::rowsCame);
    connect(m_lookups.get(), &LookupService::lookupChanged, this, &LookupCommand::lookupChanged);
    auto receiver = m_ports.openReceiver(*m_history.writer, m_options.route, {});
    if (!receiver)
        return failure(receiver.error());
    m_receiver = *std::move(receiver);
    const bool keepsJournal = !m_options.database.isEmpty();
    const QList<OwnWebhook> leftovers = keepsJournal ? m_ports.ownWebhooks(database) : QList<OwnWebhook>();
    m_webhook = std::make_unique<TemporaryWebhook>(m_ports.clock, keepsJournal ? m_history.writer : nullptr, leftovers);
    return {};
}

void LookupCommand::start()
{
    if (const auto opened = openRooms(); !opened)
        return fail(ExitCode::LocalTrouble, opened.error());
    if (!m_options.isSandbox)
        return connectTo(*m_options.api);
    m_ports.startSandbox() | then(this, [this](const Result<SandboxAccess> &access) {
        if (!access)
            return fail(ExitCode::LocalTrouble, access.error());
        connectTo({access->baseUrl, access->tokenUrl, *ProjectId::parse(access->projectId), access->keyId,
                   access->keySecret});
    });
}

void LookupCommand::connectTo(const ApiSettings &settings)
{
    m_connection = m_ports.connect(settings);
    findTarget(*m_connection, m_options, this)
        | then(this, [this](const LookupTarget &target) { targetFound(target); });
}

void LookupCommand::targetFound(const LookupTarget &target)
{
    if (m_isEnding)
        return;
    m_target = target;
    for (const auto &warning : target.warnings)
        say(warning);
    if (!target.app)
        return fail(ExitCode::NoAnswer, {Error::Kind::NotFound, QStringLiteral("there is no app to ask with")});
    QString url = m_options.publicUrl.toString();
    if (m_options.isSandbox)
        url = m_options.route.urlAt(m_receiver.address).toString();
    if (url.isEmpty())
        return submit();
    WebhookDraft draft {*target.app, url, {QStringLiteral("CAPABILITY")}, m_options.route.secrets.value(0)};
    if (!m_options.route.clients.isEmpty())
        draft.client = m_options.route.clients.constFirst();
    m_webhook->create(*m_connection, draft) | then(this, [this](const Result<> &made) {
        if (!made)
            return fail(codeOf(made.error()), made.error());
        submit();
    });
}

void LookupCommand::submit()
{
    if (m_isEnding)
        return;
    const Recipient recipient = m_options.contact ? Recipient(*m_options.contact) : Recipient(m_options.identities);
    const LookupDraft draft {*m_target.app, recipient, m_target.displayName, m_target.expected, m_options.wait};
    connect(m_lookups.get(), &LookupService::lookupAdded, this,
            [this](const Lookup &lookup) { m_requestId = lookup.requestId; });
    m_lookups->submit(*m_connection, draft)
        | then(this, [this](const LookupSubmission &submission) { submitted(submission); });
}

void LookupCommand::submitted(const LookupSubmission &submission)
{
    m_submission = submission;
    if (submission.storage)
        return fail(ExitCode::LocalTrouble, *submission.storage);
    if (submission.isRegistered()) {
        if (const auto lookup = m_lookups->find(submission.requestId)) {
            for (const auto &alias : lookup->aliases)
                say(QStringLiteral("The API registered the lookup under another request id: %1").arg(alias.toString()));
            lookupChanged(*lookup); // all answers may have come before the registration
        }
        return;
    }
    const auto &failure = *submission.failure;
    say(stateText(m_lookups->progress(*m_lookups->find(submission.requestId)), failure));
    switch (failure.kind) {
    case LookupFailure::Kind::Refused:
        return end(ExitCode::Refused);
    case LookupFailure::Kind::NotSent:
        return end(ExitCode::NoAnswer);
    case LookupFailure::Kind::OutcomeUnknown:
        m_unknownWait.start(m_options.wait); // perhaps it was carried out: answers still count
    }
}

void LookupCommand::rowsCame(const HistoryBatch &batch)
{
    for (const auto &row : batch.added + batch.changed) {
        if (m_isEnding || !m_requestId || row.join == JoinKind::None || row.requestId != m_requestId->toString())
            continue;
        const auto known
            = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto &printed) { return printed.id == row.id; });
        const bool isRepeat = known != m_rows.end();
        if (isRepeat && std::exchange(known->retries, row.retries) == row.retries)
            continue; // another answer contradicts it: nothing arrived here
        const NotificationRow arrived = asArrived(row, isRepeat);
        printLine(m_options.isJson ? encodeRowJson(arrived) : rowText(arrived).toUtf8());
        if (!isRepeat)
            m_rows.append(row);
    }
    if (const auto lookup = m_requestId ? m_lookups->find(*m_requestId) : std::nullopt)
        lookupChanged(*lookup);
}

void LookupCommand::lookupChanged(const Lookup &lookup)
{
    if (!m_submission || !m_requestId || lookup.requestId != *m_requestId)
        return;
    const auto state = m_lookups->progress(lookup).state;
    const bool hasAllRows = m_rows.size() >= lookup.answers.size(); // the state may be told before the rows are
    if ((state == LookupState::Complete || state == LookupState::AnsweredLate) && hasAllRows)
        end(ExitCode::Done);
    else if (state == LookupState::TimedOut)
        end(codeSoFar());
}

ExitCode LookupCommand::codeSoFar() const
{
    const auto lookup = m_requestId ? m_lookups->find(*m_requestId) : std::nullopt;
    if (!lookup)
        return ExitCode::Silent;
    const auto progress = m_lookups->progress(*lookup);
    if (m_submission && m_submission->failure && lookup->answers.isEmpty())
        return m_submission->failure->kind == LookupFailure::Kind::Refused ? ExitCode::Refused : ExitCode::NoAnswer;
    const bool isAnswered = progress.expected > 0 ? progress.silent.isEmpty() : !lookup->answers.isEmpty();
    return isAnswered ? ExitCode::Done : ExitCode::Silent;
}

void LookupCommand::interrupt()
{
    end(codeSoFar());
}

void LookupCommand::fail(ExitCode code, const Error &error)
{
    sayTrouble(error);
    end(code);
}

void LookupCommand::end(ExitCode code)
{
    if (std::exchange(m_isEnding, true))
        return;
    m_code = code;
    const auto lookup = m_requestId ? m_lookups->find(*m_requestId) : std::nullopt;
    if (lookup && m_options.isJson)
        printLine(encodeLookupJson(lookup->requestId, m_lookups->progress(*lookup)));
    else if (lookup)
        printLine(visibleText(lookupReport(*lookup, m_rows, m_target.contactPriority, m_target.appChannels,
                                           m_ports.clock.now()))
                      .toUtf8());
    if (!m_webhook || !m_connection)
        return conclude();
    QTimer::singleShot(kFarewell, this, &LookupCommand::conclude);
    m_webhook->remove(*m_connection) | then(this, [this](const Result<> &removed) {
        if (!removed)
            say(QStringLiteral("The webhook could not be removed; the next start tries again: %1")
                    .arg(errorText(removed.error())));
        conclude();
    });
}

void LookupCommand::conclude()
{
    m_receiver = {};
    Q_EMIT finished(m_code);
}

} // namespace console
