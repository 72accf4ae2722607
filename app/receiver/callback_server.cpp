// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/callback_server.h"

#include "core/log.h"
#include "receiver/file_watch.h"
#include "receiver/host_check.h"
#include "receiver/signature_forensics.h"

namespace console {

struct CallbackServer::Listener
{
    ListenAddress wanted;
    TlsFiles tls;
    std::unique_ptr<GuardedServer> server;
    std::optional<TlsCertificate> certificate;
    std::unique_ptr<FileWatch> watch; ///< of the files of tls
};

namespace {

HttpReply errorReply(int status, const char *word, const char *message)
{
    return {status,
            QByteArray("{\"error\":{\"code\":") + QByteArray::number(status) + ",\"message\":\"" + message
                + "\",\"status\":\"" + word + "\"}}"};
}

HttpReply replyFor(CallbackDisposition disposition)
{
    switch (disposition) {
    case CallbackDisposition::Stored:
        return {200, "{}"};
    case CallbackDisposition::Unreadable:
        return errorReply(400, "INVALID_ARGUMENT", "the body cannot be read as a callback");
    case CallbackDisposition::NonceReused:
        return errorReply(401, "UNAUTHENTICATED", "the callback was refused");
    case CallbackDisposition::StoreUnavailable:
        break;
    }
    HttpReply reply = errorReply(503, "UNAVAILABLE", "the callback could not be stored; send it again");
    reply.headers.emplaceBack("Retry-After", "5");
    return reply;
}

} // namespace

CallbackServer::CallbackServer(const Clock &clock, CallbackSink sink, RejectionSink rejections, ServerLimits limits)
    : m_clock(clock)
    , m_sink(std::move(sink))
    , m_limits(limits)
    , m_quarantine({[this, keep = std::move(rejections.keep)](const RejectedCallback &one) { keep(explained(one)); },
                    std::move(rejections.countOnly)})
    , m_answers(this, [this](std::vector<Answered> &&answers) {
        for (const Answered &answered : answers)
            settle(answered);
    })
{
    m_stateTimer.setSingleShot(true);
    m_stateTimer.setInterval(100);
    m_openAgain.setInterval(kOpenAgain);
    connect(&m_openAgain, &QTimer::timeout, this, &CallbackServer::openAbsent);
    connect(&m_stateTimer, &QTimer::timeout, this, [this] { Q_EMIT stateChanged(m_state); });
}

CallbackServer::~CallbackServer()
{
    m_listeners.clear();
    m_quarantine.flush();
}

ReceiverState CallbackServer::setRoutes(const QList<CallbackRoute> &routes)
{
    m_routes = routes;
    m_desk.setRoutes(routes);
    const auto isWanted = [&](const auto &listener) {
        return std::any_of(routes.begin(), routes.end(),
                           [&](const auto &route) { return route.address == listener->wanted; })
            && tlsAt(listener->wanted) == listener->tls;
    };
    std::erase_if(m_listeners, [&](const auto &listener) { return !isWanted(listener); });
    m_state.listeners.removeIf([&](const ListenerState &state) {
        return std::none_of(m_listeners.begin(), m_listeners.end(),
                            [&](const auto &listener) { return listener->wanted == state.wanted; });
    });
    for (const auto &route : routes) {
        const bool isOpen = std::any_of(m_state.listeners.begin(), m_state.listeners.end(),
                                        [&](const auto &state) { return state.wanted == route.address; });
        if (!isOpen)
            openListener(route);
    }
    touch();
    return m_state;
}

void CallbackServer::openListener(const CallbackRoute &route)
{
    auto listener = std::make_unique<Listener>();
    listener->wanted = route.address;
    Listener *const raw = listener.get();
    listener->server = std::make_unique<GuardedServer>(
        m_limits, [this, raw](const HttpRequest &request, ReplyToken token) { handle(*raw, request, token); });
    connect(listener->server.get(), &GuardedServer::requestRefused, this,
            [this](RefusalCause cause) { refusedBeforeHandler(cause); });
    const auto address = listenAt(*listener, route);
    ListenerState state {route.address, {}, address.has_value(), {}, listener->certificate, {}};
    if (address) {
        state.actual = *address;
        m_listeners.push_back(std::move(listener));
        m_absent.removeOne(route.address);
        qCInfo(lcReceiver) << "listening at" << state.actual.toString();
    } else {
        state.problem = address.error().detail;
        noteAbsent(route.address, address.error());
    }
    m_state.listeners.append(state);
}

Result<ListenAddress> CallbackServer::listenAt(Listener &listener, const CallbackRoute &route)
{
    listener.tls = tlsAt(route.address);
    if (!listener.tls.isEmpty()) {
        listener.watch = std::make_unique<FileWatch>(QStringList {listener.tls.certificate, listener.tls.key},
                                                     m_limits.renewal); // before the files are read
        connect(listener.watch.get(), &FileWatch::changed, this, [this, raw = &listener] { renewCertificate(*raw); });
        const auto identity = TlsIdentity::load(listener.tls, m_clock.now());
        if (!identity)
            return failure(identity.error());
        listener.server->setTls(*identity);
        listener.certificate = identity->certificate();
    }
    const auto address = listener.server->listen(route.address);
    // One route that may move is enough: for the others the address that came of it tells that theirs was taken.
    const bool mayMove = std::any_of(m_routes.begin(), m_routes.end(), [&](const auto &other) {
        return other.address == route.address && other.mayMove;
    });
    if (!address && address.error().kind == Error::Kind::Busy && mayMove)
        return listener.server->listen({route.address.host, 0});
    return address;
}

TlsFiles CallbackServer::tlsAt(const ListenAddress &address) const
{
    const auto route = std::find_if(m_routes.cbegin(), m_routes.cend(),
                                    [&](const CallbackRoute &one) { return one.address == address; });
    return route == m_routes.cend() ? TlsFiles() : route->tls;
}

void CallbackServer::renewCertificate(Listener &listener)
{
    const auto state = std::find_if(m_state.listeners.begin(), m_state.listeners.end(),
                                    [&](const ListenerState &one) { return one.wanted == listener.wanted; });
    if (state == m_state.listeners.end())
        return;
    const auto identity = TlsIdentity::load(listener.tls, m_clock.now());
    if (identity) {
        listener.server->setTls(*identity);
        state->certificate = identity->certificate();
        state->renewalProblem.clear();
        qCInfo(lcReceiver) << "certificate read again, valid until" << toIso8601(state->certificate->expiresAt);
    } else {
        state->renewalProblem = identity.error().detail;
        qCWarning(lcReceiver) << "the certificate stays as it is:" << identity.error().detail;
    }
    touch();
}

void CallbackServer::noteAbsent(const ListenAddress &address, const Error &why)
{
    if (m_absent.contains(address))
        return; // said already
    qCWarning(lcReceiver) << "not listening at" << address.toString() << why.detail;
    if (why.kind == Error::Kind::Busy)
        return; // its user decides when to try again
    m_absent.append(address);
    m_openAgain.start();
}

void CallbackServer::openAbsent()
{
    const auto absent = m_absent;
    for (const auto &address : absent) {
        const auto route = std::find_if(m_routes.cbegin(), m_routes.cend(),
                                        [&](const CallbackRoute &one) { return one.address == address; });
        m_state.listeners.removeIf([&](const ListenerState &state) { return state.wanted == address; });
        if (route == m_routes.cend())
            m_absent.removeOne(address); // nobody wants it any more
        else
            openListener(*route);
    }
    if (m_absent.isEmpty())
        m_openAgain.stop();
    touch();
}

void CallbackServer::handle(const Listener &listener, const HttpRequest &request, ReplyToken token)
{
    const auto route = std::find_if(m_routes.cbegin(), m_routes.cend(), [&](const auto &candidate) {
        return candidate.address == listener.wanted
            && (candidate.path == request.path || TokenDesk::isFor(candidate, request));
    });
    GuardedServer *const server = listener.server.get();
    if (route != m_routes.cend() && route->path != request.path)
        return giveToken(*server, token, *route, request);
    if (route == m_routes.cend()) {
        server->reply(token, errorReply(404, "NOT_FOUND", "there is nothing at this path"));
        return;
    }
    if (request.method != "POST") {
        HttpReply reply = errorReply(405, "METHOD_NOT_ALLOWED", "callbacks are POSTed");
        reply.headers.emplaceBack("Allow", "POST");
        server->reply(token, reply);
        return;
    }
    const Timestamp receivedAt = m_clock.now();
    HttpRequest kept = request;
    kept.headers = withoutCredentials(request.headers);
    if (const auto reply = refusal(*route, request.headers, kept, receivedAt)) {
        server->reply(token, *reply);
        return;
    }
    const auto result = m_verifier.verify(route->policy, kept.headers, kept.body, route->projectId, receivedAt);
    if (const auto *rejection = std::get_if<Rejection>(&result)) {
        rejected(*route, kept, *rejection, receivedAt);
        server->reply(token, replyFor(CallbackDisposition::NonceReused));
        return;
    }
    auto awaited = std::make_shared<const Awaited>(Awaited {server, token, *route, kept, receivedAt});
    m_sink(std::get<VerifiedBody>(result),
           [slot = m_answers.slot(), awaited = std::move(awaited)](CallbackDisposition disposition) {
               slot.post({awaited, disposition});
           });
}

std::optional<HttpReply> CallbackServer::refusal(const CallbackRoute &route, const HeaderList &headers,
                                                 const HttpRequest &kept, Timestamp receivedAt)
{
    if (const auto rejection = m_desk.check(route, headers, receivedAt)) {
        rejected(route, kept, *rejection, receivedAt);
        HttpReply reply = replyFor(CallbackDisposition::NonceReused);
        reply.headers.emplaceBack("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        return reply;
    }
    if (route.policy.hasSecret() || isHostAllowed(route, headers))
        return std::nullopt;
    rejected(route, kept, {RejectionCause::HostUnknown, QString::fromLatin1(headerValue(headers, "Host").left(100))},
             receivedAt);
    return errorReply(403, "FORBIDDEN", "unsigned callbacks are taken for hosts of ours only");
}

void CallbackServer::giveToken(GuardedServer &server, ReplyToken token, const CallbackRoute &route,
                               const HttpRequest &request)
{
    const HttpReply reply = m_desk.answer(route, request, m_clock.now());
    if (reply.status == 401) { // only counted: what came may hold the right secret
        ++m_state.rejected;
        m_quarantine.count(RejectionCause::TokenRequestRefused);
        touch();
    }
    qCInfo(lcReceiver) << "token asked for, answer=" << reply.status;
    server.reply(token, reply);
}

void CallbackServer::settle(const Answered &answered)
{
    const Awaited &callback = *answered.callback;
    const CallbackDisposition disposition = answered.disposition;
    if (disposition == CallbackDisposition::NonceReused)
        rejected(callback.route, callback.request,
                 {RejectionCause::NonceReused, QStringLiteral("the nonce was used for another body")}, callback.at);
    if (disposition == CallbackDisposition::Stored || disposition == CallbackDisposition::Unreadable)
        m_state.lastCallbackAt = callback.at;
    if (callback.server)
        answer(callback.server, callback.token, disposition);
}

void CallbackServer::answer(GuardedServer *server, ReplyToken token, CallbackDisposition disposition)
{
    if (disposition == CallbackDisposition::Stored)
        ++m_state.accepted;
    if (disposition == CallbackDisposition::StoreUnavailable)
        ++m_state.unavailable;
    server->reply(token, replyFor(disposition));
    touch();
}

void CallbackServer::rejected(const CallbackRoute &route, const HttpRequest &request, const Rejection &rejection,
                              Timestamp at)
{
    ++m_state.rejected;
    qCInfo(lcReceiver) << "callback rejected cause=" << rejectionName(rejection.cause);
    m_quarantine.add({0, at, route.projectId, route.path, rejection.cause, rejection.detail,
                      encodeHeaders(request.headers), request.body});
    touch();
}

RejectedCallback CallbackServer::explained(const RejectedCallback &rejected) const
{
    RejectedCallback told = rejected;
    told.detail = SignatureForensics(m_routes).explain(rejected, decodeHeaders(rejected.headers));
    told.body = withoutSecrets(rejected.body, m_routes);
    return told;
}

void CallbackServer::refusedBeforeHandler(RefusalCause cause)
{
    switch (cause) {
    case RefusalCause::BodyTooLarge:
        m_quarantine.count(RejectionCause::BodyTooLarge);
        break;
    case RefusalCause::HeadersTooLarge:
        m_quarantine.count(RejectionCause::HeadersTooLarge);
        break;
    case RefusalCause::MalformedRequest:
        m_quarantine.count(RejectionCause::MalformedRequest);
        break;
    case RefusalCause::NoTls:
        ++m_state.withoutTls;
        touch();
        return;
    case RefusalCause::TooSlow:
    case RefusalCause::TooManyConnections:
    case RefusalCause::OutOfMemory:
        return; // no callback that could be named
    }
    ++m_state.rejected;
    touch();
}

void CallbackServer::setBodyLimit(qint64 bytes)
{
    m_limits.bodyBytes = bytes;
    for (const auto &listener : m_listeners)
        listener->server->setBodyLimit(bytes);
}

void CallbackServer::refuseNewRequests()
{
    for (const auto &listener : m_listeners)
        listener->server->refuseNewRequests();
}

int CallbackServer::inFlightCount() const
{
    int count = 0;
    for (const auto &listener : m_listeners)
        count += listener->server->inFlightCount();
    return count;
}

void CallbackServer::touch()
{
    if (!m_stateTimer.isActive())
        m_stateTimer.start();
}

} // namespace console
