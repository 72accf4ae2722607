// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "lookup/lookup_service.h"
#include "ui/notifications/notification_table_model.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedLayout;
class QToolButton;

namespace console {

class NewRowsPill;

class ColorRules;
class EmptyState;
class FilterBar;
class FilterLine;
struct SavedView;
class NotificationTableView;
class RowCount;
class SavedViews;
class StatusChip;

/// The table with what belongs to it: whether it is live, Pause, Filter, the choice of columns, and what stands there
/// while there is nothing to show. Thread: GUI.
class NotificationsPage : public QWidget
{
    Q_OBJECT

public:
    explicit NotificationsPage(const Clock &clock, QWidget *parent = nullptr);

    /// Until then the page waits, empty. Both outlive it.
    void open(HistoryAccess &history, LookupService &lookups, qint64 rowsInMemory = HistoryView::kMostRows);
    /// Of a history that another program writes: nobody tells what it adds, so it is asked for.
    void watchOtherWriter();
    /// Why nothing can be looked up; empty: it may be.
    void setReadOnly(const QString &reason)
    {
        m_readOnlyReason = reason;
        chooseContent();
    }
    void setNames(const NotificationNames &names) { m_model->setNames(names); }
    void setCompactRows(bool isCompact);

    FilterBar *filterBar() const { return m_bar; }
    FilterLine *filterField() const { return m_filter; }
    NotificationTableModel *model() const { return m_model; }
    NotificationTableView *table() const { return m_table; }
    QPushButton *pauseButton() const { return m_pause; }
    /// How many of all rows are shown: stands where the one who shows the page has room for it.
    RowCount *rowCount() const { return m_rowCount; }

    /// Filters, columns and orders with a name.
    SavedViews *savedViews() const { return m_views; }
    ColorRules *colorRules() const { return m_colorRules; }

    /// Two rows that are chosen. \returns whether there are two.
    bool compareChosen();

    /// Columns, their order and widths, and the filter.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void rowChosen(const console::NotificationRow &row);
    void rowsLost(); ///< of a history that another program writes

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeTools();
    void connectTable();
    void filterSoon();
    void applyFilter();
    SavedView currentView() const;
    void showView(const SavedView &view);
    void askForJsonColumn();
    std::optional<int> addJsonColumn(const QString &path);
    QString wordOf(int column) const;
    QStringList jsonPaths() const;
    void setPaused(bool isPaused);
    void showLive();
    void chooseContent();
    static QString invitation()
    {
        return tr("Choose a contact or type an identity at the left, then press Look up: what each channel answers "
                  "appears here.");
    }
    void readGaps();

    NotificationTableView *m_table; ///< ends before its model
    NotificationTableModel *m_model;
    FilterBar *m_bar;
    RowCount *m_rowCount;
    EmptyState *m_empty;
    QStackedLayout *m_content;
    StatusChip *m_live;
    QPushButton *m_pause;
    FilterLine *m_filter;
    QToolButton *m_columns;
    SavedViews *m_views;
    ColorRules *m_colorRules;
    QToolButton *m_viewsButton;
    NewRowsPill *m_pill;
    HistoryAccess *m_history = nullptr;
    LookupService *m_lookups = nullptr;
    QString m_readOnlyReason;
    bool m_isRead = false;
    QTimer m_filterPause; ///< before bodies are searched
};

} // namespace console
