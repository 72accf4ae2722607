// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_table_model.h"

#include "core/visible_text.h"
#include "ui/masking/masker.h"
#include "ui/theme/status_chips.h"

#include <QLocale>

namespace console {

NotificationTableModel::NotificationTableModel(const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_history(clock)
    , m_json(this)
    , m_rules(m_history.store(), clock)
{
    connect(&m_history, &HistoryView::grew, this, &NotificationTableModel::showGrown);
    connect(&m_history, &HistoryView::shrank, this, [this] { showReplaced(Replacement::OtherPlaces); });
    connect(&m_history, &HistoryView::reset, this, [this] { showReplaced(Replacement::OtherRows); });
    connect(&m_history, &HistoryView::reordered, this, [this] { showReplaced(Replacement::OtherPlaces); });
    connect(&m_history, &HistoryView::changed, this, &NotificationTableModel::showChanged);
    m_growth.setSingleShot(true);
    m_growth.setInterval(HistoryView::kPace);
    connect(&m_growth, &QTimer::timeout, this, &NotificationTableModel::tellGrowth);
    connect(&m_json, &JsonColumns::changed, this, &NotificationTableModel::showChanged);
    connect(&m_json, &JsonColumns::columnsChanged, this,
            [this] { Q_EMIT headerDataChanged(Qt::Horizontal, kNotificationColumns, kTableColumns - 1); });
    connect(&m_rules, &RowRules::changed, this, &NotificationTableModel::tellAllChanged);
    connect(&Masker::instance(), &Masker::changed, this, [this] {
        m_masked.fill({});
        tellAllChanged();
    });
    m_gapPause.setSingleShot(true);
    m_gapPause.setInterval(HistoryView::kPace);
    connect(&m_gapPause, &QTimer::timeout, this, &NotificationTableModel::placeGaps);
}

void NotificationTableModel::showGrown(int first, int last)
{
    const bool isInBetween = first > 0 && first < m_toldRows;
    const bool isBelowGap = first > 0 && !m_history.isShownOldestFirst() && isGap(m_told - 1);
    if (m_groups.key() != GroupKey::None || isBelowGap || (isInBetween && m_gaps.count() > 0))
        return showReplaced(Replacement::OtherPlaces);
    forgetMade();
    if (isInBetween)
        return insertInBetween(first, last);
    const bool isOnTop = first == 0 && m_told > 0;
    if (first > 0) {
        if (!m_growth.isActive())
            tellGrowth();
        return;
    }
    const int topBefore = m_gaps.lineOf(0);
    tellCount();
    if (isOnTop)
        movePersistent(m_gaps.lineOf(last + 1) - topBefore);
    Q_EMIT rowsMovedAlong();
}

/// Blocks of older rows come fast, and out of sight: the first one is told at once, then all that came in a while.
void NotificationTableModel::tellGrowth()
{
    if (m_groups.key() != GroupKey::None || m_toldRows >= m_history.count())
        return;
    m_growth.start();
    tellCount();
    Q_EMIT rowsMovedAlong();
}

void NotificationTableModel::insertInBetween(int first, int last)
{
    const int count = last - first + 1;
    m_inserted = {first, count};
    beginInsertRows({}, first, last);
    m_inserted = {};
    m_told += count;
    m_toldRows += count;
    endInsertRows();
    Q_EMIT rowsMovedAlong();
}

void NotificationTableModel::movePersistent(int rows)
{
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &one : before)
        after.append(createIndex(one.row() + rows, one.column()));
    changePersistentIndexList(before, after);
}

void NotificationTableModel::showReplaced(Replacement what)
{
    forgetMade();
    Q_EMIT rowsAboutToBeReplaced();
    if (what == Replacement::OtherRows)
        m_growth.stop(); // the first growth of other rows is told at once
    if (what == Replacement::OtherRows && m_groups.key() != m_wantedKey)
        m_groups = RowGroups(m_wantedKey);
    if (m_groups.key() != GroupKey::None)
        m_groups.rebuild(m_history);
    tellCount();
    tellAllChanged();
    Q_EMIT rowsReplaced(what);
}

void NotificationTableModel::tellCount()
{
    m_gaps.place(m_history);
    if (m_gaps.isIncomplete() && !m_history.isIdle())
        m_gapPause.start();
    m_toldRows = m_history.count();
    const int count = m_groups.key() == GroupKey::None ? m_toldRows + m_gaps.count() : m_groups.lineCount();
    if (count > m_told) {
        beginInsertRows({}, m_told, count - 1);
        m_told = count;
        endInsertRows();
    } else if (count < m_told) {
        beginRemoveRows({}, count, m_told - 1);
        m_told = count;
        endRemoveRows();
    }
}

void NotificationTableModel::tellAllChanged()
{
    if (m_told > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_told - 1, kTableColumns - 1));
}

void NotificationTableModel::setGroupKey(GroupKey key)
{
    if (std::exchange(m_wantedKey, key) != key)
        applyOrder();
}

