// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/window_pages.h"

#include "ui/notifications/history_totals.h"
#include "ui/notifications/notifications_page.h"
#include "ui/notifications/rejected_page.h"
#include "ui/notifications/row_count.h"
#include "ui/theme/spacing.h"

#include <QLocale>

namespace console {

WindowPages::WindowPages(HistoryTotals &totals, const Clock &clock, QWidget *parent)
    : QTabWidget(parent)
    , m_totals(totals)
    , m_notifications(new NotificationsPage(clock, this))
    , m_rejected(new RejectedPage(this))
{
    setObjectName(QStringLiteral("pages"));
    setDocumentMode(true);
    addTab(m_notifications, QString());
    addTab(m_rejected, QString());
    auto *corner = new QWidget(this); // beside how many there are in all
    makeRow(corner, 0)->addWidget(m_notifications->rowCount());
    setCornerWidget(corner);
    connect(this, &QTabWidget::currentChanged, this, [this](int page) {
        m_notifications->rowCount()->setVisible(page == 0);
        Q_EMIT otherShown(page == 1);
    });
    connect(&totals, &HistoryTotals::changed, this, &WindowPages::showTotals);
    showTotals();
}

void WindowPages::open(HistoryAccess &history, LookupService &lookups, qint64 rowsInMemory)
{
    m_notifications->open(history, lookups, rowsInMemory);
    m_rejected->open(history, m_totals);
}

void WindowPages::showOther(bool isOther)
{
    setCurrentIndex(isOther ? 1 : 0);
}

void WindowPages::showTotals()
{
    const QLocale locale;
    const auto &counts = m_totals.counts();
    const qint64 beside = counts.rejectedTotal() + counts.otherEvents + counts.unreadable;
    setTabText(0, tr("Notifications  %1").arg(locale.toString(counts.notifications)));
    setTabText(1, tr("Rejected && other  %1").arg(locale.toString(beside)));
    m_notifications->rowCount()->setFixedHeight(tabBar()->sizeHint().height());
}

} // namespace console
