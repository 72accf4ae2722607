// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_panels.h"

#include "ui/theme/spacing.h"

#include <QDataStream>
#include <QIODevice>

namespace console {

namespace {

constexpr int kQueryWidth = 288;
constexpr int kDetailWidth = 352;
constexpr int kQueryMinimum = 240;
constexpr int kDetailMinimum = 280;
constexpr int kMiddleMinimum = 320;

QWidget *makeHolder(int minimum, QSplitter *parent)
{
    auto *holder = new QWidget(parent);
    holder->setMinimumWidth(minimum);
    makeColumn(holder, 0);
    return holder;
}

} // namespace

WindowPanels::WindowPanels(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
    , m_query {makeHolder(kQueryMinimum, this)}
    , m_middle(makeHolder(kMiddleMinimum, this))
    , m_detail {makeHolder(kDetailMinimum, this)}
{
    setObjectName(QStringLiteral("panels"));
    setChildrenCollapsible(false);
    setStretchFactor(0, 0);
    setStretchFactor(1, 1);
    setStretchFactor(2, 0);
    setSizes({kQueryWidth, 800, kDetailWidth});
}

void WindowPanels::setMiddle(QWidget *panel)
{
    m_middle->layout()->addWidget(panel);
}

void WindowPanels::setSide(Side side, QWidget *panel)
{
    slot(side).holder->layout()->addWidget(panel);
}

bool WindowPanels::isShown(Side side) const
{
    return !(side == Side::Query ? m_query : m_detail).holder->isHidden();
}

void WindowPanels::setShown(Side side, bool isShown)
{
    Slot &own = slot(side);
    if (hasRoomFor(side))
        own.isWanted = isShown;
    own.isForced = isShown && !hasRoomFor(side);
    if (isShown) // where there is no room for both, the one that is wanted last takes the other's place
        slot(side == Side::Query ? Side::Detail : Side::Query).isForced = false;
    arrange();
}

void WindowPanels::arrange()
{
    for (const Side side : {Side::Query, Side::Detail}) {
        const Slot &own = slot(side);
        const bool makesWay = side == Side::Query && m_detail.isForced; // one outer panel at a time
        own.holder->setVisible(own.isForced || (own.isWanted && hasRoomFor(side) && !makesWay));
    }
    Q_EMIT shownChanged();
}

void WindowPanels::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    for (const Side side : {Side::Query, Side::Detail}) {
        if (hasRoomFor(side))
            slot(side).isForced = false;
    }
    arrange();
}

QByteArray WindowPanels::saveLayout() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << saveState() << m_query.isWanted << m_detail.isWanted;
    return state;
}

void WindowPanels::restoreLayout(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray sizes;
    bool isQueryWanted = true;
    bool isDetailWanted = true;
    stream >> sizes >> isQueryWanted >> isDetailWanted;
    if (stream.status() != QDataStream::Ok)
        return;
    restoreState(sizes);
    m_query.isWanted = isQueryWanted;
    m_detail.isWanted = isDetailWanted;
    arrange();
}

} // namespace console
