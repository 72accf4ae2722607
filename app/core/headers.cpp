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

} // namespace console
