// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_import.h"

#include "core/hmac.h"
#include "exporting/row_json.h"
#include "exporting/row_reading.h"
#include "history/row_stream.h"
#include "storage/finished_order.h"

#include <cstring>
#include <optional>
#include <vector>

namespace console {

namespace {

constexpr qsizetype kBlock = 400;                       // one commit: about five milliseconds
constexpr qint64 kBlockBytes = qint64(4) * 1024 * 1024; // of rows with their bodies
// A body of 1 MiB takes six times as much where each sign is escaped.
constexpr qint64 kLongestLine = qint64(8) * 1024 * 1024;

/// Fingerprints that were seen: open addressing, half of the places free, nothing else a value.
class SeenRows
{
public:
    /// False when it was there already.
    bool insert(quint64 fingerprint)
    {
        if (m_count * 2 >= m_slots.size())
            grow();
        quint64 &slot = slotOf(fingerprint);
        if (slot != 0)
            return false;
        slot = fingerprint;
        ++m_count;
        return true;
    }

private:
    quint64 &slotOf(quint64 fingerprint)
    {
        size_t at = fingerprint & (m_slots.size() - 1);
        while (m_slots[at] != 0 && m_slots[at] != fingerprint)
            at = (at + 1) & (m_slots.size() - 1);
        return m_slots[at];
    }
    void grow()
    {
        std::vector<quint64> old(std::max<size_t>(1024, m_slots.size() * 2));
        old.swap(m_slots);
        for (const quint64 fingerprint : old) {
            if (fingerprint != 0)
                slotOf(fingerprint) = fingerprint;
        }
    }

    std::vector<quint64> m_slots;
    size_t m_count = 0;
};

/// Of what was received. Sixty-four bits: among a million rows two different ones agree once in 37 million imports.
quint64 fingerprint(NotificationRow row)
{
    row.retries = 0; // may have been counted since
    const QByteArray hash = sha256(encodeRowJson(row));
    quint64 number = 0;
    std::memcpy(&number, hash.constData(), sizeof number);
    return number | 1; // 0 is a free place
}

class Importer
{
public:
    Importer(HistoryWriter &writer, QIODevice &input)
        : m_writer(writer)
        , m_input(input)
    { }

    Result<> learn(const QString &path)
    {
        return streamRows(path, Filter(), {StreamOrder::OldestFirst}, [this](const NotificationRow &row) -> Result<> {
            m_seen.insert(fingerprint(row));
            return {};
        });
    }

    Result<ImportReport> run(const std::function<bool(qint64)> &progress)
    {
        bool isAtEnd = false;
        while (!isAtEnd) {
            if (const auto taken = takeLine(isAtEnd); !taken)
                return failure(taken.error());
            if (m_block.size() < kBlock && m_bytes - m_bytesBefore < kBlockBytes)
                continue;
            if (const auto stored = store(); !stored)
                return failure(stored.error());
            if (progress && !progress(m_bytes))
                return failure(Error::Kind::Cancelled, QStringLiteral("the import was cancelled"));
        }
        if (const auto stored = store(); !stored)
            return failure(stored.error());
        const auto last = settle();
        return last ? Result<ImportReport>(m_report) : failure(last.error());
    }

private:
    Result<> takeLine(bool &isAtEnd)
    {
        const qint64 size = m_input.readLine(m_buffer.data(), m_buffer.size());
        isAtEnd = size <= 0;
        if (isAtEnd) // only now a pipe tells that it has ended
            return m_input.atEnd() ? Result<>() : failure(Error::Kind::Storage, m_input.errorString());
        m_bytes += size;
        ++m_line;
        const QByteArray line = QByteArray::fromRawData(m_buffer.constData(), size).trimmed();
        if (line.isEmpty())
            return {};
        const auto row = decodeImportedRow(line);
        if (!row) {
            if (++m_report.unreadable == 1)
                m_report.firstProblem = QStringLiteral("line %1: %2").arg(m_line).arg(row.error().detail);
        } else if (!m_seen.insert(fingerprint(row->row))) {
            ++m_report.duplicates;
        } else {
            m_block.append(*row);
        }
        return {};
    }

    /// While one block is written, the next one is read.
    Result<> store()
    {
        if (auto settled = settle(); !settled || m_block.isEmpty())
            return settled;
        m_order = m_writer.importRows(std::exchange(m_block, {}));
        m_bytesBefore = m_bytes;
        return {};
    }

    Result<> settle()
    {
        if (!m_order)
            return {};
        const auto stored = finished(*m_order);
        m_order.reset();
        m_report.rows += stored.value_or(0);
        return stored ? Result<>() : failure(stored.error());
    }

    HistoryWriter &m_writer;
    QIODevice &m_input;
    SeenRows m_seen;
    QByteArray m_buffer {kLongestLine, Qt::Uninitialized}; ///< of one line
    QList<ImportedRow> m_block;
    std::optional<QFuture<Result<int>>> m_order;
    ImportReport m_report;
    qint64 m_bytes = 0;
    qint64 m_bytesBefore = 0; ///< the block
    qint64 m_line = 0;
};

} // namespace

Result<ImportReport> importRows(const QString &path, HistoryWriter &writer, QIODevice &input,
                                const std::function<bool(qint64)> &progress)
{
    Importer importer(writer, input);
    if (const auto learned = importer.learn(path); !learned)
        return failure(learned.error());
    return importer.run(progress);
}

} // namespace console
