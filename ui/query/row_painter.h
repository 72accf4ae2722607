// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QString>
#include <QStyleOptionViewItem>

class QPainter;

namespace console {

/// Paints a row of several texts and pictures for a delegate. Places are given from the leading edge and mirrored where
/// people read from right to left. Leaves the painter as it was.
class RowPainter
{
public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option);
    ~RowPainter();
    RowPainter(const RowPainter &) = delete;
    RowPainter &operator=(const RowPainter &) = delete;

    const Colors &colors() const { return m_colors; }
    /// Selection, hover and keyboard focus of the row; headings above it stay outside.
    void ground(const QRect &rect);
    /// One line, elided where it does not fit.
    void text(const QRect &rect, const QString &text, const QFont &font, const QColor &color,
              Qt::TextElideMode elide = Qt::ElideRight, Qt::Alignment alignment = Qt::AlignLeft);
    void icon(const QRect &rect, Icon icon, const QColor &color);
    /// The star of the icon set with its inside in the same colour: a difference that needs no colours to be seen.
    void filledStar(const QRect &rect, const QColor &color);
    /// A hairline at the lower edge: something else follows.
    void lineBelow(const QRect &rect);

private:
    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    const Colors &m_colors;
};

} // namespace console
