// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/column_loader.h"

#include "history/packed_identity.h"
#include "history/packed_time.h"

namespace console {

namespace {
constexpr quint32 kRequestPage = 256; // requests are read with their neighbours: the rows of a block share them
constexpr quint32 kOwnName = 0;
constexpr quint32 kNoName = 1;
} // namespace

ColumnLoader::ColumnLoader(std::unique_ptr<ColumnBlockReader> reader, ColumnStore &store)
    : m_reader(std::move(reader))
    , m_store(store)
{ }

Result<std::unique_ptr<ColumnLoader>> ColumnLoader::open(const QString &path, ColumnStore &store)
{
    auto reader = ColumnBlockReader::open(path);
    if (!reader)
        return failure(reader.error());
    return std::unique_ptr<ColumnLoader>(new ColumnLoader(*std::move(reader), store));
}

Result<bool> ColumnLoader::followFile(const QString &path)
{
    if (!m_reader->isOutdated())
        return false;
    auto reader = ColumnBlockReader::open(path);
    if (!reader)
        return failure(reader.error());
    m_reader = *std::move(reader);
    forgetKnown(); // texts have other numbers there
    return true;
}

Result<QList<NotificationRow>> ColumnLoader::loadNewest(int limit)
{
    auto rows = m_reader->newestRows(limit);
    if (!rows)
        return rows;
    for (const NotificationRow &row : *rows) {
        if (const auto added = add(row); !added)
            return failure(added.error());
    }
    return rows;
}

Result<> ColumnLoader::add(const NotificationRow &row)
{
    const bool isNewRequest = !m_store.dictionaries().findRequest(row.requestId.toUtf8());
    m_store.set(row);
    return isNewRequest ? refreshLookup(row.requestId) : Result<>();
}

Result<> ColumnLoader::refreshLookup(const QString &requestId)
{
    const auto code = m_store.dictionaries().findRequest(requestId.toUtf8());
    if (!code)
        return {}; // no row shows it yet
    const auto stored = m_reader->findRequest(requestId);
    if (!stored)
        return failure(stored.error());
    if (*stored && (*stored)->deadline)
        m_store.dictionaries().setDeadline(*code, *(*stored)->deadline);
    return {};
}

Result<qint64> ColumnLoader::put(const RowBlock &block)
{
    for (const BlockRow &row : block.rows)
        m_store.set(row.id, columnsOf(row, block));
    for (const auto &[id, annotation] : block.annotations)
        m_store.annotate(id, annotation);
    if (auto problem = std::exchange(m_problem, std::nullopt))
        return failure(*problem);
    return qint64(block.rows.size());
}

Result<qint64> ColumnLoader::loadBlock(qint64 firstId, qint64 lastId)
{
    const auto block = readRowBlock(*m_reader, firstId, lastId);
    return block ? put(*block) : failure(block.error());
}

void ColumnLoader::forgetKnown()
{
    m_known = {};
}

void ColumnLoader::note(const Result<> &result)
{
    if (!result && !m_problem)
        m_problem = result.error();
}

RowColumns ColumnLoader::columnsOf(const BlockRow &row, const RowBlock &block)
{
    const Request asked = request(row.request);
    RowColumns columns = row.columns;
    if (PackedTime::isCode(columns.acceptedTime))
        columns.acceptedTime = m_store.packAcceptedTime(block.texts[PackedTime::codeOf(columns.acceptedTime)]);
    if (PackedIdentity::isCode(columns.identity))
        columns.identity = m_store.packIdentity(block.texts[PackedIdentity::codeOf(columns.identity)]);
    columns.kind = kind(row);
    columns.person = person(row, asked);
    columns.request = asked.code;
    return columns;
}

ColumnLoader::Request ColumnLoader::request(quint32 id)
{
    if (id == 0)
        return {};
    const quint32 start = id / kRequestPage * kRequestPage;
    std::vector<Request> &page = m_known.requestPages[start];
    if (page.empty()) {
        page.resize(kRequestPage);
        learnRequests(page, start, start, start + kRequestPage - 1);
    }
    if (page[id - start].code == 0)
        learnRequests(page, start, id, id); // it was made after its page was read
    return page[id - start];
}

void ColumnLoader::learnRequests(std::vector<Request> &page, quint32 pageStart, quint32 firstId, quint32 lastId)
{
    note(m_reader->readRequests(firstId, lastId, [&](const StoredRequest &stored) {
        Request &learned = page[stored.id - pageStart];
        learned = {m_store.dictionaries().codeOfRequest(stored.requestId), stored.contact, kOwnName};
        if (stored.givenName && stored.givenName->isEmpty()) {
            learned.givenName = kNoName;
        } else if (stored.givenName) {
            quint32 &number = m_known.nameNumbers[*stored.givenName];
            if (number == 0) {
                number = quint32(m_known.names.size());
                m_known.names.append(*stored.givenName);
            }
            learned.givenName = number;
        }
        if (stored.deadline)
            m_store.dictionaries().setDeadline(learned.code, *stored.deadline);
    }));
}

QString ColumnLoader::term(quint32 id)
{
    if (id > m_known.lastTerm) {
        note(m_reader->readTerms(m_known.lastTerm, [this](quint32 read, const QString &text) {
            m_known.terms.insert(read, text);
            m_known.lastTerm = read;
        }));
    }
    return m_known.terms.value(id);
}

const ColumnLoader::Contact &ColumnLoader::contact(quint32 id)
{
    if (id > m_known.lastContact) {
        note(m_reader->readContacts(m_known.lastContact, [this](quint32 read, const QString &key, const QString &name) {
            m_known.contacts.insert(read, {key, name});
            m_known.lastContact = read;
        }));
    }
    return m_known.contacts[id];
}

quint32 ColumnLoader::kind(const BlockRow &row)
{
    const CodeMap<10>::Key key {row.project, row.app,     row.channel,     row.status,      row.features,
                                row.reason,  row.subCode, row.channelCode, row.description, row.retries};
    if (const quint32 *known = m_known.kinds.find(key))
        return *known;
    RowDictionaries &codes = m_store.dictionaries();
    const quint32 code = codes.codeOf(
        RowDictionaries::Kind {codes.codeOf(RowDictionaries::Source {term(row.project), term(row.app)}),
                               codes.codeOf(RowDictionaries::Answer {ChannelName::fromText(term(row.channel)),
                                                                     CapabilityStatus::fromText(term(row.status)),
                                                                     splitFeatures(term(row.features))}),
                               codes.codeOf(Reason {OpenEnum<ReasonCode>::fromText(term(row.reason)),
                                                    OpenEnum<ReasonSubCode>::fromText(term(row.subCode)),
                                                    term(row.channelCode), term(row.description)}),
                               row.retries});
    m_known.kinds.insert(key, code);
    return code;
}

/// The name as CONSOLE_ROW_COLUMNS finds it: given with the question, else the contact's, else that of the lookup's contact.
quint32 ColumnLoader::person(const BlockRow &row, const Request &asked)
{
    const CodeMap<3>::Key key {row.contact, asked.contact, asked.givenName};
    if (const quint32 *known = m_known.people.find(key))
        return *known;
    const QString ofLookup = asked.contact == 0 ? QString() : contact(asked.contact).name;
    RowDictionaries::Person found;
    if (row.contact != 0) {
        found.contactId = contact(row.contact).key;
        found.name = contact(row.contact).name;
    }
    if (asked.givenName > kNoName)
        found.name = m_known.names[asked.givenName];
    else if (found.name.isEmpty() || (asked.givenName == kOwnName && !ofLookup.isEmpty()))
        found.name = ofLookup;
    const quint32 code = m_store.dictionaries().codeOf(found);
    m_known.people.insert(key, code);
    return code;
}

} // namespace console
