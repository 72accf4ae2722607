// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_traces.h"

#include <QFile>
#include <QSet>
#include <QStringEncoder>

#include <algorithm>

namespace console {

namespace {

constexpr qint64 kPiece = qint64(4) * 1024 * 1024;
constexpr qsizetype kShortestCore = 6; // of base64: less would be found by chance

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

bool isNumber(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

TextTraces::Count &TextTraces::Count::operator+=(const Count &other)
{
    standing += other.standing;
    inside += other.inside;
    return *this;
}

TextTraces::TextTraces(const QStringList &texts)
{
    for (const QString &text : texts) {
        const QByteArray utf8 = text.toUtf8();
        if (utf8.isEmpty() || m_texts.contains(text))
            continue;
        m_texts.append(text);
        const bool isPartTold = isNumber(utf8);
        add(utf8, isPartTold ? 1 : 0);
        add(utf16(text, QStringConverter::Utf16LE), isPartTold ? 2 : 0);
        add(utf16(text, QStringConverter::Utf16BE), isPartTold ? 2 : 0, 1);
        addBase64(utf8);
        addBase64(utf16(text, QStringConverter::Utf16LE));
        addEscapes(text, utf8);
    }
}

void TextTraces::add(const QByteArray &bytes, qsizetype unit, qsizetype digitAt)
{
    const bool isKnown = std::any_of(m_spellings.begin(), m_spellings.end(),
                                     [&](const Spelling &one) { return one.matcher.pattern() == bytes; });
    if (isKnown)
        return;
    m_spellings.push_back({QByteArrayMatcher(bytes), unit, digitAt});
    m_longest = std::max(m_longest, bytes.size());
}

/// The characters that depend on the text alone, whatever stands before and behind it.
void TextTraces::addBase64(const QByteArray &utf8)
{
    for (qsizetype before = 0; before < 3; ++before) {
        const qsizetype bits = (before + utf8.size()) * 8;
        const qsizetype first = (before * 8 + 5) / 6;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray core = (QByteArray(before, '\0') + utf8).toBase64(alphabet).mid(first, bits / 6 - first);
            if (core.size() >= kShortestCore)
                add(core);
        }
    }
}

void TextTraces::addEscapes(const QString &text, const QByteArray &utf8)
{
    QByteArray percent;
    for (const char byte : utf8)
        percent += '%' + QByteArray(1, byte).toHex();
    QByteArray json;
    for (const QChar character : text)
        json += "\\u" + QByteArray::number(character.unicode(), 16).rightJustified(4, '0');
    const QByteArray hex = utf8.toHex();
    for (const QByteArray &lower : {percent, hex}) {
        add(lower);
        add(lower.toUpper());
    }
    add(json);
    add("\\u" + json.toUpper().replace("\\U", "\\u").mid(2));
    add(utf8.toPercentEncoding()); // as it is usually done: letters and digits stay
    QByteArray mixed;              // plain where it is ASCII
    for (const QChar character : text) {
        mixed += character.unicode() < 0x80
            ? QByteArray(1, char(character.unicode()))
            : "\\u" + QByteArray::number(character.unicode(), 16).rightJustified(4, '0');
    }
    add(mixed);
}

bool TextTraces::isInside(QByteArrayView bytes, qsizetype at, qsizetype length, const Spelling &spelling)
{
    const auto isDigitAt = [&](qsizetype place) {
        if (place < 0 || place + spelling.unit > bytes.size() || !isDigit(bytes[place + spelling.digitAt]))
            return false;
        return spelling.unit == 1 || bytes[place + 1 - spelling.digitAt] == '\0';
    };
    return spelling.unit > 0 && (isDigitAt(at - spelling.unit) || isDigitAt(at + length));
}

bool TextTraces::areIn(QByteArrayView bytes) const
{
    for (const Spelling &spelling : m_spellings) {
        const qsizetype length = spelling.matcher.pattern().size();
        for (qsizetype at = spelling.matcher.indexIn(bytes.data(), bytes.size()); at >= 0;
             at = spelling.matcher.indexIn(bytes.data(), bytes.size(), at + 1)) {
            if (!isInside(bytes, at, length, spelling))
                return true;
        }
    }
    return false;
}

TextTraces::Count TextTraces::countIn(QByteArrayView bytes) const
{
    Count count;
    for (const Spelling &spelling : m_spellings) {
        const qsizetype length = spelling.matcher.pattern().size();
        for (qsizetype at = spelling.matcher.indexIn(bytes.data(), bytes.size()); at >= 0;
             at = spelling.matcher.indexIn(bytes.data(), bytes.size(), at + 1))
            ++(isInside(bytes, at, length, spelling) ? count.inside : count.standing);
    }
    return count;
}

/// Pieces overlap by what the longest spelling and its neighbours need; a place in the overlap may be counted twice, and
/// is never missed.
Result<TextTraces::Count> TextTraces::countInFile(const QString &path) const
{
    QFile file(path);
    if (!file.exists() || m_spellings.empty())
        return Count {};
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    const qsizetype overlap = m_longest + 4;
    Count count;
    QByteArray piece;
    while (!file.atEnd()) {
        piece = piece.last(std::min(overlap, piece.size()));
        const QByteArray read = file.read(kPiece);
        if (read.isEmpty())
            return failure(Error::Kind::Storage, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
        piece += read;
        count += countIn(piece);
    }
    return count;
}

QString TextTraces::blotted(QString text) const
{
    for (const QString &known : m_texts)
        text.replace(known, QStringLiteral("…"), Qt::CaseInsensitive);
    return text;
}

} // namespace console
