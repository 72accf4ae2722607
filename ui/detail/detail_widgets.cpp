// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detail_widgets.h"

#include "ui/detail/answer_header.h"
#include "ui/detail/answer_notes.h"
#include "ui/detail/explanation_view.h"
#include "ui/detail/raw_view.h"
#include "ui/detail/timeline_delegate.h"
#include "ui/detail/timeline_model.h"
#include "ui/detail/verdict_list.h"
#include "ui/detail/verdict_model.h"
#include "ui/theme/buttons.h"
#include "ui/theme/empty_state.h"
#include "ui/theme/flow_layout.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QDataStream>
#include <QIODevice>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedLayout>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

namespace console {

namespace {

constexpr quint8 kStateVersion = 1;
constexpr int kLowPanel = 560;        // below, what stands above the cards scrolls with them
constexpr double kMostForCards = 0.5; // on every tab: a tab must not move away from under the mouse

} // namespace

// Made from top to bottom: the Tab key walks in the order in which widgets are made.
DetailWidgets::DetailWidgets(VerdictModel *cards, TimelineModel *heard, QWidget *parent)
    : QWidget(parent)
    , stack(new QStackedWidget(this))
{
    stack->addWidget(makeEmpty());
    auto *content = new QWidget(stack);
    header = new AnswerHeader(content);
    splitter = new QSplitter(Qt::Vertical, content);
    splitter->setObjectName(QStringLiteral("detailSplitter"));
    splitter->setChildrenCollapsible(true); // whoever reads bytes may put the cards away
    fillUpper(cards);
    fillTabs(heard);
    splitter->setCollapsible(1, false);
    connect(splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByUser = true; });
    copy = makeButton(QStringLiteral("Copy for ticket"), tr("Copy for ticket"), content);
    again = makeButton(QStringLiteral("Look up again"), tr("Look up again"), content);
    more = makeIconButton(QStringLiteral("detailMenu"), Icon::Ellipsis, tr("More about this person"), content);
    more->setMenu(new QMenu(more));
    more->setPopupMode(QToolButton::InstantPopup);

    m_column = makeColumn(content, 12, panelMargins());
    m_column->addWidget(header);
    m_column->addWidget(splitter, 1);
    auto *buttons = new FlowLayout(2 * kGrid, FlowLayout::Width::Shared);
    buttons->addWidget(copy);
    buttons->addWidget(again);
    auto *row = spaced(new QHBoxLayout, 2 * kGrid);
    row->addLayout(buttons, 1);
    row->addWidget(more, 0, Qt::AlignBottom);
    m_column->addLayout(row);
    stack->addWidget(content);
    makeColumn(this, 0)->addWidget(stack);
}

QWidget *DetailWidgets::makeEmpty()
{
    m_empty = new EmptyState(stack);
    tellEmpty(Empty::Nobody);
    return m_empty;
}

void DetailWidgets::tellEmpty(Empty what)
{
    m_emptyAs = what;
    const bool isNobody = what == Empty::Nobody;
    const QString title = isNobody ? tr("Nobody chosen yet") : tr("Not looked up of late");
    if (!m_readOnlyReason.isEmpty())
        m_empty->setContent(Icon::User, title, m_readOnlyReason);
    else if (isNobody)
        m_empty->setContent(
            Icon::User, title,
            tr("Look somebody up, or choose a row of the table: the verdict for each channel appears here."));
    else
        m_empty->setContent(Icon::User, title, tr("Press Look up: the verdict for each channel appears here."));
}

void DetailWidgets::setReadOnly(const QString &reason)
{
    m_readOnlyReason = reason;
    tellEmpty(m_emptyAs);
}

void DetailWidgets::fillUpper(VerdictModel *cards)
{
    upper = new QScrollArea(splitter);
    upper->setFrameShape(QFrame::NoFrame);
    upper->setWidgetResizable(true);
    upper->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    upper->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(upper);
    notes = new AnswerNotes(page);
    verdicts = new VerdictList(cards, page);
    m_scrolled = makeColumn(page, 12, {0, 0, 0, 4});
    m_scrolled->addWidget(notes);
    m_scrolled->addWidget(verdicts);
    m_scrolled->addStretch(1);
    upper->setWidget(page);
}

