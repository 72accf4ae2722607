// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/wait_plots.h"

#include "ui/theme/tokens.h"

#include <QStyle>

#include <functional>
#include <numeric>

namespace console {

namespace {

constexpr double kShorter = 0.005; // shares that stand in the outer bars: a few answers that take hours would leave …
constexpr double kLonger = 0.02;   // … no room for all others
constexpr size_t kFewestSpans = 8;

/// The span with which that share of all answers is reached.
size_t spanBelow(const std::vector<int> &spans, double share)
{
    const double all = std::accumulate(spans.begin(), spans.end(), 0.0);
    double passed = 0;
    for (size_t span = 0; span < spans.size(); ++span) {
        passed += spans[span];
        if (spans[span] > 0 && passed >= share * all)
            return span;
    }
    return 0;
}

} // namespace

WaitPlots::WaitPlots(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("waitPlots"));
    setAccessibleName(tr("How long answers took, by channel"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void WaitPlots::setWaits(const QList<RowTally::Channel> &channels)
{
    std::vector<int> all;
    QList<std::pair<int, WaitPlot *>> byCount;
    for (const auto &channel : channels) {
        all.resize(std::max(all.size(), channel.waits.size()));
        std::transform(channel.waits.begin(), channel.waits.end(), all.begin(), all.begin(), std::plus<>());
        const int answers = std::accumulate(channel.waits.begin(), channel.waits.end(), 0);
        if (answers > 0)
            byCount.append({answers, plotOf(channel.name)});
    }
    std::stable_sort(byCount.begin(), byCount.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    m_order.clear();
    for (const auto &[answers, plot] : std::as_const(byCount))
        m_order.append(plot);
    const size_t first = spanBelow(all, kShorter);
    const size_t last = std::max(spanBelow(all, 1 - kLonger) + 1, first + kFewestSpans - 1);
    for (const auto &channel : channels)
        plotOf(channel.name)->setWaits(channel, first, last);
    arrange();
}

WaitPlot *WaitPlots::plotOf(const ChannelName &channel)
{
    auto *&plot = m_plots[channel.raw];
    if (!plot) {
        plot = new WaitPlot(channel, this);
        connect(plot, &WaitPlot::spanChosen, this, &WaitPlots::spanChosen);
    }
    return plot;
}

void WaitPlots::arrange()
{
    int x = kPanelMargin - 2 * kGrid;
    for (auto *plot : std::as_const(m_plots)) {
        if (!m_order.contains(plot))
            plot->hide();
    }
    for (auto *plot : std::as_const(m_order)) {
        const QSize size = plot->sizeHint();
        const bool fits = x + size.width() <= width();
        plot->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect({x, 0}, size)));
        plot->setVisible(fits);
        if (fits)
            x += size.width() + kGrid;
    }
}

void WaitPlots::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QSize WaitPlots::sizeHint() const
{
    return {0, WaitPlot(ChannelName::fromText(QStringLiteral("RCS")), nullptr).sizeHint().height()};
}

} // namespace console
