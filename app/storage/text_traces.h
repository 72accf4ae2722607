// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArrayMatcher>
#include <QStringList>

#include <vector>

namespace console {

/// Finds texts in bytes in the ways in which they may have been written there: UTF-8, UTF-16 of both orders, base64 at
/// each of its three offsets and in both alphabets, percent-encoded, hexadecimal, JSON with \u escapes. For proving that
/// something is gone, and for finding what must go. Thread: any.
class TextTraces
{
public:
    /// Empty texts are left out.
    explicit TextTraces(const QStringList &texts);

    struct Count
    {
        qint64 standing = 0; ///< places where the text stands
        qint64 inside = 0;   ///< places where it is a part of a longer number: of somebody else
        Count &operator+=(const Count &other);
    };
    bool isEmpty() const { return m_spellings.empty(); }
    /// Does any of the texts stand there? Parts of longer numbers do not count.
    bool areIn(QByteArrayView bytes) const;
    bool areInText(const QString &text) const { return areIn(text.toUtf8()); }
    Count countIn(QByteArrayView bytes) const;
    /// Reads the file as it is on the disk, piece by piece; one that does not exist holds nothing. Errors: Storage.
    [[nodiscard]] Result<Count> countInFile(const QString &path) const;
    /// The text with each place, plainly written, blotted out.
    QString blotted(QString text) const;

private:
    struct Spelling
    {
        QByteArrayMatcher matcher;
        qsizetype unit
            = 0; ///< bytes a character, where a neighbour tells that it is a part of a longer number; 0: no telling
        qsizetype digitAt = 0; ///< of a unit: the byte that holds the digit
    };
    void add(const QByteArray &bytes, qsizetype unit = 0, qsizetype digitAt = 0);
    void addBase64(const QByteArray &utf8);
    void addEscapes(const QString &text, const QByteArray &utf8);
    static bool isInside(QByteArrayView bytes, qsizetype at, qsizetype length, const Spelling &spelling);

    QStringList m_texts;
    std::vector<Spelling> m_spellings;
    qsizetype m_longest = 0;
};

} // namespace console
