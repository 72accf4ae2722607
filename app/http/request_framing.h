// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/chunk_scanner.h"
#include "http/header_peek.h"

#include <optional>

namespace console {

/// Finds where one request ends, byte by byte as it arrives, and refuses it at the first byte that cannot be right.
/// Keeps the header section, never the body.
class RequestFraming
{
public:
    enum class State { Empty, Head, Body, Complete, Refused };

    explicit RequestFraming(const ServerLimits &limits);

    /// Takes bytes that were not fed before. \returns how many belong to this request.
    qsizetype feed(QByteArrayView bytes);

    /// The head of the complete request takes so many bytes now, where the next ones are looked for.
    void replaceHead(qint64 bytes);

    State state() const { return m_state; }
    /// The header section is complete, and no byte of the body has come.
    bool awaitsBody() const { return m_state == State::Body && m_seen == m_head.headBytes; }
    qint64 seenBytes() const { return m_seen; }
    qint64 bodyBytes() const;                            ///< of a complete request
    const RequestHead &head() const { return m_head; }   ///< once the state is Body or Complete
    const Refusal &refusal() const { return m_refusal; } ///< once the state is Refused

private:
    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    void refuse(const Refusal &refusal);

    ServerLimits m_limits;
    State m_state = State::Empty;
    QByteArray m_section;
    RequestHead m_head;
    Refusal m_refusal;
    std::optional<ChunkScanner> m_chunks;
    qint64 m_seen = 0;
};

} // namespace console
