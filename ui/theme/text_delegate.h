// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/figure_font.h"

#include <QStyledItemDelegate>

#include <optional>

namespace console {

/// How the texts of one column are set.
struct TextLook
{
    Qt::TextElideMode elide = Qt::ElideRight; ///< ids are elided in the middle, prose at its end
    bool hasFigures = false;                  ///< equally wide digits: times, counts, numbers
    bool isMuted = false;                     ///< there when wanted, quiet when not
    bool isCode = false; ///< many codes share their first word (RECIPIENT_…): it goes where not all has room
};

/// Paints plain text cells of one column; the whole text is the tool tip of a cell that is elided. Thread: GUI.
class TextDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TextDelegate(const TextLook &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const FigureFont &figures(const QFont &font) const;

    TextLook m_look;
    mutable std::optional<FigureFont> m_figures;
};

} // namespace console
