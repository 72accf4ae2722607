// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/figure_font.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>

#include <algorithm>

namespace console {

namespace {

constexpr QChar kEllipsis(0x2026);

bool isDigit(QChar c)
{
    return c >= QLatin1Char('0') && c <= QLatin1Char('9');
}

} // namespace

FigureFont::FigureFont(const QFont &font)
    : m_font(font)
    , m_raw(QRawFont::fromFont(font))
{
    const auto digits = m_raw.glyphIndexesForString(QStringLiteral("0123456789"));
    for (const auto &advance : m_raw.advancesForGlyphIndexes(digits))
        m_digitWidth = std::max(m_digitWidth, advance.x());
}

qreal FigureFont::width(const QString &text) const
{
    const auto glyphs = m_raw.glyphIndexesForString(text);
    if (glyphs.size() != text.size() || glyphs.contains(0u))
        return QFontMetricsF(m_font).horizontalAdvance(text);
    const auto advances = m_raw.advancesForGlyphIndexes(glyphs);
    qreal width = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        width += isDigit(text.at(i)) ? m_digitWidth : advances.at(i).x();
    return width;
}

QString FigureFont::fitted(const QString &text, int available) const
{
    if (width(text) <= available)
        return text;
    QString shorter = text;
    while (!shorter.isEmpty() && width(shorter + kEllipsis) > available)
        shorter.chop(1);
    return shorter + kEllipsis;
}

void FigureFont::draw(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text) const
{
    const QString shown = fitted(text, rect.width());
    const auto glyphs = m_raw.glyphIndexesForString(shown);
    if (glyphs.size() != shown.size() || glyphs.contains(0u)) { // not in this font: Qt finds another
        painter->setFont(m_font);
        painter->drawText(rect, int(alignment | Qt::TextSingleLine), shown);
        return;
    }
    const auto advances = m_raw.advancesForGlyphIndexes(glyphs);
    QList<QPointF> places;
    qreal x = 0;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const qreal cell = isDigit(shown.at(i)) ? m_digitWidth : advances.at(i).x();
        places.append({x + (cell - advances.at(i).x()) / 2, 0});
        x += cell;
    }
    QGlyphRun run;
    run.setRawFont(m_raw);
    run.setGlyphIndexes(glyphs);
    run.setPositions(places);
    const qreal left = alignment & Qt::AlignRight ? rect.right() + 1 - x
        : alignment & Qt::AlignHCenter            ? rect.left() + (rect.width() - x) / 2
                                                  : rect.left();
    const qreal baseline = rect.top() + (rect.height() - m_raw.ascent() - m_raw.descent()) / 2 + m_raw.ascent();
    painter->drawGlyphRun(QPointF(left, qRound(baseline)), run);
}

} // namespace console
