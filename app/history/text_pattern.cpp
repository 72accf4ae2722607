// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/text_pattern.h"

#include <algorithm>

namespace console {

namespace {

constexpr QLatin1Char kAny('*');

constexpr std::array<char, 256> kLower = [] {
    std::array<char, 256> table {};
    for (int i = 0; i < 256; ++i)
        table[size_t(i)] = char(i >= 'A' && i <= 'Z' ? i + 32 : i);
    return table;
}();

char lower(char character)
{
    return kLower[quint8(character)];
}

QByteArray lowered(QByteArrayView text)
{
    QByteArray bytes = text.toByteArray();
    std::transform(bytes.begin(), bytes.end(), bytes.begin(), lower);
    return bytes;
}

constexpr char16_t kFirstMarked = 0xc0, kBehindMarked = 0x250; // Latin-1 to Latin Extended-B

/// The letter without its marks; itself where it has none.
std::array<char16_t, kBehindMarked - kFirstMarked> makePlainLetters()
{
    std::array<char16_t, kBehindMarked - kFirstMarked> letters {};
    for (char16_t code = kFirstMarked; code < kBehindMarked; ++code) {
        char16_t plain = code;
        for (QString parts = QChar(plain).decomposition(); !parts.isEmpty(); parts = QChar(plain).decomposition())
            plain = parts.at(0).unicode();
        letters[code - kFirstMarked] = plain < 128 ? plain : code;
    }
    constexpr std::array<std::pair<char16_t, char16_t>, 10> others {{{u'ø', u'o'},
                                                                     {u'Ø', u'O'},
                                                                     {u'ł', u'l'},
                                                                     {u'Ł', u'L'},
                                                                     {u'đ', u'd'},
                                                                     {u'Đ', u'D'},
                                                                     {u'ı', u'i'},
                                                                     {u'ß', u's'},
                                                                     {u'æ', u'a'},
                                                                     {u'ð', u'd'}}};
    for (const auto &[marked, plain] : others)
        letters[marked - kFirstMarked] = plain;
    return letters;
}

/// The text itself, shared, where there is nothing to take away.
QString withoutMarks(const QString &text)
{
    static const auto letters = makePlainLetters();
    QString plain = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t code = text.at(i).unicode();
        if (code >= kFirstMarked && code < kBehindMarked && letters[code - kFirstMarked] != code)
            plain[i] = QChar(letters[code - kFirstMarked]);
    }
    return plain;
}

} // namespace

ByteFinder::ByteFinder(QByteArrayView needle)
    : m_needle(lowered(needle))
{
    m_skips.fill(m_needle.size());
    for (qsizetype i = 0; i + 1 < m_needle.size(); ++i)
        m_skips[quint8(m_needle[i])] = m_needle.size() - 1 - i;
}

/// Horspool's way: looks at the last byte first and skips as far as that allows.
bool ByteFinder::isIn(QByteArrayView text) const
{
    const qsizetype length = m_needle.size();
    if (length == 0)
        return true;
    const char last = m_needle[length - 1];
    for (qsizetype end = length - 1; end < text.size();) {
        const char seen = lower(text[end]);
        if (seen == last
            && std::equal(m_needle.begin(), m_needle.end(), text.begin() + (end - length + 1),
                          [](char wanted, char found) { return wanted == lower(found); }))
            return true;
        end += m_skips[quint8(seen)];
    }
    return false;
}

TextPattern::TextPattern(Kind kind, QString text, QStringList pieces)
    : m_kind(kind)
    , m_text(std::move(text))
    , m_pieces(std::move(pieces))
    , m_finder(m_text.toUtf8())
    , m_isAscii(std::all_of(m_text.begin(), m_text.end(), [](QChar character) { return character.unicode() < 128; }))
{ }

TextPattern TextPattern::literal(const QString &text, Kind wanted)
{
    return {wanted, text, {}};
}

TextPattern TextPattern::parse(const QString &text, Kind wanted)
{
    const qsizetype stars = text.count(kAny);
    if (stars == 0)
        return literal(text, wanted);
    const bool atStart = text.startsWith(kAny);
    const bool atEnd = text.endsWith(kAny);
    if (text.size() == 1)
        return literal({}, Kind::Part);
    if (stars == 1 && atEnd)
        return literal(text.chopped(1), Kind::Start);
    if (stars == 1 && atStart)
        return literal(text.mid(1), Kind::End);
    if (stars == 2 && atStart && atEnd)
        return literal(text.mid(1, text.size() - 2), Kind::Part);
    return {Kind::Pieces, text, text.toCaseFolded().split(kAny)};
}

bool TextPattern::matches(const QString &text) const
{
    if (matchesAsWritten(text))
        return true;
    if (!m_isAscii || m_text.isEmpty())
        return false;
    const QString plain = withoutMarks(text);
    return !plain.isSharedWith(text) && matchesAsWritten(plain);
}

bool TextPattern::matchesAsWritten(const QString &text) const
{
    switch (m_kind) {
    case Kind::Whole:
        return text.compare(m_text, Qt::CaseInsensitive) == 0;
    case Kind::Part:
        return m_isAscii ? m_finder.isIn(text.toUtf8()) : text.contains(m_text, Qt::CaseInsensitive);
    case Kind::Start:
        return text.startsWith(m_text, Qt::CaseInsensitive);
    case Kind::End:
        return text.endsWith(m_text, Qt::CaseInsensitive);
    case Kind::Pieces:
        return matchesPieces(text.toCaseFolded());
    }
    return false;
}

bool TextPattern::matches(QByteArrayView utf8) const
{
    const auto isPlain = [](char byte) { return quint8(byte) < 128; };
    if (m_kind == Kind::Part && m_isAscii) {
        if (m_finder.isIn(utf8))
            return true;
        if (std::all_of(utf8.begin(), utf8.end(), isPlain))
            return false;
    }
    return matches(QString::fromUtf8(utf8));
}

/// Taking each piece where it stands first leaves the most room for those behind it.
bool TextPattern::matchesPieces(const QString &text) const
{
    const QString &first = m_pieces.first();
    const QString &last = m_pieces.last();
    if (!text.startsWith(first) || text.size() < first.size() + last.size() || !text.endsWith(last))
        return false;
    qsizetype from = first.size();
    const qsizetype limit = text.size() - last.size();
    for (qsizetype i = 1; i + 1 < m_pieces.size(); ++i) {
        const qsizetype found = text.indexOf(m_pieces[i], from);
        if (found < 0 || found + m_pieces[i].size() > limit)
            return false;
        from = found + m_pieces[i].size();
    }
    return true;
}

} // namespace console
