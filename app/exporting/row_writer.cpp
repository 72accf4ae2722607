// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_writer.h"

#include "exporting/row_csv.h"
#include "exporting/row_html.h"
#include "exporting/row_json.h"

#include <QIODevice>

namespace console {

std::optional<RowFormat> rowFormatOf(const QString &word)
{
    constexpr std::array names {std::pair {RowFormat::Ndjson, "ndjson"}, std::pair {RowFormat::Csv, "csv"},
                                std::pair {RowFormat::Json, "json"}, std::pair {RowFormat::Html, "html"}};
    for (const auto &[format, name] : names) {
        if (word.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
            return format;
    }
    return std::nullopt;
}

RowWriter::RowWriter(QIODevice &device, RowFormat format, RowMembers members)
    : m_device(device)
    , m_format(format)
    , m_members(members)
    , m_title(QStringLiteral("Notifications"))
{ }

Result<> RowWriter::begin()
{
    switch (m_format) {
    case RowFormat::Ndjson:
        return {};
    case RowFormat::Csv:
        return put(csvHeader(m_members, m_extras) + "\r\n");
    case RowFormat::Json:
        return put("[");
    case RowFormat::Html:
        return put(htmlHeader(m_title, rowMembers(m_members), m_extras));
    }
    return {};
}

Result<> RowWriter::write(const NotificationRow &row, const QList<RowCell> &extras)
{
    const bool isFirst = m_count++ == 0;
    switch (m_format) {
    case RowFormat::Ndjson:
        return put(encodeRowJson(row, m_members, m_extras, extras) + '\n');
    case RowFormat::Csv:
        return put(encodeRowCsv(row, m_members, extras) + "\r\n");
    case RowFormat::Json:
        return put((isFirst ? "\n" : ",\n") + encodeRowJson(row, m_members, m_extras, extras));
    case RowFormat::Html:
        return put(encodeRowHtml(row, rowMembers(m_members), extras));
    }
    return {};
}

Result<> RowWriter::end()
{
    switch (m_format) {
    case RowFormat::Ndjson:
    case RowFormat::Csv:
        return {};
    case RowFormat::Json:
        return put("\n]\n");
    case RowFormat::Html:
        return put(htmlFooter(m_count));
    }
    return {};
}

Result<> RowWriter::put(const QByteArray &bytes)
{
    if (m_device.write(bytes) != bytes.size())
        return failure(Error::Kind::Storage, m_device.errorString());
    return {};
}

} // namespace console
