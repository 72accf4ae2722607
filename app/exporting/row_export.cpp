// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_export.h"

#include "exporting/row_telling.h"
#include "history/column_store.h"

#include <QFile>
#include <QSaveFile>

namespace console {

namespace {

constexpr qint64 kAskEvery = 1'000;

Result<> writeAll(const ColumnStore &store, const RowExport &order, RowWriter &writer, ExportReport &report,
                  const std::function<bool(qint64)> &progress)
{
    RowTelling telling(order.history, order.bodies, order.redaction);
    qint64 asked = 0;
    for (const quint32 id : order.ids) {
        if (progress && asked++ % kAskEvery == 0 && !progress(asked - 1))
            return failure(Error::Kind::Cancelled, QStringLiteral("the export was cancelled"));
        const NotificationRow row = store.row(id);
        if (row.id == 0) {
            ++report.removed;
            continue;
        }
        const auto told = telling.told(row);
        if (!told)
            return failure(told.error());
        if (auto written = writer.write(told->row, told->extras); !written)
            return written;
    }
    report.rows = writer.count();
    report.replacements = telling.replacements();
    return {};
}

} // namespace

Result<ExportReport> exportRows(const ColumnStore &store, const RowExport &order,
                                const std::function<bool(qint64)> &progress)
{
    const auto trouble = [&order](const QFileDevice &file) {
        return failure(Error::Kind::Storage, QStringLiteral("%1: %2").arg(order.path, file.errorString()));
    };
    if (order.bodies.hasRaw && !takesRawBodies(order.format))
        return failure(Error::Kind::Config, QStringLiteral("raw bodies go into NDJSON and JSON only"));
    QSaveFile file(order.path);
    if (!file.open(QIODevice::WriteOnly))
        return trouble(file);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    RowWriter writer(file, order.format, order.members);
    writer.setTitle(order.title);
    writer.setExtras(extraMemberNames(order.bodies));
    ExportReport report;
    auto written = writer.begin();
    if (written)
        written = writeAll(store, order, writer, report, progress);
    if (written)
        written = writer.end();
    if (!written)
        return failure(written.error());
    if (!file.commit())
        return trouble(file);
    return report;
}

} // namespace console
