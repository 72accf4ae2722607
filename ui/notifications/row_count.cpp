// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/row_count.h"

#include "ui/theme/buttons.h"
#include "ui/theme/elided_label.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/type_scale.h"

#include <QLocale>
#include <QPushButton>
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
    , m_older(makeButton(QStringLiteral("searchOlder"), tr("Older"), this, ButtonRole::Quiet))
{
    setObjectName(QStringLiteral("rowCount"));
    m_label->setObjectName(QStringLiteral("rowCountText"));
    m_label->setFont(smallFont(font()));
    setMuted(m_label);
    setCompact(m_cancel);
    m_cancel->hide();
    setCompact(m_older);
    m_older->setAccessibleName(tr("Search older notifications"));
    m_older->hide();
    auto *row = makeRow(this, kGrid, {0, 0, 3 * kGrid, 0});
    row->addWidget(m_label);
    row->addWidget(m_cancel);
    row->addWidget(m_older);
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPace);
    connect(&m_pace, &QTimer::timeout, this, &RowCount::showNow);
    connect(m_cancel, &QToolButton::clicked, &view, &HistoryView::endSearch);
    connect(m_older, &QPushButton::clicked, &view, &HistoryView::searchOlder);
    connect(&view.older(), &OlderRows::changed, this, &RowCount::showSoon);
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
    const OlderRows &older = m_view.older();
    m_cancel->setVisible(isSearching() || older.isSearching());
    m_older->setVisible(older.left() > 0 && !older.isSearching() && m_loaded >= m_total);
    //: %1 is about how many
    m_older->setToolTip(
        tr("About %1 older notifications are not in memory. The next of them that the filter lets through "
           "are read from the disk.")
            .arg(QLocale().toString(older.left())));
    m_label->setText(words());
}

QString RowCount::words() const
{
    const QLocale locale;
    const QString shown = locale.toString(m_view.count());
    const QString all = locale.toString(m_view.loadedCount());
    const OlderRows &older = m_view.older();
    if (isSearching())
        //: %3 is how far a search has come, in percent
        return tr("%1 of %2 · searched %3 %").arg(shown, all, locale.toString(100 * m_searched / m_toSearch));
    if (older.isSearching())
        //: %2 is how far the search through what is not in memory has come, in percent
        return tr("%1 · older ones searched %2 %").arg(shown, locale.toString(older.searchedPercent()));
    if (m_loaded < m_total)
        return tr("%1 of %2 are read").arg(all, locale.toString(m_total));
    if (older.left() > 0)
        return m_view.filter().matchesAll() ? tr("The newest %1").arg(shown)
                                            : tr("%1 of the newest %2").arg(shown, all);
    return m_view.filter().matchesAll() ? QString() : tr("%1 of %2").arg(shown, all); // all: how many stands above
}

} // namespace console
