// SPDX-License-Identifier: GPL-3.0-or-later
#include "attack.h"

namespace console {

namespace {

// What stands behind a refused message must never be read as a request of its own.
const QByteArray kSmuggled = "GET /smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

QByteArray text(const std::vector<int> &statuses)
{
    QByteArray all;
    for (const int status : statuses)
        all += (all.isEmpty() ? "" : " ") + QByteArray::number(status);
    return all.isEmpty() ? QByteArray("nothing") : all;
}

/// What is sent, and the statuses of which one has to be the only answer.
struct Message
{
    const char *name;
    QByteArray bytes; ///< "@" at its beginning stands for the request line and the Host of a path that is there
    std::vector<int> allowed = {400};
};

QByteArray wholeBytes(const Message &message, const HostileTarget &target)
{
    QByteArray whole = message.bytes;
    if (whole.startsWith('@'))
        whole.replace(0, 1, target.head());
    return whole + kSmuggled;
}

QByteArray judge(const Message &message, AttackConnection &connection)
{
    const auto statuses = connection.statusesUntilEnd();
    if (statuses.size() != 1
        || std::find(message.allowed.begin(), message.allowed.end(), statuses.front()) == message.allowed.end())
        return "answered " + text(statuses);
    return connection.hasEnded() ? QByteArray() : QByteArray("left open");
}

Attack attackOf(const Message &message)
{
    return {message.name, [message](const AttackContext &context) {
                QByteArray complaint;
                do {
                    AttackConnection connection(context.target.port());
                    connection.send(wholeBytes(message, context.target));
                    complaint = judge(message, connection);
                } while (complaint.isEmpty() && !context.isOver());
                return complaint;
            }};
}

QByteArray lines(const QByteArray &line, int count)
{
    return line.repeated(count);
}

std::vector<Message> messages()
{
    const QByteArray tlsHello = QByteArray::fromHex("16030100c8010000c40303") + QByteArray(197, '\x5a');
    return {
        Message {"1 MB URL", "POST /" + QByteArray(1'000'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", {431, 400}},
        Message {"100,000 headers", "@" + lines("A: b\r\n", 100'000) + "\r\n", {431}},
        Message {"bare LF", "POST /callbacks HTTP/1.1\nHost: x\nContent-Length: 0\n\n"},
        Message {"NUL in a header", QByteArray("@X: a\0b\r\n\r\n", 11)},
        Message {"obs-fold", "@X: a\r\n b\r\n\r\n"},
        Message {"no Host", "POST /callbacks HTTP/1.1\r\nContent-Length: 0\r\n\r\n"},
        Message {"space before the colon", "@Content-Length : 0\r\n\r\n"},
        Message {"two Content-Lengths", "@Content-Length: 0\r\nContent-Length: 4\r\n\r\nabcd"},
        Message {"two equal Content-Lengths", "@Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd"},
        Message {"Content-Length and chunked", "@Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        Message {"10 GB Content-Length", "@Content-Length: 10737418240\r\n\r\n", {413}},
        Message {"negative Content-Length", "@Content-Length: -1\r\n\r\n"},
        Message {"overflowing Content-Length", "@Content-Length: 18446744073709551617\r\n\r\n", {413, 400}},
        Message {"Content-Length with a sign", "@Content-Length: +4\r\n\r\nabcd"},
        Message {"chunk size that is no number", "@Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n"},
        Message {"overflowing chunk size", "@Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n", {400, 413}},
        Message {"negative chunk size", "@Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n"},
        Message {"chunk longer than it says", "@Transfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n0\r\n\r\n"},
        Message {"trailers", "@Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\nX-Trailer: a\r\n\r\n"},
        Message {"another transfer coding", "@Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
        Message {"Upgrade: websocket",
                 "@Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"},
        Message {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        Message {"TLS hello on the plain port", tlsHello},
    };
}

} // namespace

std::vector<Attack> malformedMessages()
{
    std::vector<Attack> attacks;
    for (const Message &message : messages())
        attacks.push_back(attackOf(message));
    return attacks;
}

Attack allMalformedMessagesAtOnce()
{
    return {"all malformed messages", [](const AttackContext &context) {
                std::vector<AttackConnection> connections;
                for (const Message &message : messages()) {
                    connections.emplace_back(context.target.port());
                    connections.back().send(wholeBytes(message, context.target));
                }
                QByteArray complaints;
                size_t place = 0;
                for (const Message &message : messages()) {
                    if (const QByteArray complaint = judge(message, connections[place++]); !complaint.isEmpty())
                        complaints += QByteArray(message.name) + ": " + complaint + "; ";
                }
                return complaints;
            }};
}

} // namespace console
