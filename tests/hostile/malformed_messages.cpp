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

/// The head is put in place of "@", the smuggled request is sent behind it.
Attack message(const char *name, QByteArray bytes, std::vector<int> allowed = { 400 })
{
    const auto run = [bytes = std::move(bytes), allowed](const AttackContext &context) -> QByteArray {
        QByteArray whole = bytes;
        if (whole.startsWith('@'))
            whole.replace(0, 1, context.target.head());
        whole += kSmuggled;
        do {
            AttackConnection connection(context.target.port());
            connection.send(whole);
            const auto statuses = connection.statusesUntilEnd();
            if (statuses.size() != 1 || std::find(allowed.begin(), allowed.end(), statuses.front()) == allowed.end())
                return "answered " + text(statuses);
            if (!connection.hasEnded())
                return "left open";
        } while (!context.isOver());
        return {};
    };
    return { name, run };
}

QByteArray lines(const QByteArray &line, int count)
{
    return line.repeated(count);
}

} // namespace

std::vector<Attack> malformedMessages()
{
    const QByteArray tlsHello = QByteArray::fromHex("16030100c8010000c40303") + QByteArray(197, '\x5a');
    return {
        message("1 MB URL", "POST /" + QByteArray(1'000'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", { 431, 400 }),
        message("100,000 headers", "@" + lines("A: b\r\n", 100'000) + "\r\n", { 431 }),
        message("bare LF", "POST /callbacks HTTP/1.1\nHost: x\nContent-Length: 0\n\n"),
        message("NUL in a header", QByteArray("@X: a\0b\r\n\r\n", 11)),
        message("obs-fold", "@X: a\r\n b\r\n\r\n"),
        message("no Host", "POST /callbacks HTTP/1.1\r\nContent-Length: 0\r\n\r\n"),
        message("space before the colon", "@Content-Length : 0\r\n\r\n"),
        message("two Content-Lengths", "@Content-Length: 0\r\nContent-Length: 4\r\n\r\nabcd"),
        message("two equal Content-Lengths", "@Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd"),
        message("Content-Length and chunked", "@Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        message("10 GB Content-Length", "@Content-Length: 10737418240\r\n\r\n", { 413 }),
        message("negative Content-Length", "@Content-Length: -1\r\n\r\n"),
        message("overflowing Content-Length", "@Content-Length: 18446744073709551617\r\n\r\n", { 413, 400 }),
        message("Content-Length with a sign", "@Content-Length: +4\r\n\r\nabcd"),
        message("chunk size that is no number", "@Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n"),
        message("overflowing chunk size", "@Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n", { 400, 413 }),
        message("negative chunk size", "@Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n"),
        message("chunk longer than it says", "@Transfer-Encoding: chunked\r\n\r\n2\r\nabcdef\r\n0\r\n\r\n"),
        message("trailers", "@Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\nX-Trailer: a\r\n\r\n"),
        message("another transfer coding", "@Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        message("Upgrade: websocket", "@Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"),
        message("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        message("TLS hello on the plain port", tlsHello),
    };
}

} // namespace console