void NotificationTableModel::applyOrder()
{
    SortOrder order = m_order;
    if (m_wantedKey != GroupKey::None) {
        order = {RowGroups::columnOf(m_wantedKey), Qt::AscendingOrder, {SortKey {m_order.column, m_order.direction}}};
        order.then += m_order.then;
    }
    m_history.setSort(order);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kTableColumns - 1);
}

std::optional<NotificationTableModel::Head> NotificationTableModel::headAt(int row) const
{
    if (m_groups.key() == GroupKey::None || row < 0 || row >= m_groups.lineCount())
        return std::nullopt;
    const auto line = m_groups.lineAt(row);
    if (line.row)
        return std::nullopt;
    QString title = m_groups.title(line.group);
    if (m_groups.key() == GroupKey::Status)
        title = chipFor(CapabilityStatus::fromText(title)).word;
    if (m_groups.key() == GroupKey::Contact)
        title = Masker::instance().name(title);
    return Head {title.isEmpty() ? QStringLiteral("–") : visibleLine(title), m_groups.rowCount(line.group),
                 m_groups.isOpen(line.group)};
}

void NotificationTableModel::toggleGroup(int row)
{
    if (!headAt(row))
        return;
    forgetMade();
    Q_EMIT rowsAboutToBeReplaced();
    m_groups.toggle(m_groups.lineAt(row).group);
    tellCount();
    tellAllChanged();
    Q_EMIT rowsReplaced(Replacement::OtherPlaces);
}

std::optional<int> NotificationTableModel::rowOf(qint64 id) const
{
    auto row = m_history.rowOf(id);
    if (row && m_groups.key() != GroupKey::None)
        row = m_groups.lineOf(*row);
    else if (row)
        row = m_gaps.lineOf(*row);
    return row && *row < m_told ? row : std::nullopt;
}

void NotificationTableModel::showChanged(const QList<qint64> &ids)
{
    constexpr qsizetype kFew = 20; // to look for a row in a sorted table takes a walk through it
    forgetMade();
    if (ids.size() > kFew) {
        tellAllChanged();
        return;
    }
    for (const qint64 id : ids) {
        if (const auto row = rowOf(id))
            Q_EMIT dataChanged(index(*row, 0), index(*row, kTableColumns - 1));
    }
}

void NotificationTableModel::setNames(const NotificationNames &names)
{
    if (names.projects == m_names.projects && names.apps == m_names.apps)
        return;
    m_names = names;
    m_history.setNames(names);
    m_rules.setNames(names);
    if (m_told > 0)
        Q_EMIT dataChanged(index(0, int(NotificationColumn::Project)), index(m_told - 1, int(NotificationColumn::App)));
}

void NotificationTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= kNotificationColumns)
        return;
    m_order = {SortColumn(column), order};
    applyOrder();
}

void NotificationTableModel::setOrder(const SortOrder &order)
{
    m_order = order;
    applyOrder();
}

void NotificationTableModel::sortAlsoBy(int column)
{
    const auto turned = [](Qt::SortOrder direction) {
        return direction == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    };
    SortOrder order = m_order;
    const auto known = std::find_if(order.then.begin(), order.then.end(),
                                    [&](const SortKey &key) { return key.column == SortColumn(column); });
    if (order.isByArrival())
        order = {SortColumn(column), Qt::AscendingOrder}; // no two rows are equal there
    else if (order.column == SortColumn(column))
        order.direction = turned(order.direction);
    else if (known != order.then.end())
        known->direction = turned(known->direction);
    else
        order.then.append({SortColumn(column), Qt::AscendingOrder});
    m_order = order;
    applyOrder();
}

qint64 NotificationTableModel::idAt(int row) const
{
    if (m_groups.key() != GroupKey::None) {
        const auto shown = row >= 0 && row < m_groups.lineCount() ? m_groups.lineAt(row).row : std::nullopt;
        return shown && *shown < m_history.count() ? m_history.idAt(*shown) : 0;
    }
    if (isGap(row))
        return 0;
    const int shown = m_gaps.rowAt(row);
    const int place = shown >= m_inserted.first ? shown + m_inserted.shift : shown;
    return place < 0 || place >= m_history.count() ? 0 : m_history.idAt(place);
}

const NotificationRow &NotificationTableModel::at(int row) const
{
    const qint64 id = idAt(row);
    NotificationRow &made = m_made[size_t(id) % kMade];
    if (made.id != id)
        made = m_history.row(id);
    return made;
}

const NotificationRow &NotificationTableModel::shownAt(int row) const
{
    const NotificationRow &made = at(row);
    if (!Masker::instance().isOn())
        return made;
    NotificationRow &masked = m_masked[size_t(made.id) % kMade];
    if (masked.id != made.id)
        masked = Masker::instance().shown(made);
    return masked;
}

void NotificationTableModel::forgetMade()
{
    m_made.fill({});
    if (Masker::instance().isOn())
        m_masked.fill({});
}

std::optional<NotificationRow> NotificationTableModel::find(qint64 id) const
{
    NotificationRow row = m_history.row(id);
    return row.id == 0 ? std::nullopt : std::optional(std::move(row));
}

int NotificationTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_told;
}

int NotificationTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kTableColumns;
}

} // namespace console
