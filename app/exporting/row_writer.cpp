// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_writer.h"

#include "exporting/row_csv.h"
#include "exporting/row_json.h"

#include <QIODevice>

namespace console {

RowWriter::RowWriter(QIODevice &device, RowFormat format)
    : m_device(device)
    , m_format(format)
{ }

Result<> RowWriter::begin()
{
    return m_format == RowFormat::Csv ? writeLine(csvHeader(), "\r\n") : Result<>();
}

Result<> RowWriter::write(const NotificationRow &row)
{
    switch (m_format) {
    case RowFormat::Ndjson:
        return writeLine(encodeRowJson(row), "\n");
    case RowFormat::Csv:
        return writeLine(encodeRowCsv(row), "\r\n");
    }
    return {};
}

Result<> RowWriter::writeLine(const QByteArray &line, const QByteArray &lineEnd)
{
    const QByteArray bytes = line + lineEnd;
    if (m_device.write(bytes) != bytes.size())
        return failure(Error::Kind::Storage, m_device.errorString());
    return {};
}

} // namespace console
