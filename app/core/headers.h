// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

namespace console {

/// HTTP header fields in the order in which they came, names as they were written.
using HeaderList = QList<QPair<QByteArray, QByteArray>>;

/// The values of one field, the name compared without regard to case.
QList<QByteArray> headerValues(const HeaderList &headers, QByteArrayView name);

/// The first value of one field; empty when there is none.
QByteArray headerValue(const HeaderList &headers, QByteArrayView name);

/// "Name: value" lines, CRLF after each: the form in which headers are stored and shown.
QByteArray encodeHeaders(const HeaderList &headers);
/// What encodeHeaders() made, as fields again.
HeaderList decodeHeaders(const QByteArray &lines);

} // namespace console
