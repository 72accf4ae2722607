// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/pdf_table.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPageLayout>
#include <QTextOption>

#include <numeric>

namespace console {

namespace {

constexpr int kResolution = 150;
constexpr int kGap = 10;    // between columns
constexpr int kPadding = 4; // over and under a row
constexpr int kFooter = 30;
constexpr QColor kInk(0x1b, 0x1f, 0x24);
constexpr QColor kMuted(0x57, 0x60, 0x6a);
constexpr QColor kLine(0xd8, 0xde, 0xe4);

QTextOption wrapping()
{
    QTextOption option(Qt::AlignLeft | Qt::AlignTop);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

} // namespace

PdfTable::PdfTable(QIODevice &device, const QString &title, const QString &subtitle, QStringList headings,
                   const QList<int> &widths)
    : m_pdf(&device)
    , m_headings(std::move(headings))
{
    m_pdf.setTitle(title);
    m_pdf.setResolution(kResolution);
    m_pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12),
                                    QPageLayout::Millimeter));
    m_font.setPointSizeF(8);
    m_painter.begin(&m_pdf);
    const int whole = std::accumulate(widths.begin(), widths.end(), 0);
    int before = 0;
    for (const int width : widths) {
        m_edges.append(m_pdf.width() * before / whole);
        before += width;
    }
    m_edges.append(m_pdf.width());
    paintTitle(title, subtitle);
    beginPage();
}

void PdfTable::paintTitle(const QString &title, const QString &subtitle)
{
    QFont font = m_font;
    font.setPointSizeF(14);
    font.setBold(true);
    m_painter.setFont(font);
    m_painter.setPen(kInk);
    const int line = m_painter.fontMetrics().height();
    m_painter.drawText(QRect(0, 0, m_pdf.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                       m_painter.fontMetrics().elidedText(title, Qt::ElideRight, m_pdf.width()));
    m_painter.setFont(m_font);
    m_painter.setPen(kMuted);
    const int below = m_painter.fontMetrics().height();
    m_painter.drawText(QRect(0, line, m_pdf.width(), below), Qt::AlignLeft | Qt::AlignVCenter, subtitle);
    m_y = line + below + 2 * kGap;
}

void PdfTable::beginPage()
{
    if (m_page > 0) {
        m_pdf.newPage();
        m_y = 0;
    }
    ++m_page;
    m_painter.setFont(m_font);
    m_painter.setPen(kMuted);
    m_painter.drawText(QRect(0, m_pdf.height() - kFooter, m_pdf.width(), kFooter), Qt::AlignRight | Qt::AlignBottom,
                       QLocale().toString(m_page));
    QFont bold = m_font;
    bold.setBold(true);
    m_painter.setFont(bold);
    paintCells(m_headings, heightOf(m_headings), -1, kInk);
    m_painter.setFont(m_font);
}

void PdfTable::addRow(const QStringList &cells, qsizetype tinted, const QColor &color)
{
    const int height = heightOf(cells);
    if (m_y + height > m_pdf.height() - kFooter)
        beginPage();
    paintCells(cells, height, tinted, color);
}

void PdfTable::paintCells(const QStringList &cells, int height, qsizetype tinted, const QColor &color)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        m_painter.setPen(i == tinted ? color : kInk);
        const QRect cell = cellAt(i, height);
        m_painter.drawText(QRectF(cell), fitted(cells.at(i), cell.width()), wrapping());
    }
    m_y += height;
    m_painter.setPen(kLine);
    m_painter.drawLine(0, m_y, m_pdf.width(), m_y);
}

QRect PdfTable::cellAt(qsizetype column, int height) const
{
    const int left = m_edges.at(column);
    return {left, m_y + kPadding, m_edges.at(column + 1) - left - kGap, height - 2 * kPadding};
}

int PdfTable::heightOf(const QStringList &cells)
{
    const QFontMetrics metrics = m_painter.fontMetrics();
    int lines = 1;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QRect cell = cellAt(i, 0);
        if (metrics.horizontalAdvance(cells.at(i)) <= cell.width() && !cells.at(i).contains(QLatin1Char('\n')))
            continue;
        const QRectF room(0, 0, cell.width(), kMostLines * metrics.lineSpacing());
        const qreal wanted = m_painter.boundingRect(room, fitted(cells.at(i), cell.width()), wrapping()).height();
        lines = std::clamp(qRound(wanted / metrics.lineSpacing()), lines, kMostLines);
    }
    return lines * metrics.lineSpacing() + 2 * kPadding;
}

/// As much of a text as fits into the most lines that a row has, a part of each of which may stay empty.
QString PdfTable::fitted(const QString &text, int width) const
{
    const QFontMetrics metrics = m_painter.fontMetrics();
    const QString line = text.left(20 * kMostLines * std::max(1, width / metrics.averageCharWidth())).simplified();
    return metrics.elidedText(line, Qt::ElideRight, width * kMostLines * 3 / 4);
}

} // namespace console
