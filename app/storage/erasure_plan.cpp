// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/erasure_plan.h"

#include "storage/dictionary.h"
#include "storage/readable_history.h"
#include "storage/text_traces.h"

#include <QSet>

namespace console {

namespace {

constexpr qint64 kBlock = 2'000; // of bodies: a statement is not held open over a whole history

/// As identities are compared: a '+' in front makes no difference.
QString bare(const QString &identity)
{
    return identity.startsWith(QLatin1Char('+')) ? identity.mid(1) : identity;
}

class Planner
{
public:
    Planner(const QSqlDatabase &connection, const ErasedPerson &person)
        : m_connection(connection)
    {
        m_plan.person = person;
    }

    ErasurePlan plan()
    {
        findContacts();
        findIdentities();
        m_traces.emplace(m_plan.person.texts());
        findLookups();
        findRows();
        findInBytes();
        findTexts();
        m_plan.removal.rows = QList<qint64>(m_rows.begin(), m_rows.end());
        std::sort(m_plan.removal.rows.begin(), m_plan.removal.rows.end());
        m_plan.removal.lookups = QList<qint64>(m_lookups.begin(), m_lookups.end());
        return m_plan;
    }

private:
    /// Those that are named, and those that have one of the identities.
    void findContacts()
    {
        Statement ofIdentity(
            m_connection,
            "SELECT DISTINCT c.key FROM notification n JOIN contact c ON c.id=n.contact WHERE n.identity IN "
            "(?, ?) UNION SELECT c.key FROM expected e JOIN lookup l ON l.request=e.lookup JOIN contact c "
            "ON c.id=l.contact WHERE e.identity IN (?, ?)");
        for (const QString &identity : std::as_const(m_plan.person.identities)) {
            const QString digits = bare(identity), withPlus = QLatin1Char('+') + digits;
            ofIdentity.run({digits, withPlus, digits, withPlus});
            while (ofIdentity.next())
                m_plan.person.contactIds.append(ofIdentity.text(0));
            ofIdentity.finish();
        }
        m_plan.person.contactIds.removeDuplicates();
        Statement find(m_connection, "SELECT id FROM contact WHERE key=?");
        for (const QString &key : std::as_const(m_plan.person.contactIds)) {
            if (find.run({key}).next())
                m_contacts.insert(find.number(0));
            find.finish();
        }
        m_plan.hasContact = !m_contacts.isEmpty();
    }

    /// What the history knows of the contacts is theirs, too.
    void findIdentities()
    {
        for (const QString &identity : std::as_const(m_plan.person.identities))
            m_identities.insert(bare(identity));
        Statement heard(m_connection, "SELECT DISTINCT identity FROM notification WHERE contact=?");
        Statement expected(
            m_connection,
            "SELECT DISTINCT e.identity FROM expected e JOIN lookup l ON l.request=e.lookup WHERE l.contact=?");
        for (const qint64 contact : std::as_const(m_contacts)) {
            for (Statement *statement : {&heard, &expected}) {
                statement->run({contact});
                while (statement->next())
                    m_identities.insert(bare(statement->text(0)));
                statement->finish();
            }
        }
        m_identities.remove(QString());
        m_plan.person.identities = QStringList(m_identities.begin(), m_identities.end());
    }

    void findLookups()
    {
        Statement lookups(m_connection, "SELECT l.request, l.contact, l.failure_detail, l.vendor_words FROM lookup l");
        lookups.run();
        while (lookups.next()) {
            if (m_contacts.contains(lookups.number(1)))
                m_lookups.insert(lookups.number(0));
            else if (m_traces->areInText(lookups.text(2)) || m_traces->areInText(lookups.text(3)))
                m_plan.lookups.append(lookups.number(0));
        }
        Statement expected(m_connection, "SELECT lookup, identity FROM expected");
        expected.run();
        while (expected.next()) {
            if (m_identities.contains(bare(expected.text(1))))
                m_lookups.insert(expected.number(0));
        }
    }

    void findRows()
    {
        Statement rows(m_connection, "SELECT id, contact, request, identity FROM notification");
        rows.run();
        while (rows.next()) {
            if (m_contacts.contains(rows.number(1)) || m_lookups.contains(rows.number(2))
                || m_identities.contains(bare(rows.text(3))))
                m_rows.insert(rows.number(0));
        }
    }

    void findInBytes()
    {
        Statement extent(m_connection, "SELECT min(id), max(id) FROM raw");
        extent.run().next();
        const qint64 last = extent.number(1);
        Statement raw(m_connection, "SELECT id, body, headers FROM raw WHERE id BETWEEN ? AND ? ORDER BY id");
        for (qint64 first = extent.number(0); first <= last && last > 0; first += kBlock) {
            raw.run({first, first + kBlock - 1});
            while (raw.next()) {
                if (!m_rows.contains(raw.number(0)) && areInBytes(raw, 1, 2))
                    m_rows.insert(raw.number(0));
            }
            raw.finish();
        }
        collect(m_plan.removal.otherEvents, "SELECT id, body, headers FROM other_event");
        collect(m_plan.removal.unreadable, "SELECT id, body, headers, why FROM unreadable");
        collect(m_plan.removal.rejected, "SELECT id, body, headers, detail, path FROM quarantine");
    }

    void findTexts()
    {
        collect(m_plan.terms, "SELECT id, text FROM term WHERE kind NOT IN (1, 2)"); // no project, no app
        QList<qint64> notes;
        collect(notes, "SELECT id, note, tags FROM annotation");
        std::copy_if(notes.begin(), notes.end(), std::back_inserter(m_plan.notes),
                     [this](qint64 id) { return !m_rows.contains(id); });
    }

    /// The ids of rows that name the person in any further column.
    void collect(QList<qint64> &into, const char *sql)
    {
        Statement rows(m_connection, sql);
        rows.run();
        const int last = rows.columns() - 1;
        while (rows.next()) {
            if (areInBytes(rows, 1, last))
                into.append(rows.number(0));
        }
    }

    bool areInBytes(const Statement &row, int first, int last) const
    {
        for (int column = first; column <= last; ++column) {
            if (m_traces->areIn(row.bytes(column)))
                return true;
        }
        return false;
    }

    QSqlDatabase m_connection;
    ErasurePlan m_plan;
    std::optional<TextTraces> m_traces;
    QSet<qint64> m_contacts, m_lookups, m_rows;
    QSet<QString> m_identities;
};

} // namespace

QStringList ErasedPerson::texts() const
{
    QStringList texts = contactIds;
    for (const QString &identity : identities)
        texts.append(bare(identity));
    return texts;
}

Result<ErasurePlan> planErasure(const QString &path, const ErasedPerson &person)
{
    const auto database = openReadable(path);
    if (!database)
        return failure(database.error());
    try {
        return Planner((*database)->connection(), person).plan();
    } catch (const SqlFailure &problem) {
        return failure(problem.toError());
    }
}

} // namespace console
