// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/erasure_table.h"

#include "storage/text_traces.h"

namespace console {

namespace {

constexpr std::array kTermColumns {"project", "app",      "channel",      "status",     "features",
                                   "reason",  "sub_code", "channel_code", "description"};

} // namespace

ErasureTable::ErasureTable(const QSqlDatabase &database, Dictionary &dictionary)
    : m_database(database)
    , m_dictionary(dictionary)
{ }

QList<qint64> ErasureTable::erase(const ErasurePlan &plan)
{
    blotNotes(plan);
    QList<qint64> changed = plan.notes + removeTerms(plan.terms);
    Statement words(m_database, "UPDATE lookup SET failure_detail='', vendor_words='' WHERE request=?");
    for (const qint64 lookup : plan.lookups)
        words.run({lookup});
    Statement contact(m_database, "DELETE FROM contact WHERE key=?");
    for (const QString &key : plan.person.contactIds)
        contact.run({key});
    m_dictionary.forget();
    return changed;
}

void ErasureTable::blotNotes(const ErasurePlan &plan)
{
    const TextTraces traces(plan.person.texts());
    Statement find(m_database, "SELECT note, tags FROM annotation WHERE id=?");
    Statement store(m_database, "UPDATE annotation SET note=?, tags=? WHERE id=?");
    for (const qint64 id : plan.notes) {
        if (!find.run({id}).next())
            continue;
        QStringList texts {find.text(0), find.text(1)};
        find.finish();
        for (QString &text : texts) {
            text = traces.blotted(text);
            if (traces.areInText(text)) // written in a way that cannot be blotted out
                text.clear();
        }
        store.run({textOrEmpty(texts[0]), textOrEmpty(texts[1]), id});
    }
}

QList<qint64> ErasureTable::removeTerms(const QList<qint64> &terms)
{
    QList<qint64> changed;
    Statement remove(m_database, "DELETE FROM term WHERE id=?");
    for (const qint64 term : terms) {
        for (const char *column : kTermColumns) {
            const QByteArray name(column);
            Statement find(m_database, ("SELECT id FROM notification WHERE " + name + "=?").constData());
            find.run({term});
            while (find.next())
                changed.append(find.number(0));
            find.finish();
            Statement(m_database, ("UPDATE notification SET " + name + "=NULL WHERE " + name + "=?").constData())
                .run({term});
        }
        Statement(m_database, "UPDATE other_event SET kind=NULL WHERE kind=?").run({term});
        remove.run({term});
    }
    return changed;
}

void ErasureTable::removeUnused()
{
    execute(m_database,
            QStringLiteral(
                "DELETE FROM contact WHERE id NOT IN (SELECT contact FROM notification WHERE contact IS NOT NULL) "
                "AND id NOT IN (SELECT contact FROM lookup WHERE contact IS NOT NULL)"));
    QStringList used;
    for (const char *column : kTermColumns)
        used += QStringLiteral("SELECT %1 FROM notification WHERE %1 IS NOT NULL").arg(QLatin1String(column));
    used += {QStringLiteral("SELECT project FROM lookup WHERE project IS NOT NULL"),
             QStringLiteral("SELECT app FROM lookup"),
             QStringLiteral("SELECT channel FROM expected"),
             QStringLiteral("SELECT project FROM other_event WHERE project IS NOT NULL"),
             QStringLiteral("SELECT kind FROM other_event WHERE kind IS NOT NULL"),
             QStringLiteral("SELECT project FROM unreadable WHERE project IS NOT NULL")};
    execute(m_database,
            QStringLiteral("DELETE FROM term WHERE id NOT IN (%1)").arg(used.join(QLatin1String(" UNION "))));
    m_dictionary.forget();
}

} // namespace console
