// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/text_delegate.h"

#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

namespace console {

namespace {

const QStyle *styleOf(const QStyleOptionViewItem &option)
{
    return option.widget ? option.widget->style() : QApplication::style();
}

QRect textRect(const QStyleOptionViewItem &option)
{
    const auto rect = styleOf(option)->subElementRect(QStyle::SE_ItemViewItemText, &option, option.widget);
    const int margin = styleOf(option)->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1;
    return rect.adjusted(margin, 0, -margin, 0);
}

/// Of a code such as RECIPIENT_NOT_REACHABLE, and of what stands behind it.
QString withoutFirstWord(const QString &text)
{
    const qsizetype end = text.indexOf(QLatin1Char('_'));
    const qsizetype space = text.indexOf(QLatin1Char(' '));
    return end < 0 || (space >= 0 && space < end) ? text : QChar(0x2026) + text.mid(end + 1);
}

} // namespace

TextDelegate::TextDelegate(const TextLook &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{ }

void TextDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = m_look.elide;
    if (m_look.isMuted)
        option->palette.setColor(QPalette::Text, colorsOf(option->palette).muted);
    const int room = m_look.isCode && option->rect.width() > 0 ? textRect(*option).width() : 0;
    if (room > 0 && QFontMetrics(option->font).horizontalAdvance(option->text) > room)
        option->text = withoutFirstWord(option->text);
}

const FigureFont &TextDelegate::figures(const QFont &font) const
{
    if (!m_figures || m_figures->font() != font)
        m_figures.emplace(font);
    return *m_figures;
}

void TextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString text = m_look.hasFigures ? cell.text : QString();
    const QRect rect = text.isEmpty() ? QRect() : textRect(cell);
    if (m_look.hasFigures)
        cell.text.clear();
    styleOf(cell)->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (text.isEmpty())
        return;
    painter->save();
    const bool isSelected = cell.state & QStyle::State_Selected;
    const auto group = cell.state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled;
    painter->setPen(cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    figures(cell.font).draw(painter, rect, QStyle::visualAlignment(cell.direction, cell.displayAlignment), text);
    painter->restore();
}

QSize TextDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem whole = option;
    if (m_look.isCode)
        whole.rect = {}; // as much as all of it needs
    const QSize size = QStyledItemDelegate::sizeHint(whole, index);
    if (!m_look.hasFigures)
        return size;
    const QString text = index.data(Qt::DisplayRole).toString();
    const qreal wider = figures(option.font).width(text) - QFontMetricsF(option.font).horizontalAdvance(text);
    return {size.width() + qCeil(std::max(0.0, wider)), size.height()};
}

bool TextDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    const bool hasOwnTip = index.data(Qt::ToolTipRole).isValid();
    if (event->type() != QEvent::ToolTip || hasOwnTip || sizeHint(option, index).width() <= option.rect.width())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), index.data(Qt::DisplayRole).toString(), view);
    return true;
}

} // namespace console
