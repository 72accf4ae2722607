// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/notification_row.h"

class QIODevice;

namespace console {

enum class RowFormat { Ndjson, Csv };

/// Streams rows to an open device, a line each; holds none of them. Flushing and closing stay with the device's owner.
class RowWriter
{
public:
    /// \param device  open for writing; outlives the writer.
    RowWriter(QIODevice &device, RowFormat format);

    /// Writes what stands above the rows: the header of a CSV file, nothing for NDJSON. Errors: Storage.
    [[nodiscard]] Result<> begin();
    /// Errors: Storage when the device does not take the whole line (disk full, pipe closed).
    [[nodiscard]] Result<> write(const NotificationRow &row);

private:
    Result<> writeLine(const QByteArray &line, const QByteArray &lineEnd);

    QIODevice &m_device;
    RowFormat m_format;
};

} // namespace console
