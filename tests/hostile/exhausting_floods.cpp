// SPDX-License-Identifier: GPL-3.0-or-later
#include "attack.h"

#include <thread>

namespace console {

namespace {

using Context = const AttackContext &;
using namespace std::chrono_literals;

/// Sends a beginning and then the same piece for ever, as fast as it goes, until the server ends it; then again.
Attack endless(const char *name, QByteArray beginning, QByteArray piece)
{
    const auto run = [beginning = std::move(beginning), piece = std::move(piece)](Context context) -> QByteArray {
        while (!context.isOver()) {
            QByteArray first = beginning;
            if (first.startsWith('@'))
                first.replace(0, 1, context.target.head());
            AttackConnection connection(context.target.port());
            bool isTaken = connection.send(first);
            qint64 sent = 0;
            while (isTaken && !context.isOver()) {
                isTaken = connection.send(piece);
                sent += piece.size();
            }
            if (isTaken && sent > 64 * 1024 * 1024)
                return "took " + QByteArray::number(sent >> 20) + " MB and wants more";
        }
        return {};
    };
    return {name, run};
}

/// Many connections at once, each of which gets one byte every 100 ms.
Attack slow(const char *name, int count, QByteArray beginning)
{
    const auto run = [count, beginning = std::move(beginning)](Context context) -> QByteArray {
        QByteArray first = beginning;
        first.replace(0, 1, context.target.head());
        std::vector<AttackConnection> connections;
        for (int i = 0; i < count && !context.isOver(); ++i) {
            connections.emplace_back(context.target.port());
            connections.back().send(first);
        }
        while (!context.isOver()) {
            for (AttackConnection &connection : connections)
                connection.trySend("a");
            std::this_thread::sleep_for(100ms);
        }
        return {};
    };
    return {name, run};
}

/// Connections that say nothing. Those that the server ends are opened again.
QByteArray holdIdle(Context context, size_t count)
{
    std::vector<AttackConnection> connections;
    while (connections.size() < count && !context.isOver())
        connections.emplace_back(context.target.port());
    while (!context.isOver())
        std::this_thread::sleep_for(20ms);
    return {};
}

/// Asks on and on without ever reading an answer.
QByteArray neverRead(Context context)
{
    const QByteArray requests = context.target.honestRequest().repeated(10);
    while (!context.isOver()) {
        AttackConnection connection(context.target.port());
        while (!context.isOver() && connection.send(requests)) { }
    }
    return {};
}

/// Chunks of one byte, forty of them a segment.
QByteArray tinyChunks()
{
    return QByteArray("1\r\na\r\n").repeated(40);
}

} // namespace

std::vector<Attack> exhaustingFloods()
{
    const QByteArray block(64 * 1024, 'a');
    return {
        endless("endless request line", "POST /", block),
        endless("endless header", "@X: ", block),
        endless("endless header lines", "@", QByteArray("A: b\r\n").repeated(10'000)),
        endless("endless chunked body", "@Transfer-Encoding: chunked\r\n\r\n", "10000\r\n" + block + "\r\n"),
        endless("chunks of one byte", "@Transfer-Encoding: chunked\r\n\r\n", tinyChunks()),
        endless("endless chunk extension", "@Transfer-Encoding: chunked\r\n\r\n1;", block),
        endless("body over its length", "@Content-Length: 1\r\n\r\n", block),
        {"replies never read", neverRead},
        slow("200 slow headers", 200, "@X: "),
        slow("200 slow bodies", 200, "@Content-Length: 200000\r\n\r\n" + QByteArray(60'000, 'a')),
        {"3,000 idle connections", [](Context context) { return holdIdle(context, 3000); }},
        {"descriptors run out", [](Context context) { return holdIdle(context, 200); }, rlim_t(64)},
    };
}

} // namespace console
