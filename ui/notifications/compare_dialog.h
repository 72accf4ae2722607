// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "ui/notifications/comparison_model.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QTableView;

namespace console {

/// Two chosen rows side by side: their lookups, their contacts, or the rows alone. What differs is marked; all of it can
/// be copied as a Markdown table. Thread: GUI.
class CompareDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Kind { Lookups, Contacts, Rows };

    /// The history outlives it.
    CompareDialog(HistoryAccess &history, const NotificationRow &left, const NotificationRow &right,
                  QWidget *parent = nullptr);

    Kind kind() const;
    const ComparisonModel &model() const { return *m_model; }

private:
    void build();
    void compare();
    void read(const NotificationRow &of, Kind kind, const std::function<void(const QList<NotificationRow> &)> &take);
    void showLines(const QList<ComparedLine> &lines);
    QString titleOf(const NotificationRow &row) const;
    void copy();

    HistoryAccess &m_history;
    NotificationRow m_left;
    NotificationRow m_right;
    ComparisonModel *m_model;
    QComboBox *m_kind;
    QTableView *m_table;
    QLabel *m_summary;
};

} // namespace console
