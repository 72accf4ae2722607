// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRawFont>
#include <QString>

class QPainter;
class QRect;

namespace console {

/// Draws times and numbers with all digits equally wide, so that a column of them does not jitter. Qt 6.4 cannot ask a
/// font for its tabular figures (QFont::setFeature is newer), so the digits are set into equal cells.
class FigureFont
{
public:
    explicit FigureFont(const QFont &font);

    const QFont &font() const { return m_font; }
    qreal width(const QString &text) const;
    /// One line, elided at its end, in the painter's pen.
    void draw(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text) const;

private:
    QString fitted(const QString &text, int width) const;

    QFont m_font;
    QRawFont m_raw;
    qreal m_digitWidth = 0;
};

} // namespace console
