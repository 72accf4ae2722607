// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace console {

/// Keeps the rows whose shown columns hold every word that was typed, without regard to case. Thread: GUI.
class NotificationFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit NotificationFilterModel(QObject *parent = nullptr);

    void setFilterText(const QString &text);
    void setSearchedColumns(const QList<int> &columns);
    bool isFiltering() const { return !m_words.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    QList<int> m_columns;
};

} // namespace console
