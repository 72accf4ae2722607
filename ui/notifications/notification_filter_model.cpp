// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/notification_filter_model.h"

#include "ui/notifications/notification_table_model.h"

namespace console {

NotificationFilterModel::NotificationFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(NotificationTableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setSortLocaleAware(true);
}

void NotificationFilterModel::setFilterText(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateRowsFilter();
}

void NotificationFilterModel::setSearchedColumns(const QList<int> &columns)
{
    m_columns = columns;
    if (isFiltering())
        invalidateRowsFilter();
}

bool NotificationFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_words.isEmpty())
        return true;
    QString text;
    for (const int column : m_columns)
        text += sourceModel()->index(row, column, parent).data().toString() + QLatin1Char('\n');
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace console
