// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/query/contact_list_view.h"

#include "ui/query/contact_delegate.h"

#include <QMouseEvent>

namespace console {

ContactListView::ContactListView(QWidget *parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("Contacts"));
    setItemDelegate(new ContactDelegate(this));
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

QModelIndex ContactListView::starAt(const QPoint &position) const
{
    const QModelIndex index = indexAt(position);
    const bool isStar
        = index.isValid() && ContactDelegate::starRect(visualRect(index), layoutDirection()).contains(position);
    return isStar ? index : QModelIndex();
}

void ContactListView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex star = event->button() == Qt::LeftButton ? starAt(event->pos()) : QModelIndex();
    m_pressed = star;
    if (!star.isValid())
        QListView::mousePressEvent(event); // a press on a star chooses nobody
}

/// Two quick presses are two presses, and no lookup.
void ContactListView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (starAt(event->pos()).isValid())
        return mousePressEvent(event);
    QListView::mouseDoubleClickEvent(event);
}

void ContactListView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_pressed.isValid())
        return QListView::mouseReleaseEvent(event);
    const QModelIndex pressed = std::exchange(m_pressed, {});
    if (starAt(event->pos()) == pressed)
        Q_EMIT starPressed(pressed);
}

} // namespace console
