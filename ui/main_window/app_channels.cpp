// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/app_channels.h"

#include "ui/theme/spacing.h"
#include "ui/theme/status_chip.h"

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
    , m_row(makeRow(this, kGrid))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void AppChannels::setApp(const std::optional<App> &app)
{
    if (app == m_app)
        return;
    m_app = app;
    while (auto *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto &channel : app ? app->channels : QList<AppChannel>()) {
        auto *chip = new StatusChip(lookOf(channel), this);
        //: A channel of the app and the state of its set-up, e.g. "WhatsApp: ACTIVE"
        const QString sentence = tr("%1: %2").arg(channelDisplayName(channel.channel),
                                                  channel.state.isEmpty() ? tr("state not known") : channel.state.raw);
        chip->setToolTip(sentence);
        chip->setAccessibleName(sentence);
        m_row->addWidget(chip);
    }
    m_row->addStretch(1);
}

} // namespace console
