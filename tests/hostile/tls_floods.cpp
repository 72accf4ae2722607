// SPDX-License-Identifier: GPL-3.0-or-later
#include "tls_client.h"

#include <atomic>
#include <thread>

namespace console {

namespace {

using Context = const AttackContext &;
using namespace std::chrono_literals;

constexpr char kWarning[] = "\x15\x03\x01\x00\x02\x01\x5a"; // "user canceled", which ends nothing
constexpr int kAtOnce = 4;

/// Many connections at once, to each of which `next` says something every 20 ms; ended ones are opened again.
QByteArray manyWith(Context context, size_t count, const QByteArray &first,
                    const std::function<void(AttackConnection &, int turn)> &next)
{
    std::vector<AttackConnection> connections;
    for (int turn = 0; !context.isOver(); ++turn) {
        while (connections.size() < count && !context.isOver()) {
            connections.emplace_back(context.target.port());
            connections.back().trySend(first);
        }
        for (AttackConnection &connection : connections)
            next(connection, turn);
        std::erase_if(connections, [](AttackConnection &connection) { return connection.isEnded(); });
        std::this_thread::sleep_for(20ms);
    }
    return {};
}

QByteArray halfHandshakes(Context context)
{
    return manyWith(context, 200, clientHello(), [](AttackConnection &, int) {});
}

QByteArray slowHandshakes(Context context)
{
    const QByteArray hello = clientHello();
    return manyWith(context, 200, hello.first(1), [&](AttackConnection &connection, int turn) {
        connection.trySend(QByteArrayView(hello).sliced(1 + turn % (hello.size() - 1), 1));
    });
}

/// A hello of 128 KiB is announced, and comes but for its last bytes.
QByteArray announcedHellos(Context context)
{
    constexpr int kAnnounced = 0x01'ff'00;
    QByteArray message("\x01\x01\xff\x00\x03\x03", 6);
    message.resize(kAnnounced - 16, 'a');
    QByteArray records;
    for (qsizetype at = 0; at < message.size(); at += 16'384) {
        const QByteArray piece = message.mid(at, 16'384);
        records += QByteArray("\x16\x03\x01", 3) + char(piece.size() >> 8) + char(piece.size() & 0xff) + piece;
    }
    return manyWith(context, 200, records, [](AttackConnection &, int) {});
}

/// Sends the same for ever, as fast as it goes, until the server ends it; then again.
Attack flood(const char *name, const QByteArray &beginning, const QByteArray &piece)
{
    return {name, [beginning, piece](Context context) -> QByteArray {
                while (!context.isOver()) {
                    AttackConnection connection(context.target.port());
                    bool isTaken = connection.send(beginning);
                    for (qint64 sent = 0; isTaken && !context.isOver(); sent += piece.size()) {
                        if (sent > 64 * 1024 * 1024)
                            return "took 64 MB and wants more";
                        isTaken = connection.send(piece);
                    }
                }
                return {};
            }};
}

/// Full handshakes as fast as they go, by several at once, and nothing behind them.
QByteArray handshakesOnly(Context context)
{
    std::vector<std::thread> attackers;
    for (int i = 0; i < kAtOnce; ++i) {
        attackers.emplace_back([&] {
            while (!context.isOver())
                TlsClient(context.target.port()).shakeHands();
        });
    }
    for (std::thread &attacker : attackers)
        attacker.join();
    return {};
}

QByteArray renegotiation(Context context)
{
    while (!context.isOver()) {
        TlsClient client(context.target.port(), TlsClient::Version::OnlyTls12);
        if (!client.shakeHands())
            return "no handshake";
        for (int i = 0; i < 100 && !context.isOver(); ++i) {
            if (SSL_renegotiate(client.tls()) != 1 || SSL_do_handshake(client.tls()) != 1)
                break;
            if (client.send(context.target.honestRequest()) && client.nextStatus() == 200)
                return "a client may renegotiate";
        }
    }
    return {};
}

/// Asks for new keys on and on, and never reads the other side's.
QByteArray keyUpdates(Context context)
{
    while (!context.isOver()) {
        TlsClient client(context.target.port());
        bool isTaken = client.shakeHands();
        while (isTaken && !context.isOver())
            isTaken
                = SSL_key_update(client.tls(), SSL_KEY_UPDATE_REQUESTED) == 1 && SSL_do_handshake(client.tls()) == 1;
    }
    return {};
}

QByteArray neverReadTls(Context context)
{
    const QByteArray requests = context.target.honestRequest().repeated(10);
    while (!context.isOver()) {
        TlsClient client(context.target.port());
        bool isTaken = client.shakeHands();
        while (isTaken && !context.isOver())
            isTaken = client.send(requests);
    }
    return {};
}

/// Connections whose handshake is done, with the beginning of a request in them.
QByteArray holdTls(Context context, size_t count, const QByteArray &first)
{
    std::vector<std::unique_ptr<TlsClient>> clients;
    while (clients.size() < count && !context.isOver()) {
        clients.push_back(std::make_unique<TlsClient>(context.target.port()));
        if (clients.back()->shakeHands())
            clients.back()->send(first);
    }
    while (!context.isOver())
        std::this_thread::sleep_for(20ms);
    return {};
}

} // namespace

QByteArray clientHello()
{
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free);
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context.get()), &SSL_free);
    BIO *const output = BIO_new(BIO_s_mem());
    SSL_set_bio(tls.get(), BIO_new(BIO_s_mem()), output); // which now belong to it
    SSL_connect(tls.get());
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(output, &bytes);
    return {bytes, qsizetype(size)};
}

std::vector<Attack> tlsFloods()
{
    const QByteArray block(64 * 1024, 'a');
    const QByteArray warnings = QByteArray(kWarning, sizeof kWarning - 1).repeated(1000);
    return {
        {"200 half handshakes", halfHandshakes},
        {"200 slow handshakes", slowHandshakes},
        {"200 hellos of 128 KiB", announcedHellos},
        {"handshakes without end", handshakesOnly},
        flood("alerts before the handshake", {}, warnings),
        flood("alerts in the handshake", clientHello(), warnings),
        flood("garbage instead of TLS", {}, block),
        flood("garbage in the handshake", clientHello(), block),
        {"renegotiation", renegotiation},
        {"new keys without end", keyUpdates},
        {"replies never read over TLS", neverReadTls},
        {"600 idle TLS connections", [](Context context) { return holdTls(context, 600, {}); }},
        {"200 slow bodies over TLS",
         [](Context context) {
             return holdTls(context, 200,
                            context.target.head() + "Content-Length: 200000\r\n\r\n" + QByteArray(60'000, 'a'));
         }},
    };
}

} // namespace console
