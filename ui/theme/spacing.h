// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace console {

/// Layouts that say their gaps in one line: the style's own margins are for dialogs.
template <typename Layout>
Layout *spaced(Layout *layout, int spacing, const QMargins &margins = {})
{
    layout->setSpacing(spacing);
    layout->setContentsMargins(margins);
    return layout;
}

inline QVBoxLayout *makeColumn(QWidget *parent, int spacing = 2 * kGrid, const QMargins &margins = {})
{
    return spaced(new QVBoxLayout(parent), spacing, margins);
}
inline QHBoxLayout *makeRow(QWidget *parent, int spacing = 2 * kGrid, const QMargins &margins = {})
{
    return spaced(new QHBoxLayout(parent), spacing, margins);
}
inline QMargins panelMargins()
{
    return {kPanelMargin, kPanelMargin, kPanelMargin, kPanelMargin};
}

} // namespace console
