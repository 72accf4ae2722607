// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tinted_icon.h"

#include <QWidget>

namespace console {

/// An icon in a layout that follows the theme. Only a picture: what it says stands in words beside it.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit IconLabel(Icon icon, Ink ink = Ink::Muted, QWidget *parent = nullptr);

    void setIcon(Icon icon, Ink ink);
    void setSize(int side);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
    Ink m_ink;
};

} // namespace console
