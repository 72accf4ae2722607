// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_telling.h"

#include "exporting/body_redaction.h"

namespace console {

RowTelling::RowTelling(QString path, BodyParts parts, const std::optional<Redaction> &redaction)
    : m_path(std::move(path))
    , m_parts(std::move(parts))
{
    if (redaction)
        m_redactor.emplace(redaction->key, Redactor::Scope::Everything, redaction->texts);
}

Result<ToldRow> RowTelling::told(const NotificationRow &row)
{
    ToldRow told {m_redactor ? m_redactor->redacted(row) : row, {}};
    if (m_parts.isEmpty())
        return told;
    const auto raw = read(row.id);
    if (!raw)
        return failure(raw.error());
    addParts(told, row, *raw);
    return told;
}

Result<std::optional<RawCallback>> RowTelling::read(qint64 id)
{
    if (!m_reader) {
        auto opened = HistoryReader::open(m_path);
        if (!opened)
            return failure(opened.error());
        m_reader = *std::move(opened);
    }
    return m_reader->raw(id);
}

void RowTelling::addParts(ToldRow &told, const NotificationRow &row, const std::optional<RawCallback> &raw)
{
    std::optional<QByteArray> body;
    if (raw)
        body = m_redactor ? redactedBody(raw->body, row, told.row, *m_redactor) : raw->body;
    const QJsonValue root = body && !m_parts.columns.isEmpty() ? JsonPath::rootOf(*body) : QJsonValue();
    for (const JsonPath &path : std::as_const(m_parts.columns)) {
        const QString value = path.valueAt(root);
        told.extras.append(value.isNull() ? RowCell() : RowCell(value));
    }
    if (m_parts.hasRaw)
        told.extras += m_redactor ? redactedRawCells(body) : rawCells(raw);
}

} // namespace console
