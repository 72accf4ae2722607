// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/request_framing.h"

namespace console {

namespace {

bool isControl(char c)
{
    return uchar(c) < 0x20;
}

} // namespace

RequestFraming::RequestFraming(const ServerLimits &limits)
    : m_limits(limits)
{ }

qsizetype RequestFraming::feed(QByteArrayView bytes)
{
    qsizetype taken = 0;
    if (!bytes.isEmpty() && m_state == State::Empty)
        m_state = State::Head;
    if (m_state == State::Head)
        taken += feedHead(bytes);
    if (m_state == State::Body)
        taken += feedBody(bytes.sliced(taken));
    return taken;
}

void RequestFraming::replaceHead(qint64 bytes)
{
    m_seen += bytes - m_head.headBytes;
    m_head.headBytes = bytes;
}

qint64 RequestFraming::bodyBytes() const
{
    return m_chunks ? m_chunks->bodyBytes() : m_head.contentLength;
}

qsizetype RequestFraming::feedHead(QByteArrayView bytes)
{
    const qsizetype before = m_section.size();
    const auto part = bytes.first(std::min<qsizetype>(bytes.size(), m_limits.headerBytes + 1 - before));
    m_section.append(part);
    m_seen += part.size();
    // Only the end of a line can change the verdict, and anything else in this range is an error: a client that sends
    // its header section byte by byte must not make us read it anew each time.
    if (std::none_of(part.begin(), part.end(), isControl) && m_section.size() <= m_limits.headerBytes)
        return part.size();
    auto verdict = peekHead(m_section, m_limits);
    if (std::holds_alternative<HeadIncomplete>(verdict))
        return part.size();
    if (const auto *refusal = std::get_if<Refusal>(&verdict)) {
        refuse(*refusal);
        return part.size();
    }
    m_head = std::get<RequestHead>(std::move(verdict));
    m_section.clear();
    m_seen = m_head.headBytes;
    if (m_head.isChunked)
        m_chunks.emplace(m_limits.bodyBytes);
    m_state = m_head.isChunked || m_head.contentLength > 0 ? State::Body : State::Complete;
    return qsizetype(m_head.headBytes) - before;
}

qsizetype RequestFraming::feedBody(QByteArrayView bytes)
{
    qsizetype taken = 0;
    if (m_chunks) {
        taken = m_chunks->feed(bytes);
        if (m_chunks->state() == ChunkScanner::State::Malformed)
            refuse({400, RefusalCause::MalformedRequest, "The chunks of the body are malformed."});
        else if (m_chunks->state() == ChunkScanner::State::TooLarge)
            refuse({413, RefusalCause::BodyTooLarge, "The body is too large."});
        else if (m_chunks->isFinal())
            m_state = State::Complete;
    } else {
        const qint64 missing = m_head.headBytes + m_head.contentLength - m_seen;
        taken = qsizetype(std::min<qint64>(missing, bytes.size()));
        if (taken == missing)
            m_state = State::Complete;
    }
    m_seen += taken;
    return taken;
}

void RequestFraming::refuse(const Refusal &refusal)
{
    m_refusal = refusal;
    m_state = State::Refused;
}

} // namespace console
