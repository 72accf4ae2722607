// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/notifications/answer_comparison.h"

#include <QAbstractTableModel>

namespace console {

/// A comparison as a table: channel, what, left, right. What differs has a mark in front and stands in bold. Thread: GUI.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Channel, What, Left, Right, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(const QString &left, const QString &right, const QList<ComparedLine> &lines);
    const QList<ComparedLine> &lines() const { return m_lines; }
    int differences() const;
    QString markdown() const { return comparisonMarkdown(m_left, m_right, m_lines); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString m_left;
    QString m_right;
    QList<ComparedLine> m_lines;
};

} // namespace console
