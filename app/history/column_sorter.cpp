// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/column_sorter.h"

#include "history/packed_identity.h"
#include "history/radix_sort.h"

#include <compare>
#include <numeric>

namespace console {

namespace {

/// Ranks of 0, 1, 2 … when ordered by `isLess`; equal ones share a rank.
template <typename Less>
std::vector<quint32> ranksBy(quint32 count, Less isLess)
{
    std::vector<quint32> codes(count);
    std::iota(codes.begin(), codes.end(), 0);
    std::sort(codes.begin(), codes.end(), isLess);
    std::vector<quint32> ranks(count);
    quint32 rank = 0;
    for (quint32 i = 0; i < count; ++i) {
        if (i > 0 && isLess(codes[i - 1], codes[i]))
            ++rank;
        ranks[codes[i]] = rank;
    }
    return ranks;
}

/// Ranks of texts; their first eight bytes, as a number, decide most comparisons.
std::vector<quint32> textRanks(const TextTable &texts)
{
    const quint32 count = texts.size();
    std::vector<quint64> heads(count);
    for (quint32 code = 0; code < count; ++code) {
        const QByteArrayView text = texts.textAt(code);
        for (qsizetype i = 0; i < 8; ++i)
            heads[code] = heads[code] << 8 | (i < text.size() ? quint8(text[i]) : 0);
    }
    return ranksBy(count, [&](quint32 a, quint32 b) {
        return heads[a] != heads[b] ? heads[a] < heads[b] : texts.textAt(a) < texts.textAt(b);
    });
}

/// From "can be reached" to "cannot".
qint64 capabilityNumber(const CapabilityStatus &status)
{
    switch (status.value) {
    case Capability::Full:
        return 1;
    case Capability::Partial:
        return 2;
    case Capability::Unknown:
        return 3;
    case Capability::Unrecognized:
        return status.isEmpty() ? 0 : 4;
    case Capability::None:
        return 5;
    }
    return 0;
}

template <typename F>
std::optional<QList<quint32>> sortedBy(const QList<quint32> &ids, const F &keyOf, bool isDescending,
                                       const std::function<bool()> &isCancelled)
{
    std::vector<KeyedRow> rows(size_t(ids.size()));
    for (size_t i = 0; i < rows.size(); ++i) {
        const quint32 key = keyOf(ids[qsizetype(i)]);
        rows[i] = {isDescending ? ~key : key, ids[qsizetype(i)]};
    }
    if (!radixSort(rows, isCancelled))
        return std::nullopt;
    QList<quint32> sorted(ids.size());
    std::transform(rows.begin(), rows.end(), sorted.begin(), [](const KeyedRow &row) { return row.id; });
    return sorted;
}

} // namespace

ColumnSorter::ColumnSorter(const ColumnStore &store, SortKey key, FilterNames names)
    : m_store(store)
    , m_key(key)
    , m_names(std::move(names))
{ }

ColumnSorter::CodeColumn ColumnSorter::codeColumn() const
{
    switch (m_key.column) {
    case SortColumn::Contact:
        return &ColumnChunk::person;
    case SortColumn::Channel:
    case SortColumn::Capability:
    case SortColumn::Features:
    case SortColumn::Reason:
    case SortColumn::Project:
    case SortColumn::App:
        return &ColumnChunk::kind;
    case SortColumn::Request:
        return &ColumnChunk::request;
    case SortColumn::Tags:
        return &ColumnChunk::annotation;
    case SortColumn::Received:
    case SortColumn::Identity:
    case SortColumn::Latency:
    case SortColumn::Signature:
        break;
    }
    return nullptr;
}

ColumnSorter::Member ColumnSorter::member() const
{
    switch (m_key.column) {
    case SortColumn::Channel:
    case SortColumn::Capability:
    case SortColumn::Features:
        return &RowDictionaries::Kind::answer;
    case SortColumn::Reason:
        return &RowDictionaries::Kind::reason;
    case SortColumn::Project:
    case SortColumn::App:
        return &RowDictionaries::Kind::source;
    default:
        return nullptr;
    }
}

quint32 ColumnSorter::valueOf(quint32 code) const
{
    const Member of = member();
    return of ? m_store.dictionaries().kinds()[code].*of : code;
}

ColumnSorter::Key ColumnSorter::keyOfValue(quint32 value) const
{
    const RowDictionaries &values = m_store.dictionaries();
    switch (m_key.column) {
    case SortColumn::Contact:
        return {0, values.people()[value].shown().toCaseFolded()};
    case SortColumn::Channel:
        return {0, values.answers()[value].channel.raw.toCaseFolded()};
    case SortColumn::Capability:
        return {capabilityNumber(values.answers()[value].status), values.answers()[value].status.raw.toCaseFolded()};
    case SortColumn::Features:
        return {values.answers()[value].features.size(),
                values.answers()[value].features.join(QLatin1Char(' ')).toCaseFolded()};
    case SortColumn::Reason: {
        const Reason &reason = values.reasons()[value];
        const QStringList parts {reason.code.raw, reason.subCode.raw, reason.channelCode, reason.description};
        return {0, parts.join(QChar(0x1f)).toCaseFolded()};
    }
    case SortColumn::Request:
        return {0, QString::fromUtf8(values.requests().textAt(value))};
    case SortColumn::Project: {
        const QString &id = values.sources()[value].projectId;
        return {0, m_names.projects.value(id, id).toCaseFolded()};
    }
    case SortColumn::App: {
        const QString &id = values.sources()[value].appId;
        return {0, m_names.apps.value(id, id).toCaseFolded()};
    }
    case SortColumn::Tags: { // tagged rows are few: ascending begins with them
        const QStringList &tags = values.annotations()[value].tags;
        return {tags.isEmpty() ? 1 : 0, tags.join(QLatin1Char(' ')).toCaseFolded()};
    }
    case SortColumn::Received:
    case SortColumn::Identity:
    case SortColumn::Latency:
    case SortColumn::Signature:
        break;
    }
    return {};
}

quint32 ColumnSorter::valueCount() const
{
    const RowDictionaries &values = m_store.dictionaries();
    if (m_key.column == SortColumn::Contact)
        return values.people().size();
    if (m_key.column == SortColumn::Tags)
        return values.annotations().size();
    if (m_key.column == SortColumn::Reason)
        return values.reasons().size();
    return member() == &RowDictionaries::Kind::source ? values.sources().size() : values.answers().size();
}

/// By the codes of the column.
std::vector<quint32> ColumnSorter::ranks() const
{
    if (m_key.column == SortColumn::Request)
        return textRanks(m_store.dictionaries().requests());
    // Kinds first: what they name is there by then.
    std::vector<quint32> ranksOfKinds(member() ? m_store.dictionaries().kinds().size() : 0);
    std::vector<Key> keys(valueCount());
    for (quint32 value = 0; value < keys.size(); ++value)
        keys[value] = keyOfValue(value);
    auto ranksOfValues = ranksBy(quint32(keys.size()), [&](quint32 a, quint32 b) { return keys[a] < keys[b]; });
    if (!member())
        return ranksOfValues;
    for (quint32 code = 0; code < ranksOfKinds.size(); ++code)
        ranksOfKinds[code] = ranksOfValues[valueOf(code)];
    return ranksOfKinds;
}

/// The value of a column of numbers as one that sorts without a sign. \param ranksOfTexts  of identities that are no numbers.
quint64 ColumnSorter::numberOf(quint32 id, const std::vector<quint32> &ranksOfTexts) const
{
    if (m_key.column == SortColumn::Latency)
        return quint64(at(&ColumnChunk::latency, id)) ^ (quint64(1) << 63);
    if (m_key.column == SortColumn::Signature)
        return at(&ColumnChunk::facts, id) & RowFacts::kUnsigned;
    const quint64 packed = at(&ColumnChunk::identity, id);
    if (PackedIdentity::isCode(packed)) {
        const quint32 code = PackedIdentity::codeOf(packed); // one that came after the ranking counts as the last
        return PackedIdentity::fromCode(code < ranksOfTexts.size() ? ranksOfTexts[code] : quint32(ranksOfTexts.size()));
    }
    const quint64 digits = PackedIdentity::digitsOf(packed);
    return digits << (4
                      * (PackedIdentity::kMostDigits - PackedIdentity::digitCount(digits))); // as a text, from the left
}

std::optional<QList<quint32>> ColumnSorter::sort(const QList<quint32> &ids,
                                                 const std::function<bool()> &isCancelled) const
{
    const bool isDescending = m_key.direction == Qt::DescendingOrder;
    if (const CodeColumn column = codeColumn()) {
        const std::vector<quint32> ranking = ranks();
        // A row that came meanwhile may have a text that came after the ranking: it counts as the last one.
        const auto rankOf = [&](quint32 id) {
            const quint32 code = at(column, id);
            return code < ranking.size() ? ranking[code] : quint32(ranking.size());
        };
        return sortedBy(ids, rankOf, isDescending, isCancelled);
    }
    const std::vector<quint32> ranking
        = m_key.column == SortColumn::Identity ? textRanks(m_store.dictionaries().texts()) : std::vector<quint32>();
    // By the lower half, then by the upper one: half the memory of sorting whole numbers at once.
    const auto lower = sortedBy(
        ids, [&](quint32 id) { return quint32(numberOf(id, ranking)); }, isDescending, isCancelled);
    if (!lower)
        return std::nullopt;
    return sortedBy(
        *lower, [&](quint32 id) { return quint32(numberOf(id, ranking) >> 32); }, isDescending, isCancelled);
}

std::strong_ordering ColumnSorter::compareAscending(quint32 a, quint32 b) const
{
    if (const CodeColumn column = codeColumn()) {
        const quint32 valueA = valueOf(at(column, a));
        const quint32 valueB = valueOf(at(column, b));
        return valueA == valueB ? std::strong_ordering::equal : keyOfValue(valueA) <=> keyOfValue(valueB);
    }
    const bool areTexts = m_key.column == SortColumn::Identity && PackedIdentity::isCode(at(&ColumnChunk::identity, a))
        && PackedIdentity::isCode(at(&ColumnChunk::identity, b));
    if (!areTexts)
        return numberOf(a, {}) <=> numberOf(b, {}); // numbers come before all texts, whatever their rank
    const TextTable &texts = m_store.dictionaries().texts();
    const auto textOf = [&](quint32 id) {
        return texts.textAt(PackedIdentity::codeOf(at(&ColumnChunk::identity, id))).toByteArray();
    };
    return textOf(a).compare(textOf(b)) <=> 0;
}

std::strong_ordering ColumnSorter::compare(quint32 a, quint32 b) const
{
    return m_key.direction == Qt::AscendingOrder ? compareAscending(a, b) : compareAscending(b, a);
}

} // namespace console
