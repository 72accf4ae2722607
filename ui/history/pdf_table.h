// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QStringList>

namespace console {

/// A table that is painted into a PDF row by row, so that its length costs no memory: each page has the headings and its
/// number. Long texts break; what needs more than kMostLines ends with an ellipsis. Of one thread, which may be any.
class PdfTable
{
public:
    static constexpr int kMostLines = 6;

    /// \param device    open for writing; outlives the table.
    /// \param headings  one a column.
    /// \param widths    how much of the page's width each column gets, in relation to the others.
    PdfTable(QIODevice &device, const QString &title, const QString &subtitle, QStringList headings,
             const QList<int> &widths);

    /// \param tinted  the column whose text has \a color.
    void addRow(const QStringList &cells, qsizetype tinted, const QColor &color);
    int pages() const { return m_page; }

private:
    void beginPage();
    void paintTitle(const QString &title, const QString &subtitle);
    void paintCells(const QStringList &cells, int height, qsizetype tinted, const QColor &color);
    int heightOf(const QStringList &cells);
    QRect cellAt(qsizetype column, int height) const;
    QString fitted(const QString &text, int width) const;

    QPdfWriter m_pdf;
    QPainter m_painter;
    QFont m_font;
    QStringList m_headings;
    QList<int> m_edges; ///< of the columns, and the right end of the last
    int m_y = 0;
    int m_page = 0;
};

} // namespace console
