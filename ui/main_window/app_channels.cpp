// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/app_channels.h"

#include "ui/theme/spacing.h"
#include "ui/theme/status_chip.h"

#include <QStyle>

namespace console {

namespace {

ChipLook lookOf(const AppChannel &channel)
{
    switch (channel.state.value) {
    case ChannelState::Active:
        return {Icon::CircleCheck, channel.channel.raw, Tone::Ok};
    case ChannelState::Pending:
        return {Icon::Hourglass, channel.channel.raw, Tone::Warn};
    case ChannelState::Failing:
        return {Icon::CircleX, channel.channel.raw, Tone::Bad};
    case ChannelState::Unrecognized:
        break;
    }
    return {Icon::CircleHelp, channel.channel.raw, Tone::Neutral};
}

} // namespace

AppChannels::AppChannels(QWidget *parent)
    : QWidget(parent)
    , m_more(new StatusChip(this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_more->setObjectName(QStringLiteral("moreChannels"));
    m_more->hide();
}

void AppChannels::setApp(const std::optional<App> &app)
{
    if (app == m_app)
        return;
    m_app = app;
    qDeleteAll(std::exchange(m_chips, {}));
    for (const auto &channel : app ? app->channels : QList<AppChannel>())
        addChip(channel);
    updateGeometry();
    arrange();
}

void AppChannels::addChip(const AppChannel &channel)
{
    auto *chip = new StatusChip(lookOf(channel), this);
    //: A channel of the app and the state of its set-up, e.g. "WhatsApp: ACTIVE"
    const QString sentence = tr("%1: %2").arg(channelDisplayName(channel.channel),
                                              channel.state.isEmpty() ? tr("state not known") : channel.state.raw);
    chip->setToolTip(sentence);
    chip->setAccessibleName(sentence);
    m_chips.append(chip);
}

/// Of the first chips, and of the one that stands for the others.
int AppChannels::widthOf(qsizetype shown) const
{
    int width = shown < m_chips.size() ? m_more->sizeHint().width() + kGrid : 0;
    for (qsizetype i = 0; i < shown; ++i)
        width += m_chips.at(i)->sizeHint().width() + kGrid;
    return std::max(0, width - kGrid);
}

void AppChannels::arrange()
{
    //: How many channels there are beside those that are shown
    const auto moreLook = [](qsizetype count) {
        return ChipLook {Icon::Ellipsis, tr("+%1").arg(count), Tone::Neutral};
    };
    m_more->setLook(moreLook(m_chips.size()));
    qsizetype shown = m_chips.size();
    while (shown > 0 && widthOf(shown) > width())
        --shown;
    m_more->setLook(moreLook(m_chips.size() - shown));
    QStringList others;
    for (qsizetype i = shown; i < m_chips.size(); ++i)
        others.append(m_chips.at(i)->toolTip());
    m_more->setToolTip(others.join(QLatin1Char('\n')));
    m_more->setAccessibleName(others.join(QStringLiteral(", ")));
    int left = 0;
    const auto all = m_chips + QList<StatusChip *> {m_more};
    for (auto *chip : all) {
        const bool isMore = chip == m_more && shown < m_chips.size() && widthOf(shown) <= width();
        const bool isShown = chip == m_more ? isMore : m_chips.indexOf(chip) < shown;
        chip->setVisible(isShown);
        if (!isShown)
            continue;
        const QSize size = chip->sizeHint();
        const QRect place(left, (height() - size.height()) / 2, size.width(), size.height());
        chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        left += size.width() + kGrid;
    }
}

QSize AppChannels::sizeHint() const
{
    return {widthOf(m_chips.size()), m_more->sizeHint().height()};
}

void AppChannels::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace console
