// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exporting/row_members.h"

#include <QString>

#include <optional>

class QIODevice;

namespace console {

enum class RowFormat { Ndjson, Csv, Json, Html };

/// The format that a word of the command line, or the ending of a file's name, means.
std::optional<RowFormat> rowFormatOf(const QString &word);
/// Whole bodies fit into no cell.
inline bool takesRawBodies(RowFormat format)
{
    return format == RowFormat::Ndjson || format == RowFormat::Json;
}

/// Streams rows to an open device; holds none of them. Flushing and closing stay with the device's owner.
class RowWriter
{
public:
    /// \param device  open for writing; outlives the writer.
    RowWriter(QIODevice &device, RowFormat format, RowMembers members = RowMembers::Contract);
    /// Names of what stands behind the members of each row; before begin().
    void setExtras(const QStringList &names) { m_extras = names; }
    /// What an HTML page is called.
    void setTitle(const QString &title) { m_title = title; }

    /// Writes what stands above the rows: nothing for NDJSON. Errors: Storage.
    [[nodiscard]] Result<> begin();
    /// \param extras  in the order of their names. Errors: Storage when the device does not take all of it (disk full,
    /// pipe closed).
    [[nodiscard]] Result<> write(const NotificationRow &row, const QList<RowCell> &extras = {});
    /// Writes what stands below them: nothing for NDJSON and CSV. Errors: Storage.
    [[nodiscard]] Result<> end();
    qint64 count() const { return m_count; }

private:
    Result<> put(const QByteArray &bytes);

    QIODevice &m_device;
    RowFormat m_format;
    RowMembers m_members;
    QString m_title;
    QStringList m_extras;
    qint64 m_count = 0;
};

} // namespace console
