// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_view.h"

#include <QWidget>

class QToolButton;

namespace console {

class ElidedLabel;

/// How many rows the table shows of how many; while bodies are searched, how far that is, and a way to end it.
/// Thread: GUI.
class RowCount final : public QWidget
{
    Q_OBJECT

public:
    /// The view outlives it.
    explicit RowCount(HistoryView &view, QWidget *parent = nullptr);

private:
    void showSoon();
    void showNow();
    bool isSearching() const { return m_searched < m_toSearch; }

    HistoryView &m_view;
    ElidedLabel *m_label;
    QToolButton *m_cancel;
    QTimer m_pace;
    qint64 m_loaded = 0, m_total = 0;
    qint64 m_searched = 0, m_toSearch = 0;
};

} // namespace console
