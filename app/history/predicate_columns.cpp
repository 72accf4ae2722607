// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/predicate_columns.h"

#include "history/packed_identity.h"

namespace console {

namespace {

constexpr size_t kSkippedBodies = 8; // a gap up to this is read through: cheaper than a statement more

/// Can a number look like this at all? The text of a number is made only for those that can.
bool fitsNumbers(const TextPattern &pattern)
{
    return std::all_of(pattern.text().begin(), pattern.text().end(), [](QChar character) {
        return (character >= QLatin1Char('0') && character <= QLatin1Char('9')) || character == QLatin1Char('+')
            || character == QLatin1Char('*');
    });
}

} // namespace

CodeNode::CodeNode(CodeColumn column, std::function<bool(quint32)> judge)
    : m_column(column)
    , m_judge(std::move(judge))
{ }

void CodeNode::narrow(const Slice &slice, std::span<quint8> mask)
{
    const auto &column = slice.chunk.*m_column;
    for (size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] != 0)
            mask[i] = quint8(verdict(m_verdicts, column.at(slice.firstRow + quint32(i)), m_judge));
    }
}

void LateNode::narrow(const Slice &slice, std::span<quint8> mask)
{
    for (size_t i = 0; i < mask.size(); ++i) {
        const quint32 row = slice.firstRow + quint32(i);
        if (mask[i] != 0)
            mask[i]
                = quint8(m_dictionaries.isAfterDeadline(slice.chunk.request.at(row), slice.chunk.receivedAt.at(row)));
    }
}

bool IdentityNode::Digits::fits(quint64 digits) const
{
    switch (kind) {
    case TextPattern::Kind::Whole:
        return digits == part;
    case TextPattern::Kind::Start:
        return PackedIdentity::startsWith(digits, part, count);
    case TextPattern::Kind::End:
        return PackedIdentity::endsWith(digits, part, count);
    case TextPattern::Kind::Part:
    case TextPattern::Kind::Pieces:
        return PackedIdentity::contains(digits, part, count);
    }
    return false;
}

IdentityNode::IdentityNode(std::vector<TextPattern> patterns, const ColumnStore &store)
    : m_store(store)
    , m_patterns(std::move(patterns))
{
    for (const TextPattern &pattern : m_patterns) {
        if (pattern.text().isEmpty() && pattern.kind() == TextPattern::Kind::Whole) {
            m_matchesAbsent = true;
            continue;
        }
        const bool hasPlus = pattern.text().startsWith(QLatin1Char('+'));
        const bool isAtStart = pattern.kind() == TextPattern::Kind::Whole || pattern.kind() == TextPattern::Kind::Start
            || pattern.kind() == TextPattern::Kind::Part;
        const auto packed = PackedIdentity::fromText(pattern.text().toUtf8());
        if (!packed || pattern.kind() == TextPattern::Kind::Pieces || (hasPlus && !isAtStart)) {
            if (fitsNumbers(pattern))
                m_others.push_back(pattern);
            continue;
        }
        const bool isWordWithPlus = hasPlus && pattern.kind() == TextPattern::Kind::Part; // a number begins there
        const quint64 digits = PackedIdentity::digitsOf(*packed);
        m_digits.push_back(
            {isWordWithPlus ? TextPattern::Kind::Start : pattern.kind(), digits, PackedIdentity::digitCount(digits)});
    }
}

bool IdentityNode::matchesNumber(quint64 packed) const
{
    const quint64 digits = PackedIdentity::digitsOf(packed);
    if (std::any_of(m_digits.begin(), m_digits.end(), [digits](const Digits &part) { return part.fits(digits); }))
        return true;
    if (m_others.empty())
        return false;
    const QString text = PackedIdentity::toText(packed);
    return std::any_of(m_others.begin(), m_others.end(),
                       [&](const TextPattern &pattern) { return pattern.matches(text); });
}

bool IdentityNode::matchesText(quint32 code)
{
    return verdict(m_verdicts, code, [this](quint32 asked) {
        const QByteArrayView text = m_store.dictionaries().texts().textAt(asked);
        return std::any_of(m_patterns.begin(), m_patterns.end(),
                           [&](const TextPattern &pattern) { return pattern.matches(text); });
    });
}

void IdentityNode::narrow(const Slice &slice, std::span<quint8> mask)
{
    for (size_t i = 0; i < mask.size(); ++i) {
        if (mask[i] == 0)
            continue;
        const quint64 packed = slice.chunk.identity.at(slice.firstRow + quint32(i));
        if (packed == 0)
            mask[i] = quint8(m_matchesAbsent);
        else
            mask[i] = quint8(PackedIdentity::isCode(packed) ? matchesText(PackedIdentity::codeOf(packed))
                                                            : matchesNumber(packed));
    }
}

BodyNode::BodyNode(BodyJudge judge, Predicate::BodyReader bodies)
    : m_judge(std::move(judge))
    , m_bodies(std::move(bodies))
{ }

void BodyNode::narrow(const Slice &slice, std::span<quint8> mask)
{
    std::vector<quint8> wanted(mask.begin(), mask.end());
    std::fill(mask.begin(), mask.end(), quint8(0));
    if (!m_bodies)
        return;
    const auto judge = [&](qint64 id, const QByteArray &body) {
        const size_t i = size_t(id - slice.firstId);
        if (wanted[i] != 0)
            mask[i] = quint8(m_judge(body));
    };
    for (size_t first = 0; first < wanted.size(); ++first) {
        if (wanted[first] == 0)
            continue;
        size_t last = first;
        for (size_t i = first; i < wanted.size() && i - last <= kSkippedBodies; ++i) {
            if (wanted[i] != 0)
                last = i;
        }
        m_bodies(slice.firstId + quint32(first), slice.firstId + quint32(last), judge);
        first = last;
    }
}

} // namespace console
