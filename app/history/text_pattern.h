// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <array>

namespace console {

/// Finds bytes in bytes, ASCII letters without regard to case. Thread: any.
class ByteFinder
{
public:
    explicit ByteFinder(QByteArrayView needle);
    bool isIn(QByteArrayView text) const;

private:
    QByteArray m_needle; ///< ASCII letters in lower case
    std::array<qsizetype, 256> m_skips;
};

/// One value of a filter: how a text must look, without regard to case. Written in plain letters, it also finds Latin ones with
/// marks: "bjorn" is in "Björn". Thread: any.
class TextPattern
{
public:
    enum class Kind {
        Whole, ///< the text is this; the empty pattern matches an absent member
        Part,  ///< the text holds this
        Start,
        End,
        Pieces, ///< with a '*' elsewhere: pieces in order
    };

    /// \param wanted  Whole or Part, when there is no '*'. A '*' stands for any characters, also none.
    static TextPattern parse(const QString &text, Kind wanted);
    /// Takes the text as it is, a '*' included.
    static TextPattern literal(const QString &text, Kind wanted);

    Kind kind() const { return m_kind; }
    const QString &text() const { return m_text; } ///< without the '*' at its ends
    bool matches(const QString &text) const;
    bool matches(QByteArrayView utf8) const;

private:
    TextPattern(Kind kind, QString text, QStringList pieces);
    bool matchesAsWritten(const QString &text) const;
    bool matchesPieces(const QString &text) const;

    Kind m_kind;
    QString m_text;
    QStringList m_pieces; ///< folded; only for Pieces
    ByteFinder m_finder;
    bool m_isAscii;
};

} // namespace console
