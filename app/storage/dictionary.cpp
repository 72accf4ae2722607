// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/dictionary.h"

namespace console {

namespace {
constexpr QChar kUnitSeparator(0x1f);
constexpr qsizetype kRemembered = 16'384; // entries a map; beyond it, it starts anew

template <typename Map>
void bound(Map &map)
{
    if (map.size() >= kRemembered)
        map.clear();
}
} // namespace

Dictionary::Dictionary(const QSqlDatabase &database)
    : m_findTerm(database, "SELECT id FROM term WHERE kind=? AND text=?")
    , m_addTerm(database, "INSERT INTO term(kind, text) VALUES (?, ?)")
    , m_findContact(database, "SELECT id, name FROM contact WHERE key=?")
    , m_addContact(database, "INSERT INTO contact(key, name) VALUES (?, ?)")
    , m_renameContact(database, "UPDATE contact SET name=? WHERE id=?")
    , m_findRequest(database, "SELECT id FROM request WHERE request_id=?")
    , m_addRequest(database,
                   "INSERT INTO request(request_id) VALUES (?) ON CONFLICT(request_id) DO NOTHING RETURNING id")
{ }

QVariant Dictionary::term(TermKind kind, const QString &text)
{
    if (text.isEmpty())
        return {};
    const QPair<int, QString> key {int(kind), text};
    const auto known = m_terms.constFind(key);
    if (known != m_terms.constEnd())
        return *known;
    bound(m_terms);
    const bool isThere = m_findTerm.run({key.first, text}).next();
    qint64 id = isThere ? m_findTerm.number(0) : 0;
    m_findTerm.finish();
    if (!isThere)
        id = m_addTerm.run({key.first, text}).lastInsertId();
    m_terms.insert(key, id);
    return id;
}

std::optional<Dictionary::ContactEntry> Dictionary::loadContact(const QString &key)
{
    const auto known = m_contacts.constFind(key);
    if (known != m_contacts.constEnd())
        return *known;
    std::optional<ContactEntry> entry;
    if (m_findContact.run({key}).next())
        entry = ContactEntry {m_findContact.number(0), m_findContact.text(1)};
    m_findContact.finish();
    return entry;
}

QVariant Dictionary::contact(const QString &key, const QString &name)
{
    if (key.isEmpty())
        return {};
    bound(m_contacts);
    auto entry = loadContact(key);
    if (!entry) {
        entry = ContactEntry {m_addContact.run({key, name.isNull() ? QStringLiteral("") : name}).lastInsertId(), name};
    } else if (!name.isEmpty() && entry->name != name) {
        m_renameContact.run({name, entry->id});
        entry->name = name;
    }
    m_contacts.insert(key, *entry);
    return entry->id;
}

QString Dictionary::contactName(const QString &key)
{
    const auto entry = key.isEmpty() ? std::nullopt : loadContact(key);
    return entry ? entry->name : QString();
}

std::optional<qint64> Dictionary::findRequest(const QString &requestId)
{
    const auto known = m_requests.constFind(requestId);
    if (known != m_requests.constEnd())
        return *known;
    std::optional<qint64> id;
    if (m_findRequest.run({requestId}).next())
        id = m_findRequest.number(0);
    m_findRequest.finish();
    return id;
}

Dictionary::KeptRequest Dictionary::keepRequest(const QString &requestId)
{
    if (const auto known = m_requests.constFind(requestId); known != m_requests.constEnd())
        return {*known, false};
    const bool isNew = m_addRequest.run({requestId}).next(); // first, since most that are not remembered are new
    std::optional<qint64> id;
    if (isNew)
        id = m_addRequest.number(0);
    m_addRequest.finish();
    if (!isNew)
        id = findRequest(requestId);
    bound(m_requests);
    m_requests.insert(requestId, *id);
    return {*id, isNew};
}

void Dictionary::forget()
{
    m_terms.clear();
    m_contacts.clear();
    m_requests.clear();
}

QString joinFeatures(const QStringList &features)
{
    return features.join(kUnitSeparator);
}

QStringList splitFeatures(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(kUnitSeparator);
}

} // namespace console
