// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/pdf_report.h"

#include "core/visible_text.h"
#include "domain/channel.h"
#include "exporting/row_telling.h"
#include "history/column_store.h"
#include "ui/history/pdf_table.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QLocale>
#include <QSaveFile>

namespace console {

namespace {

constexpr qint64 kAskEvery = 100;

QString words(const char *text)
{
    return QCoreApplication::translate("PdfReport", text);
}

QColor colorOf(const CapabilityStatus &status)
{
    switch (status.value) {
    case Capability::Full:
        return QColor(0x1a, 0x7f, 0x37);
    case Capability::Partial:
        return QColor(0x9a, 0x67, 0x00);
    case Capability::None:
        return QColor(0xcf, 0x22, 0x2e);
    case Capability::Unknown:
    case Capability::Unrecognized:
        break;
    }
    return QColor(0x57, 0x60, 0x6a);
}

constexpr qsizetype kCapability = 4; // among the cells

QStringList cellsOf(const ToldRow &told)
{
    const NotificationRow &row = told.row;
    const QString reason = row.reason.code.raw
        + (row.reason.description.isEmpty() ? QString() : QStringLiteral(": ") + row.reason.description);
    QStringList cells {
        QDateTime::fromMSecsSinceEpoch(toMilliseconds(row.receivedAt)).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
        row.contactName.isEmpty() ? row.contactId : row.contactName,
        channelDisplayName(row.address.channel),
        row.address.identity,
        row.status.raw,
        reason};
    for (const RowCell &extra : told.extras)
        cells.append(std::holds_alternative<QString>(extra) ? std::get<QString>(extra) : QString());
    for (QString &cell : cells)
        cell = visibleLine(cell);
    return cells;
}

PdfTable tableFor(const RowExport &order, QIODevice &file)
{
    QStringList headings;
    for (const char *name : {"Received", "Contact", "Channel", "Identity", "Capability", "Reason"})
        headings.append(words(name));
    QList<int> widths {16, 18, 11, 15, 16, 24};
    const QStringList extras = extraMemberNames(order.bodies);
    for (const QString &name : extras) {
        headings.append(name);
        widths.append(14);
    }
    return {file, order.title,
            words("%1 notifications, made %2")
                .arg(QLocale().toString(order.ids.size()),
                     QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat)),
            headings, widths};
}

Result<ExportReport> writeRows(const ColumnStore &store, const RowExport &order, PdfTable &table,
                               const std::function<bool(qint64)> &progress)
{
    RowTelling telling(order.history, order.bodies, order.redaction);
    ExportReport report;
    qint64 asked = 0;
    for (const quint32 id : order.ids) {
        if (asked++ % kAskEvery == 0 && !progress(asked - 1))
            return failure(Error::Kind::Cancelled, QStringLiteral("the report was cancelled"));
        const NotificationRow row = store.row(id);
        if (row.id == 0)
            continue;
        const auto told = telling.told(row);
        if (!told)
            return failure(told.error());
        table.addRow(cellsOf(*told), kCapability, colorOf(told->row.status));
        ++report.rows;
    }
    report.removed = order.ids.size() - report.rows;
    report.replacements = telling.replacements();
    return report;
}

} // namespace

Result<ExportReport> writePdfReport(const ColumnStore &store, const RowExport &order,
                                    const std::function<bool(qint64)> &progress)
{
    QSaveFile file(order.path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Storage, QStringLiteral("%1: %2").arg(order.path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    auto report = [&] {
        PdfTable table = tableFor(order, file); // the file is whole when it is gone
        return writeRows(store, order, table, progress);
    }();
    if (report && !file.commit())
        return failure(Error::Kind::Storage, QStringLiteral("%1: %2").arg(order.path, file.errorString()));
    return report;
}

} // namespace console
