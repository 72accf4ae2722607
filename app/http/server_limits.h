// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace console {

/// Everything that a stranger could make grow is bounded here. Reasons and measurements: ARCHITECTURE.md.
struct ServerLimits
{
    qint64 headerBytes = qint64(16) * 1024; ///< over it: 431
    qint64 bodyBytes = qint64(256) * 1024;  ///< over it: 413; a setting, 1 MiB at most
    /// Of all unfinished requests together; over it: 503 to the largest. QtHttpServer keeps a second copy, which grows by
    /// doubling: three times as much becomes resident.
    qint64 unfinishedBytes = qint64(3) * 1024 * 1024;
    qint64 tlsUnfinishedBytes = qint64(2) * 1024 * 1024; ///< the same with TLS, beside what connections hold there
    int connections = 512; ///< over it: the oldest idle one goes, else the newcomer is refused
    /// The same with TLS, where an idle one holds 81 KiB: Qt keeps a block of 16 or 32 KiB for each of three buffers, empty
    /// or not, and OpenSSL takes the rest, though Qt lets it give back the buffers of records.
    int tlsConnections = 96;
    int inFlightPerConnection = 32; ///< pipelined requests without a reply
    /// With TLS, from the hello on; over it: the oldest one that is not done goes. OpenSSL takes 120 KiB for each.
    int handshakes = 64;
    std::chrono::milliseconds handshake {5'000};     ///< from accept
    std::chrono::milliseconds wholeRequest {10'000}; ///< from accept, or the first byte, to the last
    std::chrono::milliseconds idle {20'000};         ///< between two requests
    std::chrono::milliseconds sweep {500};           ///< how often the two are looked at
    std::chrono::milliseconds renewal {2'000};       ///< how often certificate files are looked at
};

/// Why the server refused a request before its handler saw it.
enum class RefusalCause {
    BodyTooLarge,
    HeadersTooLarge,
    MalformedRequest,
    TooSlow,
    TooManyConnections,
    OutOfMemory,
    NoTls, ///< no handshake: plain HTTP, an older TLS, a certificate that the client does not believe
};

} // namespace console
