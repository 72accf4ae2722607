// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visible_text.h"

namespace console {

namespace {

enum class LineEnds { Kept, Marked };

bool isControl(char16_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/// Bidi marks, embeddings, overrides and isolates; spaces without width; separators that break a line.
bool isUnseen(char16_t c)
{
    return c == 0xad || c == 0x61c || c == 0x180e || c == 0x200b || c == 0x200e || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb);
}

bool isHalf(QStringView text, qsizetype place)
{
    const QChar c = text.at(place);
    if (c.isHighSurrogate())
        return place + 1 >= text.size() || !text.at(place + 1).isLowSurrogate();
    return c.isLowSurrogate() && (place == 0 || !text.at(place - 1).isHighSurrogate());
}

/// Nothing for a character that may stand as it is.
QString markFor(QStringView text, qsizetype place, LineEnds lineEnds)
{
    const char16_t c = text.at(place).unicode();
    if (c >= 0x20 && c < 0x7f)
        return {};
    const bool endsLine = c == u'\n' || (c == u'\r' && place + 1 < text.size() && text.at(place + 1) == u'\n');
    if (lineEnds == LineEnds::Kept && (endsLine || c == u'\t'))
        return {};
    if (c < 0x20)
        return QString(QChar(0x2400 + c)); // the control pictures of Unicode
    if (c == 0x7f)
        return QString(QChar(0x2421));
    if (isControl(c) || isUnseen(c))
        return QStringLiteral("⟨U+%1⟩").arg(c, 4, 16, QLatin1Char('0')).toUpper();
    return isHalf(text, place) ? QString(QChar(QChar::ReplacementCharacter)) : QString();
}

QString marked(const QString &text, LineEnds lineEnds)
{
    QString visible;
    qsizetype copied = 0;
    for (qsizetype place = 0; place < text.size(); ++place) {
        const QString mark = markFor(text, place, lineEnds);
        if (mark.isEmpty())
            continue;
        visible += QStringView(text).mid(copied, place - copied);
        visible += mark;
        copied = place + 1;
    }
    if (copied == 0)
        return text;
    visible += QStringView(text).mid(copied);
    return visible;
}

} // namespace

QString visibleText(const QString &text)
{
    return marked(text, LineEnds::Kept);
}

QString visibleLine(const QString &text)
{
    return marked(text, LineEnds::Marked);
}

bool hidesSomething(QStringView text)
{
    for (qsizetype place = 0; place < text.size(); ++place) {
        if (!markFor(text, place, LineEnds::Kept).isEmpty())
            return true;
    }
    return false;
}

} // namespace console
