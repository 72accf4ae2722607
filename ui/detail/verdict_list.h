// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel_identity.h"

#include <QListView>

#include <optional>

namespace console {

class VerdictModel;

/// The cards of all channels, as high as all of them: what is around it scrolls. Thread: GUI.
class VerdictList final : public QListView
{
    Q_OBJECT

public:
    explicit VerdictList(VerdictModel *model, QWidget *parent = nullptr);

    void choose(const std::optional<ChannelIdentity> &address);
    std::optional<ChannelIdentity> chosen() const;

Q_SIGNALS:
    /// By mouse or keyboard, not by choose().
    void chosenByUser();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fitHeight();

    VerdictModel *m_model;
    bool m_isChoosing = false;
};

} // namespace console
