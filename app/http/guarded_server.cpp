// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/guarded_server.h"

#include "http/connection_guard.h"
#include "http/qt_http_door.h"

#include <QHostAddress>

namespace console {

namespace {

constexpr qint64 kLargestBodyLimit = qint64(1024) * 1024;

QHostAddress hostAddress(const QString &host)
{
    return host == QLatin1String("localhost") ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(host);
}

Error::Kind kindOf(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::AddressInUseError)
        return Error::Kind::Busy;
    return error == QAbstractSocket::SocketAddressNotAvailableError ? Error::Kind::Config : Error::Kind::Network;
}

} // namespace

class GuardedServer::Private
{
public:
    Private(const ServerLimits &limits, Handler taker)
        : guard(new ConnectionGuard(limits, nullptr))
        , door(*guard, [this](GuardedSocket &connection, const QByteArray &body) { take(connection, body); })
        , handler(std::move(taker))
    {
        guard->setParent(&door);
    }
    ~Private() { guard->abortAll(); }

    void take(GuardedSocket &connection, const QByteArray &body);

    ConnectionGuard *guard; // the door's child: QtHttpServer insists on owning it
    QtHttpDoor door;
    Handler handler;
    bool isLeaving = false;
};

void GuardedServer::Private::take(GuardedSocket &connection, const QByteArray &body)
{
    const quint64 id = connection.id();
    auto request = connection.takeRequest(body);
    if (!request)
        door.letGo(id);
    else if (isLeaving)
        connection.answer(request->first, refusalReply({503, {}, "The server is about to stop."}));
    else
        handler(request->second, {id, request->first});
    connection.awaitReplies();
}

GuardedServer::GuardedServer(ServerLimits limits, Handler handler, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(limits, std::move(handler)))
{
    connect(d->guard, &ConnectionGuard::requestRefused, this, &GuardedServer::requestRefused);
    connect(d->guard, &ConnectionGuard::connectionEnded, this, [this](quint64 id) { d->door.letGo(id); });
}

GuardedServer::~GuardedServer() = default;

Result<ListenAddress> GuardedServer::listen(const ListenAddress &address)
{
    const QHostAddress host = hostAddress(address.host);
    if (host.isNull())
        return failure(Error::Kind::Config, QStringLiteral("%1 is not an address of this machine").arg(address.host));
    if (!d->guard->listen(host, address.port))
        return failure(kindOf(d->guard->serverError()),
                       QStringLiteral("cannot listen on %1: %2").arg(address.toString(), d->guard->errorString()));
    d->door.bind(d->guard);
    return ListenAddress {address.host, d->guard->serverPort()};
}

void GuardedServer::setTls(const TlsIdentity &identity)
{
    d->guard->setTls(identity);
}

void GuardedServer::reply(ReplyToken token, const HttpReply &reply)
{
    GuardedSocket *connection = d->guard->find(token.connection);
    if (connection == nullptr)
        return;
    d->door.letGo(token.connection);
    connection->answer(token.sequence, reply);
}

void GuardedServer::refuseNewRequests()
{
    d->isLeaving = true;
}

void GuardedServer::stopListening()
{
    d->guard->close();
}

void GuardedServer::setBodyLimit(qint64 bytes)
{
    d->guard->setBodyLimit(std::clamp<qint64>(bytes, 1, kLargestBodyLimit));
}

int GuardedServer::connectionCount() const
{
    return d->guard->connectionCount();
}

int GuardedServer::inFlightCount() const
{
    return d->guard->awaitedCount();
}

} // namespace console
