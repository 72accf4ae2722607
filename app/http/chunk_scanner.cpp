// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/chunk_scanner.h"

namespace console {

namespace {

constexpr qsizetype kMaxSizeLine = 256;
constexpr qsizetype kMaxSizeDigits = 8;

/// The size that a line like "1a;name=value" tells, or -1.
qint64 parseSize(const QByteArray &line)
{
    const qsizetype semicolon = line.indexOf(';');
    const QByteArray digits = semicolon < 0 ? line : line.first(semicolon);
    const bool areHex = std::all_of(digits.begin(), digits.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (digits.isEmpty() || digits.size() > kMaxSizeDigits || !areHex)
        return -1;
    return digits.toLongLong(nullptr, 16);
}

} // namespace

ChunkScanner::ChunkScanner(qint64 bodyLimit)
    : m_bodyLimit(bodyLimit)
{ }

qsizetype ChunkScanner::feed(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size() && !isFinal()) {
        if (m_state == State::Chunk) {
            const qint64 step = std::min<qint64>(m_leftInChunk, bytes.size() - at);
            m_leftInChunk -= step;
            at += step;
            if (m_leftInChunk == 0)
                m_state = State::ChunkEnd;
            continue;
        }
        const char c = bytes[at++];
        if (m_state == State::SizeLine)
            takeSizeLineByte(c);
        else
            takeLineEndByte(c, m_state == State::ChunkEnd ? State::SizeLine : State::Done);
    }
    return at;
}

void ChunkScanner::takeSizeLineByte(char c)
{
    if (m_hasCr != (c == '\n') || m_line.size() >= kMaxSizeLine || (uchar(c) < 0x20 && c != '\r' && c != '\n')) {
        m_state = State::Malformed;
        return;
    }
    m_hasCr = c == '\r';
    if (c == '\n') {
        m_leftInChunk = parseSize(m_line);
        m_line.clear();
        m_bodyBytes += std::max<qint64>(m_leftInChunk, 0);
        if (m_leftInChunk < 0)
            m_state = State::Malformed;
        else if (m_bodyBytes > m_bodyLimit)
            m_state = State::TooLarge;
        else
            m_state = m_leftInChunk == 0 ? State::BodyEnd : State::Chunk;
    } else if (c != '\r') {
        m_line.append(c);
    }
}

void ChunkScanner::takeLineEndByte(char c, State next)
{
    if (c != (m_hasCr ? '\n' : '\r'))
        m_state = State::Malformed;
    else if (m_hasCr)
        m_state = next;
    m_hasCr = !m_hasCr;
}

} // namespace console
