// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/channel_share.h"

#include "core/visible_text.h"
#include "text/duration_text.h"
#include "ui/theme/icon_painter.h"
#include "ui/theme/status_chips.h"
#include "ui/theme/style_paint.h"
#include "ui/theme/type_scale.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

#include <numeric>

namespace console {

namespace {

constexpr int kPadding = 8;
constexpr int kBarHeight = 4;
constexpr int kPicture = 14;
constexpr int kLeastWidth = 84;

CapabilityStatus statusOf(Capability capability)
{
    return CapabilityStatus::fromValue(capability);
}

/// A stripe that differs without its colour, too: whole, thin, dotted, dashed with a thin line between, dashed.
void paintStripe(QPainter *painter, const QRect &part, const QColor &color, Capability capability)
{
    const auto thin = part.adjusted(0, part.height() / 2, 0, 0);
    const auto dashes = [&](int length, int gap) {
        for (int x = part.left(); x <= part.right(); x += length + gap)
            painter->fillRect(QRect(x, part.top(), std::min(length, part.right() - x + 1), part.height()), color);
    };
    switch (capability) {
    case Capability::Full:
        return painter->fillRect(part, color);
    case Capability::Partial:
        return painter->fillRect(thin, color);
    case Capability::Unknown:
        return dashes(2, 2);
    case Capability::Unrecognized:
        painter->fillRect(thin, color);
        return dashes(2, 4);
    case Capability::None:
        return dashes(6, 2);
    }
}

} // namespace

void ShareCounts::add(Capability capability, int rows)
{
    const auto place = std::find(kOrder.begin(), kOrder.end(), capability);
    counts[size_t(place - kOrder.begin())] += rows;
}

int ShareCounts::total() const
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

ChannelShare::ChannelShare(const ChannelName &channel, QWidget *parent)
    : QAbstractButton(parent)
    , m_channel(channel)
{
    setObjectName(QStringLiteral("share-") + channel.raw);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setFont(smallFont(font()));
    setText(visibleLine(channel.raw));
    //: %1 is the vendor's name of a channel
    setAccessibleName(tr("Filter by %1").arg(text()));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ChannelShare::setCounts(const ShareCounts &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    setToolTip(sentence());
    setAccessibleDescription(sentence());
    updateGeometry();
    update();
}

/// "RCS, 12 answers: 8 Full, 3 None"
QString ChannelShare::sentence() const
{
    QStringList parts;
    for (size_t i = 0; i < ShareCounts::kOrder.size(); ++i) {
        const auto status = statusOf(ShareCounts::kOrder[i]);
        const QString word = status.isRecognized() ? chipFor(status).word : tr("other");
        if (m_counts.counts[i] > 0)
            parts += QStringLiteral("%1 %2").arg(QLocale().toString(m_counts.counts[i]), word);
    }
    const QString answers
        = tr("%1, %n answers: %2", nullptr, m_counts.total()).arg(text(), parts.join(QStringLiteral(", ")));
    if (!m_counts.median || !m_counts.slow)
        return answers;
    //: %1 and %2 are durations: half of the answers took no longer than the first, 95 of 100 no longer than the second
    return answers + QLatin1Char('\n')
        + tr("Half came within %1, 95 % within %2.").arg(durationText(*m_counts.median), durationText(*m_counts.slow));
}

QSize ChannelShare::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int words = metrics.horizontalAdvance(text() + QStringLiteral("  ") + QLocale().toString(m_counts.total()));
    return {std::max(kLeastWidth, words + kPicture + 3 * kPadding), metrics.height() + kBarHeight + 2 * kPadding};
}

void ChannelShare::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = colorsOf(palette());
    if (isChecked()) // as the buttons beside it
        paint::roundRect(&painter, rect(), kRadius, colors.selection, paint::mix(colors.selection, colors.accent, 0.5));
    else if (underMouse())
        paint::roundRect(&painter, rect(), kRadius, colors.hover);
    QStyleOption option;
    option.initFrom(this);
    if (paint::showsKeyboardFocus(&option))
        paint::focusRing(&painter, rect(), kRadius, colors.accent);
    const QRect inside = rect().adjusted(kPadding, kPadding - 2, -kPadding, -kPadding + 2);
    const QRect words(inside.left(), inside.top(), inside.width(), inside.height() - kBarHeight - 2);
    const QRect picture = QStyle::visualRect(
        layoutDirection(), words, QRect(words.left(), words.center().y() - kPicture / 2, kPicture, kPicture));
    paintIcon(&painter, picture, iconFor(m_channel.value), colors.muted);
    const QRect line = QStyle::visualRect(layoutDirection(), words, words.adjusted(kPicture + 6, 0, 0, 0));
    const QColor word = m_counts.total() > 0 ? colors.text : colors.muted;
    painter.setPen(isChecked() ? colors.tone(Tone::Info).text : word);
    painter.drawText(line, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter), text());
    painter.setPen(colors.muted);
    painter.drawText(line, QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter),
                     QLocale().toString(m_counts.total()));
    paintBar(&painter, QRect(inside.left(), inside.bottom() - kBarHeight + 1, inside.width(), kBarHeight));
}

void ChannelShare::paintBar(QPainter *painter, const QRect &bar) const
{
    const Colors &colors = colorsOf(palette());
    QPainterPath shape;
    shape.addRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
    painter->setClipPath(shape);
    const int total = std::max(1, m_counts.total());
    int done = 0;
    for (size_t i = 0; i < ShareCounts::kOrder.size(); ++i) {
        const int left = bar.width() * done / total;
        done += m_counts.counts[i];
        const QRect part(bar.left() + left, bar.top(), bar.width() * done / total - left, bar.height());
        const Capability capability = ShareCounts::kOrder[i];
        paintStripe(painter, QStyle::visualRect(layoutDirection(), bar, part),
                    colors.tone(chipFor(statusOf(capability)).tone).solid, capability);
    }
}

} // namespace console
