// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/column_store.h"

#include "history/packed_identity.h"
#include "history/packed_time.h"

#include <cstdlib>
#include <memory>
#include <sys/mman.h>
#include <unistd.h>

namespace console {

namespace {

/// A chunk of nothing but zeroes, which all its members may be, from pages that were never written to: those of rows that
/// are not there take no memory. A constructor would write to all of them.
ColumnChunk *makeChunk()
{
    static_assert(std::is_trivially_destructible_v<ColumnChunk>);
    auto *chunk = static_cast<ColumnChunk *>(std::calloc(1, sizeof(ColumnChunk)));
    if (!chunk)
        qBadAlloc();
    return chunk;
}

void freeChunk(ColumnChunk *chunk)
{
    std::free(chunk);
}

} // namespace

ColumnStore::ColumnStore()
    : m_chunks(new std::atomic<ColumnChunk *>[kChunks] {})
{ }

ColumnStore::~ColumnStore()
{
    for (quint32 number = 0; number < kChunks; ++number)
        freeChunk(m_chunks[number].load(std::memory_order_relaxed));
}

quint64 ColumnStore::packIdentity(QByteArrayView identity)
{
    if (identity.isEmpty())
        return 0;
    const auto packed = PackedIdentity::fromText(identity);
    return packed ? *packed : PackedIdentity::fromCode(m_dictionaries.codeOfText(identity));
}

quint64 ColumnStore::packAcceptedTime(QByteArrayView time)
{
    if (time.isEmpty())
        return 0;
    const auto packed = PackedTime::fromText(time);
    return packed ? *packed : PackedTime::fromCode(m_dictionaries.codeOfText(time));
}

void ColumnStore::set(const NotificationRow &row)
{
    if (row.id <= 0 || row.id > kHighestId)
        return;
    RowColumns columns;
    columns.receivedAt = toMilliseconds(row.receivedAt);
    columns.acceptedTime = packAcceptedTime(row.acceptedTime.toUtf8());
    columns.identity = packIdentity(row.address.identity.toUtf8());
    columns.latency = row.latency ? qint64(row.latency->count()) : ColumnChunk::kNoLatency;
    columns.kind = m_dictionaries.codeOf(RowDictionaries::Kind {
        m_dictionaries.codeOf(RowDictionaries::Source {row.projectId, row.appId}),
        m_dictionaries.codeOf(RowDictionaries::Answer {row.address.channel, row.status, row.channelCapabilities}),
        m_dictionaries.codeOf(row.reason), quint32(row.retries)});
    columns.person = m_dictionaries.codeOf(RowDictionaries::Person {row.contactId, row.contactName});
    columns.request = m_dictionaries.codeOfRequest(row.requestId.toUtf8());
    columns.annotation = m_dictionaries.codeOf(row.annotation);
    columns.facts = RowFacts::of(row);
    if (row.annotation.isPinned)
        columns.facts |= RowFacts::kPinned;
    set(quint32(row.id), columns);
}

void ColumnStore::set(quint32 id, const RowColumns &columns)
{
    auto &place = m_chunks[ColumnChunk::numberOf(id)];
    ColumnChunk *chunk = place.load(std::memory_order_relaxed);
    if (!chunk) {
        chunk = makeChunk();
        place.store(chunk, std::memory_order_release);
    }
    const quint32 row = ColumnChunk::rowOf(id);
    chunk->receivedAt.set(row, columns.receivedAt);
    chunk->acceptedTime.set(row, columns.acceptedTime);
    chunk->identity.set(row, columns.identity);
    chunk->latency.set(row, columns.latency);
    chunk->kind.set(row, columns.kind);
    chunk->person.set(row, columns.person);
    chunk->request.set(row, columns.request);
    if (chunk->annotation.at(row) != columns.annotation) // nearly never: its pages stay without memory
        chunk->annotation.set(row, columns.annotation);
    chunk->facts.set(row, columns.facts | RowFacts::kPresent);
}

void ColumnStore::annotate(quint32 id, const Annotation &annotation)
{
    if (!contains(id))
        return;
    ColumnChunk &columns = *m_chunks[ColumnChunk::numberOf(id)].load(std::memory_order_relaxed);
    const quint32 row = ColumnChunk::rowOf(id);
    const auto others = RowFacts::Bits(columns.facts.at(row) & ~RowFacts::kPinned);
    columns.annotation.set(row, m_dictionaries.codeOf(annotation));
    columns.facts.set(row, RowFacts::Bits(others | (annotation.isPinned ? RowFacts::kPinned : 0)));
}

void ColumnStore::remove(quint32 id)
{
    if (!contains(id))
        return;
    ColumnChunk &columns = *m_chunks[ColumnChunk::numberOf(id)].load(std::memory_order_relaxed);
    const quint32 row = ColumnChunk::rowOf(id);
    columns.facts.set(row, 0);
    columns.identity.set(row, 0);
    columns.person.set(row, 0);
    columns.request.set(row, 0);
    if (columns.annotation.at(row) != 0)
        columns.annotation.set(row, 0);
}

void ColumnStore::drop(quint32 chunkNumber)
{
    freeChunk(m_chunks[chunkNumber].exchange(nullptr));
}

void ColumnStore::release(quint32 chunkNumber)
{
    ColumnChunk *chunk = m_chunks[chunkNumber].load(std::memory_order_relaxed);
    if (!chunk)
        return;
    const auto page = size_t(::sysconf(_SC_PAGESIZE));
    void *begin = chunk;
    size_t bytes = sizeof(ColumnChunk);
    if (std::align(page, page, begin, bytes)) // whole pages that hold nothing else
        ::madvise(begin, bytes / page * page, MADV_DONTNEED);
}

bool ColumnStore::contains(quint32 id) const
{
    const ColumnChunk *found = chunk(ColumnChunk::numberOf(id));
    return found && found->isPresent(ColumnChunk::rowOf(id));
}

QString ColumnStore::identityText(quint64 packed) const
{
    return PackedIdentity::isCode(packed)
        ? QString::fromUtf8(m_dictionaries.texts().textAt(PackedIdentity::codeOf(packed)))
        : PackedIdentity::toText(packed);
}

NotificationRow ColumnStore::row(quint32 id) const
{
    NotificationRow made;
    if (!contains(id))
        return made;
    const ColumnChunk &columns = *chunk(ColumnChunk::numberOf(id));
    const quint32 row = ColumnChunk::rowOf(id);
    const auto &kind = m_dictionaries.kinds()[columns.kind.at(row)];
    const auto &source = m_dictionaries.sources()[kind.source];
    const auto &person = m_dictionaries.people()[columns.person.at(row)];
    const auto &answer = m_dictionaries.answers()[kind.answer];
    const RowFacts::Bits facts = columns.facts.at(row);
    const quint64 time = columns.acceptedTime.at(row);
    made.id = id;
    made.receivedAt = fromMilliseconds(columns.receivedAt.at(row));
    if (time != 0)
        made.acceptedTime = PackedTime::isCode(time)
            ? QString::fromUtf8(m_dictionaries.texts().textAt(PackedTime::codeOf(time)))
            : PackedTime::toText(time);
    made.requestId = QString::fromUtf8(m_dictionaries.requests().textAt(columns.request.at(row)));
    made.projectId = source.projectId;
    made.appId = source.appId;
    made.contactId = person.contactId;
    made.contactName = person.name;
    made.address = {answer.channel, identityText(columns.identity.at(row))};
    made.status = answer.status;
    made.channelCapabilities = answer.features;
    made.reason = m_dictionaries.reasons()[kind.reason];
    made.signature = RowFacts::signatureOf(facts);
    made.join = RowFacts::joinOf(facts);
    made.outcome = RowFacts::outcomeOf(facts);
    made.isSignedWithPrevious = (facts & RowFacts::kPreviousSecret) != 0;
    made.repeatsMembers = (facts & RowFacts::kRepeatedMembers) != 0;
    made.retries = int(kind.retries);
    made.annotation = m_dictionaries.annotations()[columns.annotation.at(row)];
    made.annotation.isPinned = (facts & RowFacts::kPinned) != 0;
    if (const qint64 latency = columns.latency.at(row); latency != ColumnChunk::kNoLatency)
        made.latency = std::chrono::milliseconds(latency);
    return made;
}

} // namespace console
