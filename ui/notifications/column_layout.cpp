// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/column_layout.h"

#include "ui/notifications/answer_delegate.h"
#include "ui/notifications/column_orders.h"
#include "ui/notifications/notification_columns.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/tinted_icon.h"

#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QtMath>

namespace console {

namespace {
constexpr int kCellPadding = 18;
constexpr qint32 kFirstColumns = 12; // of the version that first kept a layout
} // namespace

ColumnLayout::ColumnLayout(QTableView *table)
    : QObject(table)
    , m_table(table)
    , m_orders(new ColumnOrders(table))
{
    connect(m_orders, &ColumnOrders::moved, this, &ColumnLayout::shownChanged);
    connect(m_orders, &ColumnOrders::widthSet, this, [this] { m_hasOwnWidths = true; });
    auto *header = table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &ColumnLayout::popUpMenu);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        const auto visible = shown();
        const bool isLast = !visible.isEmpty() && visible.constLast() == column; // it takes what is left
        const bool isUser = !m_isFitting && QGuiApplication::mouseButtons() != Qt::NoButton;
        m_hasOwnWidths = m_hasOwnWidths || (isUser && !isLast);
    });
}

void ColumnLayout::setUp()
{
    for (int i = 0; i < kTableColumns; ++i) {
        m_table->setColumnHidden(i, !columnSpec(NotificationColumn(i)).isShownAtFirst);
        setDelegate(i);
    }
    fit();
}

void ColumnLayout::setDelegate(int column)
{
    const auto &spec = columnSpec(NotificationColumn(column));
    switch (spec.shape) {
    case CellShape::Text:
        m_table->setItemDelegateForColumn(column, new TextDelegate(spec.look, m_table));
        break;
    case CellShape::Answer:
        m_table->setItemDelegateForColumn(column, new AnswerDelegate(m_table));
        break;
    case CellShape::Chip:
        m_table->setItemDelegateForColumn(column, new ChipDelegate(m_table));
        break;
    }
}

/// Without the mark of an order; none where a slot for JSON is free.
QString ColumnLayout::titleOf(int column) const
{
    return m_table->model()->headerData(column, Qt::Horizontal, Qt::EditRole).toString();
}

int ColumnLayout::widthFor(int column, const char *text) const
{
    const QString usual = QString::fromUtf8(text);
    const QFontMetrics metrics = m_table->fontMetrics();
    const bool hasFigures = columnSpec(NotificationColumn(column)).look.hasFigures;
    const int sample = hasFigures ? qCeil(FigureFont(m_table->font()).width(usual)) : metrics.horizontalAdvance(usual);
    return std::max(sample, metrics.horizontalAdvance(titleOf(column))) + kCellPadding;
}

void ColumnLayout::fit()
{
    if (m_hasOwnWidths)
        return;
    m_isFitting = true;
    const auto visible = shown();
    int excess = -m_table->viewport()->width();
    for (const int column : visible)
        excess += widthFor(column, columnSpec(NotificationColumn(column)).sample);
    for (auto it = visible.crbegin(); it != visible.crend(); ++it) { // the first columns tell most
        const auto &spec = columnSpec(NotificationColumn(*it));
        const int usual = widthFor(*it, spec.sample);
        const int least = spec.shortest ? std::min(usual, widthFor(*it, spec.shortest)) : usual;
        const int width = std::clamp(usual - std::max(0, excess), least, usual);
        excess -= usual - width;
        m_table->setColumnWidth(*it, width);
    }
    m_isFitting = false;
}

QList<int> ColumnLayout::shown() const
{
    QList<int> columns;
    const auto *header = m_table->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!m_table->isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

void ColumnLayout::setShown(int column, bool isShown)
{
    if (!isShown && shown().size() == 1)
        return; // a table without columns could not be got back
    m_table->setColumnHidden(column, !isShown);
    if (isJsonColumn(column) && !isShown)
        Q_EMIT jsonColumnHidden(column);
    fit();
    Q_EMIT shownChanged();
}

void ColumnLayout::show(const QList<int> &columns)
{
    if (columns.isEmpty())
        return;
    auto *header = m_table->horizontalHeader();
    for (int column = 0; column < kTableColumns; ++column)
        m_table->setColumnHidden(column, !columns.contains(column));
    for (int place = 0; place < columns.size(); ++place)
        header->moveSection(header->visualIndex(columns[place]), place);
    fit();
    Q_EMIT shownChanged();
}

void ColumnLayout::fillMenu(QMenu *menu, int column)
{
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    for (int i = 0; i < kTableColumns; ++i) {
        if (titleOf(i).isEmpty())
            continue;
        auto *action = menu->addAction(titleOf(i).replace(u'&', QLatin1String("&&")));
        action->setCheckable(true);
        action->setChecked(!m_table->isColumnHidden(i));
        connect(action, &QAction::toggled, this, [this, i](bool isShown) { setShown(i, isShown); });
    }
    menu->addSeparator();
    const int asked = column < 0 ? m_orders->currentColumn() : column;
    m_orders->fillMenu(menu->addMenu(tr("The column “%1”").arg(titleOf(asked).replace(u'&', QLatin1String("&&")))),
                       asked);
    auto *add = menu->addAction(tintedIcon(Icon::Braces), tr("Add column from &JSON …"), this,
                                &ColumnLayout::jsonColumnWanted);
    int taken = 0;
    for (int json = kNotificationColumns; json < kTableColumns; ++json)
        taken += titleOf(json).isEmpty() ? 0 : 1;
    add->setEnabled(taken < kJsonSlots);
}

void ColumnLayout::popUpMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, m_table->horizontalHeader()->logicalIndexAt(at));
    menu->popup(m_table->horizontalHeader()->mapToGlobal(at));
}

QByteArray ColumnLayout::save() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_hasOwnWidths << m_table->horizontalHeader()->saveState() << qint32(kNotificationColumns);
    return state;
}

void ColumnLayout::restore(const QByteArray &state)
{
    QDataStream stream(state);
    bool hasOwnWidths = false;
    QByteArray header;
    stream >> hasOwnWidths >> header;
    if (stream.status() != QDataStream::Ok)
        return;
    m_isFitting = true;
    m_table->horizontalHeader()->restoreState(header);
    m_isFitting = false;
    qint32 known = kFirstColumns;
    stream >> known;                                                  // earlier versions did not tell
    for (int column = known; column < kNotificationColumns; ++column) // Qt shows those that it has not heard of
        m_table->setColumnHidden(column, !columnSpec(NotificationColumn(column)).isShownAtFirst);
    for (int column = kNotificationColumns; column < kTableColumns; ++column)
        m_table->setColumnHidden(column, titleOf(column).isEmpty());
    m_hasOwnWidths = hasOwnWidths;
    fit();
    Q_EMIT shownChanged();
}

} // namespace console
