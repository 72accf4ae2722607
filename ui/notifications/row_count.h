// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_view.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace console {

class ElidedLabel;

/// How many rows the table shows of how many; while bodies or older rows are searched, how far that is, and a way to end
/// it; and, where the history is longer than what is kept in memory, the way to older rows. Thread: GUI.
class RowCount final : public QWidget
{
    Q_OBJECT

public:
    /// The view outlives it.
    explicit RowCount(HistoryView &view, QWidget *parent = nullptr);

private:
    void showSoon();
    void showNow();
    QString words() const;
    bool isSearching() const { return m_searched < m_toSearch; }

    HistoryView &m_view;
    ElidedLabel *m_label;
    QToolButton *m_cancel;
    QPushButton *m_older;
    QTimer m_pace;
    qint64 m_loaded = 0, m_total = 0;
    qint64 m_searched = 0, m_toSearch = 0;
};

} // namespace console
