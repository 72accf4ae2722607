// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"
#include "main/callback_pipeline.h"
#include "main/sandbox_thread.h"
#include "storage/history_reader.h"
#include "storage/history_store.h"
#include "support/fake_clock.h"
#include "support/raw_http_client.h"
#include "support/settled.h"
#include "support/verified_callback.h"

#include <QTemporaryDir>

namespace console {

/// The parts of the program that a history needs, built as app/main builds them.
struct Program
{
    Program(const QString &path, const Clock &clock)
        : store(*HistoryStore::open(path, clock))
        , pipeline(store->writer(), clock)
        , lookups(store->writer(), clock)
    { }

    /// Opens the path "/callbacks" at a port, 0 for any. \returns the real one.
    quint16 listen(quint16 port, const RouteRequest &route)
    {
        RouteRequest request = route;
        request.address.port = port;
        return settled(pipeline.setRoutes({request})).listeners.first().actual.port;
    }

    std::unique_ptr<HistoryStore> store;
    CallbackPipeline pipeline;
    LookupService lookups;
};

/// The whole line: a program, a sandbox at high speed, a project's connection to it and a webhook that points back.
class FlowBench
{
public:
    explicit FlowBench(double speed = 100)
        : sandboxClock(SystemClock().now())
        , apiClock(SystemClock().now())
        , m_sandbox(std::make_unique<SandboxThread>(options(speed), sandboxClock))
    {
        access = *settled(m_sandbox->start());
        connection = connect({});
        app = settled(connection->apps().list()).value().first().id;
        route.path = QStringLiteral("/callbacks");
        route.projectId = access.projectId;
        route.secrets = {Secret(kTestSecret)};
        start();
        makeWebhook(*app, Secret(kTestSecret));
    }

    static SandboxOptions options(double speed)
    {
        SandboxOptions options;
        options.speed = speed;
        options.tokenLifetime = std::chrono::seconds(70);
        return options;
    }

    /// What a start of the program does; the receiver keeps its port.
    void start()
    {
        program.reset();
        program = std::make_unique<Program>(path(), clock);
        port = program->listen(port, route);
        program->lookups.restore(*read()->recentLookups(LookupService::kRecent));
    }

    /// A connection to the sandbox; with an address, to another API that takes the same token.
    std::unique_ptr<ProjectConnection> connect(const QUrl &otherApi)
    {
        ApiSettings settings {otherApi.isEmpty() ? access.baseUrl : otherApi, access.tokenUrl,
                              *ProjectId::parse(access.projectId), access.keyId, access.keySecret};
        settings.timeLimit = std::chrono::milliseconds(otherApi.isEmpty() ? 10'000 : 200);
        return std::make_unique<ProjectConnection>(settings, m_network, apiClock);
    }

    void makeWebhook(const AppId &owner, const Secret &secret,
                     const QString &callbackPath = QStringLiteral("/callbacks"))
    {
        const WebhookDraft draft {owner,
                                  QStringLiteral("http://127.0.0.1:%1%2").arg(port).arg(callbackPath),
                                  {QStringLiteral("CAPABILITY")},
                                  secret};
        if (const auto made = settled(connection->webhooks().create(draft)); !made)
            qFatal("%s", qPrintable(made.error().detail));
    }

    QFuture<LookupSubmission> submit(const QList<ChannelIdentity> &typed,
                                     std::chrono::milliseconds wait = std::chrono::seconds(30))
    {
        return program->lookups.submit(*connection, {*app, typed, {}, typed, wait});
    }
    /// Asks about one identity, and waits until the POST has ended.
    LookupSubmission ask(const char *channel, const char *identity,
                         std::chrono::milliseconds wait = std::chrono::seconds(30))
    {
        return settled(submit({{ChannelName::fromText(QLatin1String(channel)), QLatin1String(identity)}}, wait));
    }

    LookupProgress progress(const RequestId &id) const { return program->lookups.progress(*program->lookups.find(id)); }
    bool reaches(const RequestId &id, LookupState state) const
    {
        return comesTrue([&] { return progress(id).state == state; });
    }

    /// Posts to the receiver as the vendor would.
    RawReply post(const QByteArray &body, const HeaderList &headers,
                  const QByteArray &callbackPath = "/callbacks") const
    {
        RawHttpClient client(port);
        client.send(RawHttpClient::request("POST", callbackPath, body, encodeHeaders(headers)));
        return client.next().value_or(RawReply {});
    }
    HeaderList sign(const QByteArray &body, const QByteArray &nonce) const
    {
        return signatureHeaders(body, nonce, clock.now());
    }

    QString path() const { return m_folder.filePath(QStringLiteral("history.sqlite")); }
    std::unique_ptr<HistoryReader> read() const { return *HistoryReader::open(path()); }
    QList<NotificationRow> rowsOf(const RequestId &id) const { return *read()->rowsOf(id); }

    const SystemClock clock;
    FakeClock sandboxClock; ///< stands still, so that a test decides when a token has expired
    FakeClock apiClock;
    SandboxAccess access;
    RouteRequest route;
    std::unique_ptr<ProjectConnection> connection;
    std::optional<AppId> app;
    std::unique_ptr<Program> program;
    quint16 port = 0;

private:
    QTemporaryDir m_folder;
    QNetworkAccessManager m_network;
    std::unique_ptr<SandboxThread> m_sandbox;
};

} // namespace console
