// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/annotation.h"
#include "storage/sql.h"

namespace console {

/// Pins, tags and notes of notifications. Functions throw SqlFailure. Thread: the writer's.
class AnnotationTable
{
public:
    explicit AnnotationTable(const QSqlDatabase &database);

    /// False when there is no such notification, or when nothing changes.
    bool change(qint64 id, const AnnotationChange &change);

private:
    Annotation load(qint64 id);

    Statement m_find, m_exists, m_store, m_remove;
};

} // namespace console
