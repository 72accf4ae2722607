// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/headers.h"

namespace console {

QList<QByteArray> headerValues(const HeaderList &headers, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto &[field, value] : headers) {
        if (QByteArrayView(field).compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values;
}

QByteArray headerValue(const HeaderList &headers, QByteArrayView name)
{
    const auto values = headerValues(headers, name);
    return values.isEmpty() ? QByteArray() : values.first();
}

QByteArray encodeHeaders(const HeaderList &headers)
{
    QByteArray lines;
    for (const auto &[field, value] : headers)
        lines += field + ": " + value + "\r\n";
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
