// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/console_session.h"

#include "core/continuation.h"

#include <QDir>
#include <QFileInfo>

namespace console {

namespace {
constexpr int kNewest = 200; ///< callbacks that may come between a probe and the look for it
}

Result<std::unique_ptr<ConsoleSession>> ConsoleSession::open(const QString &database, QNetworkAccessManager &network,
                                                             const Clock &clock)
{
    QDir().mkpath(QFileInfo(database).absolutePath());
    auto store = HistoryStore::open(database, clock);
    const bool isHeld = !store && store.error().kind == Error::Kind::Busy;
    if (!store && !isHeld)
        return failure(store.error());
    const QString heldBy = isHeld ? store.error().detail : QString();
    return std::unique_ptr<ConsoleSession>(
        new ConsoleSession(database, store ? *std::move(store) : nullptr, heldBy, network, clock));
}

ConsoleSession::ConsoleSession(const QString &database, std::unique_ptr<HistoryStore> store, QString heldBy,
                               QNetworkAccessManager &network, const Clock &clock)
    : m_network(network)
    , m_clock(clock)
    , m_heldBy(std::move(heldBy))
    , m_store(std::move(store))
    , m_idleWriter(database, clock)
    , m_lookups(m_store ? m_store->writer() : m_idleWriter, clock)
    , m_history(database)
{
    if (m_store) {
        m_pipeline = std::make_unique<CallbackPipeline>(m_store->writer(), clock);
        m_keeper = std::make_unique<HistoryKeeper>(database, m_store->writer(), clock);
    }
    SandboxOptions options;
    options.projectId = QStringLiteral("sandbox"); // the same in each run: the history tells projects apart by it
    m_sandbox = std::make_unique<SandboxThread>(options, clock);
}

ConsoleSession::~ConsoleSession() = default;

QFuture<bool> ConsoleSession::hasStored(const QByteArray &bytes)
{
    return m_history.otherEvents(kNewest) | then(&m_lookups, [bytes](const Result<QList<KeptCallback>> &events) {
               const auto newest = events.value_or(QList<KeptCallback>());
               return std::any_of(newest.begin(), newest.end(),
                                  [&](const KeptCallback &one) { return one.body.contains(bytes); });
           });
}

ProjectPorts ConsoleSession::ports(const QList<OwnWebhook> &leftovers)
{
    ProjectPorts ports {[this](const ApiSettings &settings) {
                            return std::make_unique<ProjectConnection>(settings, m_network, m_clock);
                        },
                        [this] { return m_sandbox->start(); }};
    ports.makeCheck = [this] { return std::make_unique<ConnectionCheck>(m_network, m_clock); };
    const auto checkTls = [this](const TlsFiles &files) {
        return TlsIdentity::load(files, m_clock.now()).map([](const TlsIdentity &one) { return one.certificate(); });
    };
    ports.receiver.checkTls = checkTls;
    if (!m_store)
        return ports;
    ports.receiver = {[this](const QList<RouteRequest> &routes) { return m_pipeline->setRoutes(routes); },
                      [this](qint64 bytes) { m_pipeline->receiver().setBodyLimit(bytes); },
                      [this](const QByteArray &bytes) { return hasStored(bytes); }, checkTls};
    ports.journal = {[this](const OwnWebhook &webhook) { return m_store->writer().rememberWebhook(webhook); },
                     [this](const WebhookId &id) { return m_store->writer().forgetWebhook(id); }};
    ports.leftovers = leftovers;
    return ports;
}

} // namespace console
