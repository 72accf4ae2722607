// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/verdict_list.h"

#include "ui/detail/verdict_delegate.h"
#include "ui/detail/verdict_model.h"

#include <QResizeEvent>
#include <QScopedValueRollback>

namespace console {

VerdictList::VerdictList(VerdictModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("Verdict"));
    setAccessibleName(tr("Verdict"));
    setModel(model);
    setItemDelegate(new VerdictDelegate(this));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(model, &QAbstractItemModel::modelReset, this, &VerdictList::fitHeight);
    connect(model, &QAbstractItemModel::dataChanged, this, &VerdictList::fitHeight);
    fitHeight();
}

void VerdictList::choose(const std::optional<ChannelIdentity> &address)
{
    const QScopedValueRollback choosing(m_isChoosing, true);
    setCurrentIndex(address ? m_model->index(m_model->rowOf(*address)) : QModelIndex());
}

std::optional<ChannelIdentity> VerdictList::chosen() const
{
    return currentIndex().isValid() ? std::optional(m_model->cards().at(currentIndex().row()).address) : std::nullopt;
}

void VerdictList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isChoosing && current.isValid())
        Q_EMIT chosenByUser();
}

void VerdictList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitHeight();
}

void VerdictList::fitHeight()
{
    int height = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += sizeHintForRow(row);
    setFixedHeight(height);
    scheduleDelayedItemsLayout();
}

} // namespace console
