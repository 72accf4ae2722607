// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace console {

class Clock;
class HistoryAccess;
class HistoryTotals;
class LookupService;
class NotificationsPage;
class RejectedPage;

/// The middle of the window: the notifications, and beside them what was received and is none. Thread: GUI.
class WindowPages : public QTabWidget
{
    Q_OBJECT

public:
    WindowPages(HistoryTotals &totals, const Clock &clock, QWidget *parent = nullptr);

    void open(HistoryAccess &history, LookupService &lookups, qint64 rowsInMemory);
    NotificationsPage *notifications() const { return m_notifications; }
    RejectedPage *rejected() const { return m_rejected; }
    void showOther(bool isOther);

Q_SIGNALS:
    void otherShown(bool isOther);

private:
    void showTotals();

    HistoryTotals &m_totals;
    NotificationsPage *m_notifications;
    RejectedPage *m_rejected;
};

} // namespace console
