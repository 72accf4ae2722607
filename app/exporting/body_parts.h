// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_path.h"
#include "exporting/row_members.h"

#include <QList>

namespace console {

struct RawCallback;

/// What an export takes from the stored bodies: members of their own, behind those that every row has.
struct BodyParts
{
    QList<JsonPath> columns; ///< in the order in which they are written
    bool hasRaw = false;     ///< body and headers as well

    bool isEmpty() const { return columns.isEmpty() && !hasRaw; }
};

/// A member that stands behind those of the row itself.
struct ExtraMember
{
    QString name;
    RowCell cell;
};

/// A column is called as in the table, by the last name in its path; by the whole path where a member of a row or
/// another column is called so. The body comes last: raw_body, raw_encoding, raw_headers.
QStringList extraMemberNames(const BodyParts &parts);

/// How raw_body is written.
inline constexpr QLatin1String kRawAsText("utf-8");
inline constexpr QLatin1String kRawAsBase64("base64");
inline constexpr QLatin1String kRawRedacted("redacted"); ///< not the bytes that came: only their shape

/// raw_body, raw_encoding and raw_headers; null where the bytes are not kept. Without what headers prove who calls by.
QList<RowCell> rawCells(const std::optional<RawCallback> &raw);
/// Of a body whose people are gone; null where nothing could be kept.
QList<RowCell> redactedRawCells(const std::optional<QByteArray> &body);

} // namespace console
