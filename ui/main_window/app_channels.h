// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"

#include <QWidget>

#include <optional>

class QHBoxLayout;

namespace console {

/// The channels of the selected app, each with the state of its set-up. Thread: GUI.
class AppChannels : public QWidget
{
    Q_OBJECT

public:
    explicit AppChannels(QWidget *parent = nullptr);
    void setApp(const std::optional<App> &app);

    QSize minimumSizeHint() const override { return {}; }

private:
    QHBoxLayout *m_row;
    std::optional<App> m_app;
};

} // namespace console
