// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox_server.h"

#include "core/log.h"
#include "http/guarded_server.h"
#include "sandbox/access_check.h"
#include "sandbox/access_tokens.h"
#include "sandbox/app_routes.h"
#include "sandbox/contact_routes.h"
#include "sandbox/contact_store.h"
#include "sandbox/demo_apps.h"
#include "sandbox/demo_contacts.h"
#include "sandbox/profile_route.h"
#include "sandbox/query_route.h"
#include "sandbox/token_endpoint.h"
#include "sandbox/webhook_routes.h"
#include "sandbox/webhook_store.h"

#include <QRandomGenerator>
#include <QUuid>

namespace console {

namespace {
constexpr double kProjectRequestsPerSecond = 800; // contract 2.5

/// What was left empty is made here; keys look like the vendor's.
SandboxOptions completed(SandboxOptions options)
{
    SeededDice dice(QRandomGenerator::system()->generate64());
    if (options.projectId.isEmpty())
        options.projectId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (options.keyId.isEmpty())
        options.keyId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (options.keySecret.isEmpty())
        options.keySecret = Secret(dice.token(32));
    return options;
}

/// An address to call: "any address" is reached on loopback.
QString baseUrl(ListenAddress address)
{
    if (address.host == QLatin1String("0.0.0.0"))
        address.host = QStringLiteral("127.0.0.1");
    if (address.host == QLatin1String("::"))
        address.host = QStringLiteral("::1");
    return QStringLiteral("http://") + address.toString();
}
} // namespace

/// All parts of a sandbox that runs, in the order in which they need each other.
class SandboxServer::Running
{
public:
    Running(const SandboxOptions &options, const Clock &clock)
        : m_options(options)
        , m_apps(demoApps(options.seed))
        , m_script(options.seed)
        , m_tokens(clock, options.projectId, options.keyId, options.tokenLifetime)
        , m_access(m_tokens, options.keyId, options.keySecret)
        , m_tokenEndpoint(m_tokens, m_access)
        , m_sender(m_webhooks, clock, options.projectId, options.speed)
        , m_appRoutes(m_apps)
        , m_contactRoutes(m_contacts, m_apps, clock)
        , m_profileRoute(m_contacts, m_apps)
        , m_webhookRoutes(m_webhooks, m_apps, clock)
        , m_queryRoute({m_contacts, m_apps, m_script, m_sender, clock}, options.requireContact)
        , m_server(ServerLimits {}, [this](const HttpRequest &request, ReplyToken token) { handle(request, token); })
    {
        for (const auto &contact : DemoContacts(options.seed, m_apps).make(options.contacts))
            m_contacts.append(contact);
        m_appRoutes.addTo(m_router);
        m_contactRoutes.addTo(m_router);
        m_profileRoute.addTo(m_router);
        m_webhookRoutes.addTo(m_router);
        m_queryRoute.addTo(m_router);
        if (options.rateLimits) {
            m_tokenEndpoint.limitRate(clock);
            m_projectBucket.emplace(clock, kProjectRequestsPerSecond, kProjectRequestsPerSecond);
            m_sender.limitRate();
        }
    }

    Result<SandboxReady> listen()
    {
        const auto address = m_server.listen(m_options.listen);
        if (!address)
            return failure(address.error());
        const auto base = baseUrl(*address);
        SandboxReady ready {.apiBase = base,
                            .tokenUrl = base + QLatin1String(TokenEndpoint::kPath),
                            .projectId = m_options.projectId,
                            .keyId = m_options.keyId,
                            .keySecret = m_options.keySecret,
                            .apps = {}};
        for (const auto &app : m_apps)
            ready.apps.append({app.id, app.displayName});
        return ready;
    }

private:
    void handle(const HttpRequest &request, ReplyToken token)
    {
        if (request.path == QLatin1String(TokenEndpoint::kPath))
            return m_server.reply(token, m_tokenEndpoint.handle(request));
        const auto done
            = [this, token](const RouteAnswer &answer) { m_server.reply(token, VendorEnvelope::reply(answer)); };
        const auto match = m_router.match(request);
        if (!match)
            return done(failure(VendorEnvelope::notFound()));
        if (const auto refusal = m_access.refusal(request))
            return m_server.reply(token, *refusal);
        if (m_projectBucket && !m_projectBucket->take())
            return done(failure(VendorEnvelope::error(429, QStringLiteral("Too many requests."))));
        if (match->call.projectId != m_options.projectId)
            return done(failure(
                VendorEnvelope::error(403, QStringLiteral("You do not have access to the requested resource."))));
        m_router.run(*match, done);
    }

    SandboxOptions m_options;
    QList<SandboxApp> m_apps;
    ContactStore m_contacts;
    WebhookStore m_webhooks;
    AnswerScript m_script;
    AccessTokens m_tokens;
    AccessCheck m_access;
    TokenEndpoint m_tokenEndpoint;
    std::optional<TokenBucket> m_projectBucket;
    CallbackSender m_sender;
    AppRoutes m_appRoutes;
    ContactRoutes m_contactRoutes;
    ProfileRoute m_profileRoute;
    WebhookRoutes m_webhookRoutes;
    QueryRoute m_queryRoute;
    ApiRouter m_router;
    GuardedServer m_server;
};

SandboxServer::SandboxServer(const SandboxOptions &options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_options(completed(options))
    , m_clock(clock)
{ }

SandboxServer::~SandboxServer() = default;

Result<SandboxReady> SandboxServer::start()
{
    m_running = std::make_unique<Running>(m_options, m_clock);
    auto ready = m_running->listen();
    if (!ready)
        m_running.reset();
    else
        qCDebug(lcSandbox).noquote() << "sandbox listening at" << ready->apiBase;
    return ready;
}

void SandboxServer::stop()
{
    m_running.reset();
}

} // namespace console
