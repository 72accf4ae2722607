// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/body_judges.h"
#include "history/predicate_terms.h"

namespace console {

/// The parts of a predicate that look at one column. See PredicateNode.

/// By code: 0 not judged yet, 1 no, 2 yes.
using Verdicts = std::vector<quint8>;

/// The verdict about a code, from memory or by the judge.
template <typename Judge>
bool verdict(Verdicts &verdicts, quint32 code, const Judge &judge)
{
    if (code >= verdicts.size())
        verdicts.resize(size_t(code) + code / 2 + 64);
    if (verdicts[code] == 0)
        verdicts[code] = judge(code) ? 2 : 1;
    return verdicts[code] == 2;
}

/// A column of codes: each code is judged once, when it is met first.
class CodeNode final : public PredicateNode
{
public:
    using CodeColumn = Column<quint32, ColumnChunk::kRows> ColumnChunk::*;
    CodeNode(CodeColumn column, std::function<bool(quint32)> judge);
    void narrow(const Slice &slice, std::span<quint8> mask) override;

private:
    CodeColumn m_column;
    std::function<bool(quint32)> m_judge;
    Verdicts m_verdicts;
};

/// A column of numbers, of which some bits count, between two.
template <typename T>
class RangeNode final : public PredicateNode
{
public:
    using NumberColumn = Column<T, ColumnChunk::kRows> ColumnChunk::*;
    RangeNode(NumberColumn column, T bits, qint64 least, qint64 most)
        : m_column(column)
        , m_bits(bits)
        , m_least(least)
        , m_most(most)
    { }
    void narrow(const Slice &slice, std::span<quint8> mask) override
    {
        const auto &column = slice.chunk.*m_column;
        for (size_t i = 0; i < mask.size(); ++i) {
            const qint64 value = qint64(column.at(slice.firstRow + quint32(i)) & m_bits);
            mask[i] = mask[i] & quint8(value >= m_least) & quint8(value <= m_most);
        }
    }

private:
    NumberColumn m_column;
    T m_bits;
    qint64 m_least;
    qint64 m_most;
};

/// Some bits of the facts have one value.
class FactsNode final : public PredicateNode
{
public:
    FactsNode(RowFacts::Bits bits, RowFacts::Bits value)
        : m_range(&ColumnChunk::facts, bits, value, value)
    { }
    void narrow(const Slice &slice, std::span<quint8> mask) override { m_range.narrow(slice, mask); }

private:
    RangeNode<RowFacts::Bits> m_range;
};

/// Received after the wait of the lookup was over.
class LateNode final : public PredicateNode
{
public:
    explicit LateNode(const ColumnStore &store)
        : m_dictionaries(store.dictionaries())
    { }
    void narrow(const Slice &slice, std::span<quint8> mask) override;

private:
    const RowDictionaries &m_dictionaries;
};

/// Identities: parts of phone numbers are compared in their packed form; a leading '+' makes no difference.
class IdentityNode final : public PredicateNode
{
public:
    IdentityNode(std::vector<TextPattern> patterns, const ColumnStore &store);
    void narrow(const Slice &slice, std::span<quint8> mask) override;

private:
    struct Digits
    {
        TextPattern::Kind kind;
        quint64 part;
        int count;
        bool fits(quint64 digits) const;
    };
    bool matchesNumber(quint64 packed) const;
    bool matchesText(quint32 code);

    const ColumnStore &m_store;
    std::vector<TextPattern> m_patterns;
    std::vector<Digits> m_digits;
    std::vector<TextPattern> m_others; ///< patterns that must see a number's text
    Verdicts m_verdicts;               ///< of texts
    bool m_matchesAbsent = false;
};

/// Bodies are as a judge says.
class BodyNode final : public PredicateNode
{
public:
    BodyNode(BodyJudge judge, Predicate::BodyReader bodies);
    void narrow(const Slice &slice, std::span<quint8> mask) override;

private:
    BodyJudge m_judge;
    Predicate::BodyReader m_bodies;
};

} // namespace console
