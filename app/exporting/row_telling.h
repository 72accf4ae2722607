// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/body_parts.h"
#include "exporting/redactor.h"
#include "storage/history_reader.h"

namespace console {

/// What is written of one row.
struct ToldRow
{
    NotificationRow row;
    QList<RowCell> extras; ///< in the order of extraMemberNames()
};

/// Makes of stored rows what a file says of them: reads what it takes of their bodies, and redacts.
/// Belongs to one thread, which must not be the window's but for a few rows.
class RowTelling
{
public:
    /// \param path  of the history; opened with the first row, and only where something of the bodies is wanted.
    /// \param redaction  none: rows as they are.
    RowTelling(QString path, BodyParts parts, const std::optional<Redaction> &redaction);

    /// Errors: Config (not a history), Storage, Busy.
    Result<ToldRow> told(const NotificationRow &row);
    /// In all rows so far.
    qint64 replacements() const { return m_redactor ? m_redactor->replacements() : 0; }

private:
    Result<std::optional<RawCallback>> read(qint64 id);
    void addParts(ToldRow &told, const NotificationRow &row, const std::optional<RawCallback> &raw);

    QString m_path;
    BodyParts m_parts;
    std::optional<Redactor> m_redactor;
    std::unique_ptr<HistoryReader> m_reader;
};

} // namespace console
