// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/row_painter.h"

#include "ui/theme/icon_painter.h"

#include <QApplication>
#include <QPainter>
#include <QPolygonF>
#include <QStyle>
#include <QtMath>

namespace console {

RowPainter::RowPainter(QPainter *painter, const QStyleOptionViewItem &option)
    : m_painter(painter)
    , m_option(option)
    , m_colors(colorsOf(option.palette))
{
    m_painter->save();
}

RowPainter::~RowPainter()
{
    m_painter->restore();
}

void RowPainter::ground(const QRect &rect)
{
    const QStyle *style = m_option.widget ? m_option.widget->style() : QApplication::style();
    QStyleOptionViewItem cell = m_option;
    cell.rect = rect;
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, m_painter, m_option.widget);
    if (!(m_option.state & QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(cell);
    focus.rect = rect;
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, m_painter, m_option.widget);
}

void RowPainter::text(const QRect &rect, const QString &text, const QFont &font, const QColor &color,
                      Qt::TextElideMode elide, Qt::Alignment alignment)
{
    m_painter->setFont(font);
    m_painter->setPen(color);
    const QString shown = QFontMetrics(font).elidedText(text, elide, rect.width());
    const auto aligned = QStyle::visualAlignment(m_option.direction, alignment | Qt::AlignVCenter);
    m_painter->drawText(QStyle::visualRect(m_option.direction, m_option.rect, rect), int(aligned | Qt::TextSingleLine),
                        shown);
}

void RowPainter::icon(const QRect &rect, Icon icon, const QColor &color)
{
    paintIcon(m_painter, QStyle::visualRect(m_option.direction, m_option.rect, rect), icon, color);
}

void RowPainter::filledStar(const QRect &rect, const QColor &color)
{
    const QRectF place = QStyle::visualRect(m_option.direction, m_option.rect, rect);
    QPolygonF inside;
    for (int point = 0; point < 10; ++point) {
        const qreal radius = place.width() * (point % 2 == 0 ? 0.4 : 0.19);
        const qreal angle = M_PI * (point / 5.0 - 0.5);
        inside.append(place.center() + radius * QPointF(qCos(angle), qSin(angle)));
    }
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(color);
    m_painter->drawPolygon(inside);
    paintIcon(m_painter, place, Icon::Star, color);
}

void RowPainter::lineBelow(const QRect &rect)
{
    m_painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_colors.border);
}

} // namespace console
