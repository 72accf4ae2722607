// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "ui/notifications/kept_list_model.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedLayout;
class QTableView;

namespace console {

class EmptyState;
class HistoryTotals;

/// What the receiver got and did not take as a notification: refused callbacks with their cause, other events and
/// unreadable bodies, each with its headers and raw bytes. Reads only while it is shown. Thread: GUI.
class RejectedPage : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kNewest = 500; ///< of each kind

    explicit RejectedPage(QWidget *parent = nullptr);

    void open(HistoryAccess &history, HistoryTotals &totals);
    /// Columns and splitters.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeRaw();
    void makeActions();
    void showMenu(const QPoint &position);
    const KeptEntry *current() const;
    QByteArray readableBody() const;
    void read();
    void take(const QList<KeptEntry> &entries);
    void showCounts();
    void showEntry(int row);

    HistoryAccess *m_history = nullptr;
    HistoryTotals *m_totals = nullptr;
    KeptListModel *m_model;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_content;
    QSplitter *m_split;
    QSplitter *m_bytes;
    QLabel *m_counts;
    QLabel *m_detail;
    QPlainTextEdit *m_headers;
    QPlainTextEdit *m_body;
    QPushButton *m_hex;
    QList<QAction *> m_copies;
    QTimer m_readAgain;
};

} // namespace console
