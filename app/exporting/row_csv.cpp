// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_csv.h"

#include "core/visible_text.h"

#include <QRegularExpression>

namespace console {

namespace {
bool looksLikeFormula(const QString &text)
{
    static const QRegularExpression plainNumber(QStringLiteral("\\A[+-]?[0-9]+(?:\\.[0-9]+)?\\z"));
    return !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()) && !plainNumber.match(text).hasMatch();
}

/// RFC 4180 has no control characters, and a spreadsheet obeys bidi marks: both become visible. NDJSON has them as sent.
QString withoutHidden(const QString &text)
{
    QStringList parts = text.split(QLatin1Char('\r')); // stays: it may end a line
    for (QString &part : parts)
        part = visibleText(part);
    return parts.join(QLatin1Char('\r'));
}

QByteArray csvCell(const QString &raw)
{
    const QString text = withoutHidden(raw);
    QByteArray cell = (looksLikeFormula(text) ? QLatin1Char('\'') + text : text).toUtf8();
    const bool needsQuotes = cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r');
    if (!needsQuotes)
        return cell;
    return '"' + cell.replace('"', "\"\"") + '"';
}

struct CsvOfCell
{
    QByteArray operator()(std::monostate) const { return {}; }
    QByteArray operator()(bool value) const { return value ? "true" : "false"; }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(const QString &text) const { return csvCell(text); }
    QByteArray operator()(const QStringList &list) const { return csvCell(list.join(QLatin1Char(' '))); }
};
} // namespace

QByteArray csvHeader(RowMembers members, const QStringList &extras)
{
    QByteArrayList names;
    for (const RowMember &member : rowMembers(members))
        names.append(QByteArray(member.name.data(), qsizetype(member.name.size())));
    for (const QString &name : extras)
        names.append(csvCell(name));
    return names.join(',');
}

QByteArray encodeRowCsv(const NotificationRow &row, RowMembers members, const QList<RowCell> &extras)
{
    QByteArrayList cells;
    for (const RowMember &member : rowMembers(members))
        cells.append(std::visit(CsvOfCell(), member.cell(row)));
    for (const RowCell &cell : extras)
        cells.append(std::visit(CsvOfCell(), cell));
    return cells.join(',');
}

} // namespace console
