// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_block.h"

#include "history/packed_identity.h"
#include "history/packed_time.h"

namespace console {

namespace {

quint32 numberOf(RowBlock &block, const QByteArray &text)
{
    block.texts.append(text);
    return quint32(block.texts.size() - 1);
}

BlockRow packed(RowBlock &block, const NarrowRow &row)
{
    BlockRow made {quint32(row.id), {},           row.project, row.app,     row.channel,
                   row.status,      row.features, row.reason,  row.subCode, row.channelCode,
                   row.description, row.retries,  row.contact, row.request};
    RowColumns &columns = made.columns;
    columns.receivedAt = row.receivedAt;
    if (!row.acceptedTime.isEmpty()) {
        const auto time = PackedTime::fromText(row.acceptedTime);
        columns.acceptedTime = time ? *time : PackedTime::fromCode(numberOf(block, row.acceptedTime));
    }
    if (!row.identity.isEmpty()) {
        const auto identity = PackedIdentity::fromText(row.identity);
        columns.identity = identity ? *identity : PackedIdentity::fromCode(numberOf(block, row.identity));
    }
    columns.latency = row.latency.value_or(ColumnChunk::kNoLatency);
    columns.facts = RowFacts::of(row);
    return made;
}

} // namespace

Result<RowBlock> readRowBlock(ColumnBlockReader &reader, qint64 firstId, qint64 lastId)
{
    RowBlock block;
    const auto read
        = reader.readRows(firstId, lastId, [&](const NarrowRow &row) { block.rows.append(packed(block, row)); });
    if (!read)
        return failure(read.error());
    const auto annotated = reader.readAnnotations(firstId, lastId, [&](qint64 id, const Annotation &annotation) {
        block.annotations.append({quint32(id), annotation});
    });
    if (!annotated)
        return failure(annotated.error());
    return block;
}

Result<RowBlock> RowBlockReader::read(qint64 firstId, qint64 lastId)
{
    if (!m_reader) {
        auto opened = ColumnBlockReader::open(m_path);
        if (!opened)
            return failure(opened.error());
        m_reader = *std::move(opened);
    }
    return readRowBlock(*m_reader, firstId, lastId);
}

} // namespace console
