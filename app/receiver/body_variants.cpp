// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/body_variants.h"

#include <QJsonDocument>
#include <QStringDecoder>

namespace console {

namespace {

constexpr QByteArrayView kByteOrderMark("\xef\xbb\xbf");

/// JSON with its white space replaced; order, digits and escapes of the original stay.
QByteArray respaced(const QByteArray &json, const QByteArray &afterComma, const QByteArray &afterColon)
{
    QByteArray text;
    bool isInString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json.at(i);
        if (!isInString && (c == ' ' || c == '\t' || c == '\r' || c == '\n'))
            continue;
        text += c;
        if (isInString && c == '\\' && i + 1 < json.size())
            text += json.at(++i);
        else if (c == '"')
            isInString = !isInString;
        else if (!isInString && c == ',')
            text += afterComma;
        else if (!isInString && c == ':')
            text += afterColon;
    }
    return text;
}

/// Letters beyond ASCII as \uXXXX, as many serialisers write them.
QByteArray escaped(const QByteArray &json)
{
    QByteArray text;
    const QString letters = QString::fromUtf8(json);
    for (const QChar c : letters) {
        text += c.unicode() < 0x80 ? QByteArray(1, char(c.unicode()))
                                   : "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    }
    return text;
}

QByteArray sorted(const QByteArray &json, QJsonDocument::JsonFormat format)
{
    return QJsonDocument::fromJson(json).toJson(format);
}

QByteArray withoutLineEnd(QByteArray body)
{
    while (body.endsWith('\n') || body.endsWith('\r'))
        body.chop(1);
    return body;
}

QByteArray inLatin1(const QByteArray &body)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(body);
    return utf8.hasError() ? body : text.toLatin1();
}

} // namespace

QList<BodyVariant> bodyVariants(const QByteArray &received)
{
    QList<BodyVariant> variants;
    const auto add = [&](const char *what, const QByteArray &bytes) {
        const bool isKnown = bytes.isEmpty() || bytes == received
            || std::any_of(variants.begin(), variants.end(), [&](const auto &other) { return other.bytes == bytes; });
        if (!isKnown)
            variants.append({what, bytes});
    };
    add("a line end was added at its end", withoutLineEnd(received));
    add("the line end at its end was cut off", received + '\n');
    add("the line end at its end was cut off", received + "\r\n");
    add("white space was added around it", received.trimmed());
    add("its line ends were changed from LF to CRLF", QByteArray(received).replace("\r\n", "\n"));
    add("its line ends were changed from CRLF to LF", QByteArray(received).replace("\r\n", "\n").replace('\n', "\r\n"));
    add("a byte order mark was put in front",
        received.startsWith(kByteOrderMark) ? received.mid(kByteOrderMark.size()) : QByteArray());
    add("the byte order mark in front was cut off", kByteOrderMark.toByteArray() + received);
    add("it was written anew, with white space", respaced(received, {}, {}));
    add("it was written anew, without white space", respaced(received, " ", " "));
    add("it was written anew, with other white space", respaced(received, {}, " "));
    add("it was written anew; its members were in order of their names", sorted(received, QJsonDocument::Compact));
    add("it was written anew; its members were in order of their names", sorted(received, QJsonDocument::Indented));
    add("letters beyond ASCII were written out; they were escaped", escaped(received));
    add("its charset was changed from Latin-1 to UTF-8", inLatin1(received));
    add("its charset was changed from UTF-8 to Latin-1", QString::fromLatin1(received).toUtf8());
    return variants;
}

} // namespace console
