// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/chip.h"

#include <QWidget>

namespace console {

/// One chip as a widget. Its word is its accessible name; where a name was given, its description.
class StatusChip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusChip(QWidget *parent = nullptr);
    explicit StatusChip(const ChipLook &look, QWidget *parent = nullptr);

    const ChipLook &look() const { return m_look; }
    void setLook(const ChipLook &look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    ChipLook m_look;
};

} // namespace console
