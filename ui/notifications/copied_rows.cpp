// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/copied_rows.h"

#include "exporting/row_csv.h"
#include "exporting/row_json.h"
#include "ui/notifications/notification_table_model.h"

#include <QStringList>

namespace console {

namespace {

QStringList cellsOf(const NotificationTableModel &model, int row, const QList<int> &columns)
{
    QStringList cells;
    for (const int column : columns)
        cells += model.trueText(row, NotificationColumn(column)).simplified();
    return cells;
}

QString markdownLine(QStringList cells)
{
    for (QString &cell : cells)
        cell.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('|'), QLatin1String("\\|"));
    return QStringLiteral("| %1 |").arg(cells.join(QLatin1String(" | ")));
}

QStringList markdownHead(const NotificationTableModel &model, const QList<int> &columns)
{
    QStringList titles, rules;
    for (const int column : columns) {
        titles += model.headerData(column, Qt::Horizontal, Qt::EditRole).toString();
        rules += QStringLiteral("---");
    }
    return {markdownLine(titles), markdownLine(rules)};
}

} // namespace

QString copiedRows(CopyFormat format, const NotificationTableModel &model, const QList<int> &rows,
                   const QList<int> &columns)
{
    QStringList lines = format == CopyFormat::Markdown ? markdownHead(model, columns) : QStringList();
    if (format == CopyFormat::Csv)
        lines += QString::fromUtf8(csvHeader());
    for (const int row : rows.mid(0, kMostCopiedRows)) {
        switch (format) {
        case CopyFormat::Text:
            lines += cellsOf(model, row, columns).join(QLatin1Char('\t'));
            break;
        case CopyFormat::Markdown:
            lines += markdownLine(cellsOf(model, row, columns));
            break;
        case CopyFormat::Json:
            lines += QString::fromUtf8(encodeRowJson(model.rowAt(row)));
            break;
        case CopyFormat::Csv:
            lines += QString::fromUtf8(encodeRowCsv(model.rowAt(row)));
            break;
        }
    }
    if (format == CopyFormat::Json)
        return QLatin1Char('[') + lines.join(QLatin1String(",\n")) + QLatin1Char(']');
    return lines.join(QLatin1Char('\n'));
}

} // namespace console
