// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"

#include <QWidget>

#include <optional>

namespace console {

class StatusChip;

/// The channels of the selected app, each with the state of its set-up. Where there is no room for all, the last chip
/// says how many more there are. Thread: GUI.
class AppChannels : public QWidget
{
    Q_OBJECT

public:
    explicit AppChannels(QWidget *parent = nullptr);
    void setApp(const std::optional<App> &app);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addChip(const AppChannel &channel);
    void arrange();
    int widthOf(qsizetype shown) const;

    std::optional<App> m_app;
    QList<StatusChip *> m_chips;
    StatusChip *m_more;
};

} // namespace console
