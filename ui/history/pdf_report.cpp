// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/pdf_report.h"

#include "domain/channel.h"
#include "exporting/row_telling.h"
#include "history/column_store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QPageLayout>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace console {

namespace {

constexpr qint64 kAskEvery = 100;

QString words(const char *text)
{
    return QCoreApplication::translate("PdfReport", text);
}

QString cell(const QString &text)
{
    return QStringLiteral("<td>") + text.toHtmlEscaped() + QStringLiteral("</td>");
}

QString colorOf(const CapabilityStatus &status)
{
    switch (status.value) {
    case Capability::Full:
        return QStringLiteral("#1a7f37");
    case Capability::Partial:
        return QStringLiteral("#9a6700");
    case Capability::None:
        return QStringLiteral("#cf222e");
    case Capability::Unknown:
    case Capability::Unrecognized:
        break;
    }
    return QStringLiteral("#57606a");
}

QString rowHtml(const ToldRow &told)
{
    const NotificationRow &row = told.row;
    const QString time = QDateTime::fromMSecsSinceEpoch(toMilliseconds(row.receivedAt))
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    const QString contact = row.contactName.isEmpty() ? row.contactId : row.contactName;
    const QString reason = row.reason.code.raw
        + (row.reason.description.isEmpty() ? QString() : QStringLiteral(": ") + row.reason.description);
    QString extras;
    for (const RowCell &extra : told.extras)
        extras += cell(std::holds_alternative<QString>(extra) ? std::get<QString>(extra) : QString());
    return QStringLiteral("<tr>") + cell(time) + cell(contact) + cell(channelDisplayName(row.address.channel))
        + cell(row.address.identity)
        + QStringLiteral("<td style=\"color:%1\">%2</td>").arg(colorOf(row.status), row.status.raw.toHtmlEscaped())
        + cell(reason) + extras + QStringLiteral("</tr>");
}

QString head(const RowExport &order)
{
    QString html = QStringLiteral("<style>body{font-family:sans-serif;font-size:8pt}th{text-align:left}"
                                  "td,th{padding:2px 8px 2px 0}</style><h2>%1</h2><p>%2</p><table width=\"100%\">"
                                  "<thead><tr>")
                       .arg(order.title.toHtmlEscaped(),
                            words("%1 notifications, made %2")
                                .arg(QLocale().toString(order.ids.size()),
                                     QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat)));
    for (const char *name : {"Received", "Contact", "Channel", "Identity", "Capability", "Reason"})
        html += QStringLiteral("<th>") + words(name) + QStringLiteral("</th>");
    for (const QString &name : extraMemberNames(order.bodies))
        html += QStringLiteral("<th>") + name.toHtmlEscaped() + QStringLiteral("</th>");
    return html + QStringLiteral("</tr></thead>");
}

void print(const QString &html, const QString &title, QIODevice &file)
{
    QPdfWriter pdf(&file);
    pdf.setTitle(title);
    pdf.setResolution(150);
    pdf.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Landscape, QMarginsF(12, 12, 12, 12),
                                  QPageLayout::Millimeter));
    QTextDocument document;
    document.setHtml(html);
    document.print(&pdf);
}

} // namespace

Result<ExportReport> writePdfReport(const ColumnStore &store, const RowExport &order,
                                    const std::function<bool(qint64)> &progress)
{
    QSaveFile file(order.path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Storage, QStringLiteral("%1: %2").arg(order.path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    RowTelling telling(order.history, order.bodies, order.redaction);
    ExportReport report;
    QString html = head(order);
    qint64 asked = 0;
    for (const quint32 id : order.ids.mid(0, kMostReportRows)) {
        if (asked++ % kAskEvery == 0 && !progress(asked - 1))
            return failure(Error::Kind::Cancelled, QStringLiteral("the report was cancelled"));
        const NotificationRow row = store.row(id);
        if (row.id == 0)
            continue;
        const auto told = telling.told(row);
        if (!told)
            return failure(told.error());
        html += rowHtml(*told);
        ++report.rows;
    }
    report.removed = order.ids.size() - report.rows;
    report.replacements = telling.replacements();
    html += QStringLiteral("</table>");
    if (order.ids.size() > kMostReportRows)
        html += QStringLiteral("<p>%1</p>")
                    .arg(words("Only the first %1 are shown.").arg(QLocale().toString(kMostReportRows)));
    print(html, order.title, file);
    if (!file.commit())
        return failure(Error::Kind::Storage, QStringLiteral("%1: %2").arg(order.path, file.errorString()));
    return report;
}

} // namespace console
