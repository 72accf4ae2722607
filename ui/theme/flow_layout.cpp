// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace console {

namespace {

int heightOf(const QList<QLayoutItem *> &line)
{
    int height = 0;
    for (const auto *item : line)
        height = std::max(height, item->sizeHint().height());
    return height;
}

} // namespace

FlowLayout::FlowLayout(int gap, Width width)
    : m_gap(gap)
    , m_width(width)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.append(item);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

/// Widgets that share a line get equal parts of it, so the widest one says how many there may be.
QList<FlowLayout::Line> FlowLayout::linesFor(int width) const
{
    QList<Line> lines;
    int used = 0;
    int widest = 0;
    for (auto *item : m_items) {
        if (item->isEmpty())
            continue;
        const int own = item->sizeHint().width();
        widest = std::max(widest, own);
        const int count = lines.isEmpty() ? 0 : int(lines.constLast().size());
        const int wanted = m_width == Width::Natural ? used + m_gap + own : (count + 1) * widest + count * m_gap;
        if (lines.isEmpty() || wanted > width) {
            lines.append(Line {item});
            used = own;
            widest = own;
        } else {
            lines.last().append(item);
            used += m_gap + own;
        }
    }
    return lines;
}

int FlowLayout::heightForWidth(int width) const
{
    const auto lines = linesFor(width);
    int height = std::max(0, int(lines.size()) - 1) * m_gap;
    for (const auto &line : lines)
        height += heightOf(line);
    return height;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    for (const auto *item : m_items)
        width += item->isEmpty() ? 0 : item->sizeHint().width() + m_gap;
    return {std::max(0, width - m_gap), heightOf(m_items)};
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto *item : m_items)
        size = size.expandedTo(item->isEmpty() ? QSize() : item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    int top = rect.top();
    for (const auto &line : linesFor(rect.width())) {
        const int height = heightOf(line);
        place(line, {rect.left(), top, rect.width(), height});
        top += height + m_gap;
    }
}

void FlowLayout::place(const Line &line, const QRect &rect) const
{
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const int count = int(line.size());
    const int room = rect.width() - (count - 1) * m_gap;
    int left = rect.left();
    for (int i = 0; i < count; ++i) {
        const int share = room * (i + 1) / count - room * i / count;
        const int width = m_width == Width::Shared ? share : std::min(line[i]->sizeHint().width(), rect.width());
        line[i]->setGeometry(QStyle::visualRect(direction, rect, {left, rect.top(), width, rect.height()}));
        left += width + m_gap;
    }
}

} // namespace console
