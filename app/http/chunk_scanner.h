// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace console {

/// Walks over a chunked body as it arrives and finds its end; keeps no body byte. Trailer fields are refused, because
/// QtHttpServer would take them for the next request.
class ChunkScanner
{
public:
    enum class State { SizeLine, Chunk, ChunkEnd, BodyEnd, Done, Malformed, TooLarge };

    explicit ChunkScanner(qint64 bodyLimit);

    /// \returns how many of the bytes belong to this body; fewer than given only once the state is final.
    qsizetype feed(QByteArrayView bytes);
    State state() const { return m_state; }
    bool isFinal() const { return m_state >= State::Done; }
    qint64 bodyBytes() const { return m_bodyBytes; } ///< as announced by the size lines so far

private:
    void takeSizeLineByte(char c);
    void takeLineEndByte(char c, State next);

    State m_state = State::SizeLine;
    qint64 m_bodyLimit;
    qint64 m_bodyBytes = 0;
    qint64 m_leftInChunk = 0;
    QByteArray m_line;
    bool m_hasCr = false;
};

} // namespace console
