// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_html.h"

#include "core/visible_text.h"

namespace console {

namespace {

constexpr char kStyle[]
    = "body{font:14px system-ui,sans-serif;margin:24px;color:#1b1f24;background:#fff}h1{font-size:18px}"
      "table{border-collapse:collapse;font-variant-numeric:tabular-nums}"
      "th,td{text-align:left;vertical-align:top;padding:4px 10px;border-bottom:1px solid #d8dee4;"
      "overflow-wrap:anywhere;max-width:32ch}"
      "th{position:sticky;top:0;background:#f3f5f7}"
      "tr td:first-child{border-left:4px solid #8c959f}tr.full td:first-child{border-left-color:#1a7f37}"
      "tr.partial td:first-child{border-left-color:#9a6700}tr.none td:first-child{border-left-color:#cf222e}"
      "p{color:#57606a}@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}"
      "th{background:#161b22}th,td{border-bottom-color:#30363d}p{color:#8d96a0}}";

QByteArray escaped(const QString &text)
{
    return visibleText(text).toHtmlEscaped().toUtf8();
}

struct HtmlOfCell
{
    QByteArray operator()(std::monostate) const { return {}; }
    QByteArray operator()(bool value) const { return value ? "yes" : ""; }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(const QString &text) const { return escaped(text); }
    QByteArray operator()(const QStringList &list) const { return escaped(list.join(QLatin1String(", "))); }
};

QByteArray classOf(const CapabilityStatus &status)
{
    switch (status.value) {
    case Capability::Full:
        return "full";
    case Capability::Partial:
        return "partial";
    case Capability::None:
        return "none";
    case Capability::Unknown:
    case Capability::Unrecognized:
        return "unknown";
    }
    return {};
}

} // namespace

QByteArray htmlHeader(const QString &title, std::span<const RowMember> members, const QStringList &extras)
{
    QByteArray html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(title)
        + "</title>\n<style>" + kStyle + "</style>\n</head>\n<body>\n<h1>" + escaped(title)
        + "</h1>\n<table>\n<thead>\n<tr>";
    for (const RowMember &member : members)
        html += "<th>" + QByteArray(member.name.data(), qsizetype(member.name.size())).replace('_', ' ') + "</th>";
    for (const QString &name : extras)
        html += "<th>" + escaped(name) + "</th>";
    return html + "</tr>\n</thead>\n<tbody>\n";
}

QByteArray encodeRowHtml(const NotificationRow &row, std::span<const RowMember> members, const QList<RowCell> &extras)
{
    QByteArray html = "<tr class=\"" + classOf(row.status) + "\">";
    for (const RowMember &member : members)
        html += "<td>" + std::visit(HtmlOfCell(), member.cell(row)) + "</td>";
    for (const RowCell &cell : extras)
        html += "<td>" + std::visit(HtmlOfCell(), cell) + "</td>";
    return html + "</tr>\n";
}

QByteArray htmlFooter(qint64 rows)
{
    return "</tbody>\n</table>\n<p>" + QByteArray::number(rows) + " notifications</p>\n</body>\n</html>\n";
}

} // namespace console
