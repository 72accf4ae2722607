// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/row_count.h"

#include "ui/theme/buttons.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/type_scale.h"

#include <QLocale>
#include <QToolButton>

namespace console {

namespace {
constexpr std::chrono::milliseconds kPace {100};
}

RowCount::RowCount(HistoryView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_label(new ElidedLabel(Qt::ElideRight, this))
    , m_cancel(makeIconButton(QStringLiteral("cancelSearch"), Icon::Close, tr("End the search"), this))
{
    setObjectName(QStringLiteral("rowCount"));
    m_label->setObjectName(QStringLiteral("rowCountText"));
    m_label->setFont(smallFont(font()));
    setMuted(m_label);
    setCompact(m_cancel);
    m_cancel->hide();
    auto *row = makeRow(this, kGrid);
    row->addWidget(m_label);
    row->addWidget(m_cancel);
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, &RowCount::showNow);
    connect(m_cancel, &QToolButton::clicked, &view, &HistoryView::endSearch);
    connect(&view, &HistoryView::grew, this, &RowCount::showSoon);
    connect(&view, &HistoryView::shrank, this, &RowCount::showSoon);
    connect(&view, &HistoryView::reordered, this, &RowCount::showSoon);
    connect(&view, &HistoryView::reset, this, &RowCount::showSoon);
    connect(&view, &HistoryView::progress, this, [this](qint64 loaded, qint64 total) {
        m_loaded = loaded;
        m_total = total;
        showSoon();
    });
    connect(&view, &HistoryView::searched, this, [this](qint64 done, qint64 total) {
        m_searched = done;
        m_toSearch = total;
        showSoon();
    });
}

void RowCount::showSoon()
{
    if (!m_pace.isActive())
        m_pace.start();
}

void RowCount::showNow()
{
    const QLocale locale;
    const QString shown = locale.toString(m_view.count());
    const QString all = locale.toString(m_view.loadedCount());
    m_cancel->setVisible(isSearching());
    if (isSearching())
        //: %3 is how far a search has come, in percent
        m_label->setText(
            tr("%1 of %2 · searched %3 %").arg(shown, all, locale.toString(100 * m_searched / m_toSearch)));
    else if (m_loaded < m_total)
        m_label->setText(tr("%1 of %2 are read").arg(all, locale.toString(m_total)));
    else if (m_view.filter().matchesAll())
        m_label->clear(); // all: how many stands above
    else
        m_label->setText(tr("%1 of %2").arg(shown, all));
}

} // namespace console