void DetailWidgets::fillTabs(TimelineModel *heard)
{
    tabs = new QTabWidget(splitter);
    tabs->setObjectName(QStringLiteral("detailTabs"));
    tabs->setDocumentMode(true);
    explanation = new ExplanationView(tabs);
    auto *heardPage = makeTimeline(heard);
    raw = new RawView(tabs);
    tabs->addTab(explanation, tr("Explanation"));
    tabs->addTab(heardPage, tr("Timeline"));
    tabs->addTab(raw, tr("Raw"));
}

QWidget *DetailWidgets::makeTimeline(TimelineModel *heard)
{
    auto *page = new QWidget(tabs);
    auto *pages = new QStackedLayout(page);
    timeline = new QListView(page);
    timeline->setObjectName(QStringLiteral("Timeline"));
    timeline->setAccessibleName(tr("Timeline"));
    timeline->setModel(heard);
    timeline->setItemDelegate(new TimelineDelegate(timeline));
    setBareFrame(timeline);
    timeline->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    timeline->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    timeline->setResizeMode(QListView::Adjust);
    timeline->setMouseTracking(true);
    auto *empty = new EmptyState(page);
    empty->setContent(Icon::History, tr("Nothing heard yet"),
                      tr("What is answered about this recipient is listed here, with what has changed since before."));
    pages->addWidget(timeline);
    pages->addWidget(empty);
    const auto choose = [pages, heard] { pages->setCurrentIndex(heard->rowCount() > 0 ? 0 : 1); };
    connect(heard, &QAbstractItemModel::modelReset, page, choose);
    connect(heard, &QAbstractItemModel::rowsInserted, page, choose);
    connect(heard, &QAbstractItemModel::rowsRemoved, page, choose);
    choose();
    return page;
}

void DetailWidgets::setEmpty(bool isEmpty)
{
    stack->setCurrentIndex(isEmpty ? 0 : 1);
}

void DetailWidgets::showFromTop()
{
    upper->verticalScrollBar()->setValue(0);
}

void DetailWidgets::showChosenCard()
{
    const QRect card = verdicts->visualRect(verdicts->currentIndex());
    const QPoint middle = verdicts->viewport()->mapTo(upper->widget(), card.center());
    upper->ensureVisible(middle.x(), middle.y(), 0, card.height() / 2 + kGrid);
}

void DetailWidgets::fitUpper()
{
    const int height = splitter->height() - splitter->handleWidth();
    if (m_isSplitByUser || height <= 0)
        return;
    QWidget *page = upper->widget();
    const int wanted = page->layout()->hasHeightForWidth()
        ? page->layout()->totalHeightForWidth(upper->viewport()->width())
        : page->sizeHint().height();
    const int most = std::min(int(height * kMostForCards), height - tabs->minimumSizeHint().height());
    const int share = std::clamp(wanted, 0, std::max(0, most));
    if (splitter->sizes().value(0) != share)
        splitter->setSizes({share, height - share});
}

/// Who and which channel stay in sight, unless there is no height to spare.
void DetailWidgets::placeHeader()
{
    QVBoxLayout *wanted = height() < kLowPanel ? m_scrolled : m_column;
    if (wanted->indexOf(header) == 0)
        return;
    (wanted == m_column ? m_scrolled : m_column)->removeWidget(header);
    wanted->insertWidget(0, header);
}

void DetailWidgets::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHeader();
    QMetaObject::invokeMethod(this, &DetailWidgets::fitUpper, Qt::QueuedConnection); // once the layout has followed
}

QByteArray DetailWidgets::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << kStateVersion << m_isSplitByUser << splitter->saveState() << qint32(tabs->currentIndex());
    return state;
}

bool DetailWidgets::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 version = 0;
    bool isSplitByUser = false;
    QByteArray sizes;
    qint32 tab = 0;
    stream >> version >> isSplitByUser >> sizes >> tab;
    if (stream.status() != QDataStream::Ok || version != kStateVersion || tab < 0 || tab >= tabs->count())
        return false;
    tabs->setCurrentIndex(tab);
    m_isSplitByUser = isSplitByUser;
    return !isSplitByUser || splitter->restoreState(sizes);
}

} // namespace console
