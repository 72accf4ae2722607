// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/annotation_table.h"

#include "storage/dictionary.h"

namespace console {

AnnotationTable::AnnotationTable(const QSqlDatabase &database)
    : m_find(database, "SELECT is_pinned, tags, note FROM annotation WHERE id=?")
    , m_exists(database, "SELECT 1 FROM notification WHERE id=?")
    , m_store(database, "INSERT OR REPLACE INTO annotation(id, is_pinned, tags, note) VALUES (?, ?, ?, ?)")
    , m_remove(database, "DELETE FROM annotation WHERE id=?")
{ }

Annotation AnnotationTable::load(qint64 id)
{
    Annotation annotation;
    if (m_find.run({id}).next())
        annotation = {m_find.number(0) != 0, splitFeatures(m_find.text(1)), m_find.text(2)};
    m_find.finish();
    return annotation;
}

bool AnnotationTable::change(qint64 id, const AnnotationChange &change)
{
    const bool isThere = m_exists.run({id}).next();
    m_exists.finish();
    const Annotation before = load(id);
    const Annotation after = change.appliedTo(before);
    if (!isThere || after == before)
        return false;
    if (after.isEmpty())
        m_remove.run({id});
    else
        m_store.run({id, int(after.isPinned), textOrEmpty(joinFeatures(after.tags)), textOrEmpty(after.note)});
    return true;
}

} // namespace console
