// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/channel_shares.h"

#include "ui/theme/tokens.h"

#include <QStyle>

namespace console {

ChannelShares::ChannelShares(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("channelShares"));
    setAccessibleName(tr("Answers by channel"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ChannelShares::setCounts(const QList<RowTally::Channel> &channels)
{
    for (const auto &channel : channels) {
        ShareCounts counts;
        for (const auto &[status, rows] : channel.rows)
            counts.add(status.value, rows);
        counts.median = channel.median;
        counts.slow = channel.slow;
        shareOf(channel.name)->setCounts(counts);
    }
    arrange();
}

ChannelShare *ChannelShares::shareOf(const ChannelName &channel)
{
    auto *&share = m_shares[channel.raw];
    if (share)
        return share;
    share = new ChannelShare(channel, this);
    share->setChecked(m_chosen.contains(channel.raw, Qt::CaseInsensitive));
    m_order.append(share);
    connect(share, &QAbstractButton::clicked, this,
            [this, name = channel.raw](bool isOn) { Q_EMIT channelToggled(name, isOn); });
    return share;
}

void ChannelShares::setChosen(const QStringList &channels)
{
    m_chosen = channels;
    for (auto *share : std::as_const(m_shares))
        share->setChecked(channels.contains(share->channel().raw, Qt::CaseInsensitive));
}

void ChannelShares::arrange()
{
    if (m_chosen.isEmpty()) {
        std::stable_sort(m_order.begin(), m_order.end(),
                         [](const ChannelShare *a, const ChannelShare *b) { return a->total() > b->total(); });
    }
    int x = 0;
    bool fits = true;
    for (auto *share : std::as_const(m_order)) {
        const QSize size = share->sizeHint();
        fits = fits && x + size.width() <= width(); // a smaller one must not stand in for a larger one that has no room
        share->setVisible(fits);
        const QRect place(x, 0, size.width(), size.height());
        share->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        if (fits)
            x += size.width() + kGrid;
    }
}

void ChannelShares::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QSize ChannelShares::sizeHint() const
{
    return {0, ChannelShare(ChannelName::fromText(QStringLiteral("RCS")), nullptr).sizeHint().height()};
}

} // namespace console
