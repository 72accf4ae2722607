// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/headers.h"

namespace console {

namespace {
bool isField(const QByteArray &field, QByteArrayView name)
{
    return field.size() == name.size() && QByteArrayView(field).compare(name, Qt::CaseInsensitive) == 0;
}
} // namespace

QList<QByteArray> headerValues(const HeaderList &headers, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto &[field, value] : headers) {
        if (isField(field, name))
            values.append(value);
    }
    return values;
}

QByteArray headerValue(const HeaderList &headers, QByteArrayView name)
{
    const auto found
        = std::find_if(headers.begin(), headers.end(), [&](const auto &header) { return isField(header.first, name); });
    return found == headers.end() ? QByteArray() : found->second;
}

QByteArray encodeHeaders(const HeaderList &headers)
{
    qsizetype size = 0;
    for (const auto &[field, value] : headers)
        size += field.size() + value.size() + 4;
    QByteArray lines;
    lines.reserve(size);
    for (const auto &[field, value] : headers)
        lines.append(field).append(": ").append(value).append("\r\n");
    return lines;
}

HeaderList decodeHeaders(const QByteArray &lines)
{
    HeaderList headers;
    qsizetype start = 0;
    for (qsizetype end = lines.indexOf("\r\n"); end >= 0; end = lines.indexOf("\r\n", start)) {
        const QByteArray line = lines.mid(start, end - start);
        const qsizetype colon = line.indexOf(": ");
        if (colon >= 0)
            headers.emplaceBack(line.left(colon), line.mid(colon + 2));
        start = end + 2;
    }
    return headers;
}

} // namespace console
