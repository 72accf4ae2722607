// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/predicate.h"

#include "history/predicate_terms.h"

namespace console {

namespace {

class AndNode final : public PredicateNode
{
public:
    explicit AndNode(std::vector<std::unique_ptr<PredicateNode>> children)
        : m_children(std::move(children))
    { }
    void narrow(const Slice &slice, std::span<quint8> mask) override
    {
        for (const auto &child : m_children)
            child->narrow(slice, mask);
    }

private:
    std::vector<std::unique_ptr<PredicateNode>> m_children;
};

class OrNode final : public PredicateNode
{
public:
    explicit OrNode(std::vector<std::unique_ptr<PredicateNode>> children)
        : m_children(std::move(children))
    { }
    /// Each child looks only at what the ones before it left.
    void narrow(const Slice &slice, std::span<quint8> mask) override
    {
        std::vector<quint8> open(mask.begin(), mask.end());
        std::vector<quint8> tried;
        std::fill(mask.begin(), mask.end(), quint8(0));
        for (const auto &child : m_children) {
            tried = open;
            child->narrow(slice, tried);
            for (size_t i = 0; i < mask.size(); ++i) {
                mask[i] = mask[i] | tried[i];
                open[i] = open[i] & quint8(tried[i] ^ 1);
            }
        }
    }

private:
    std::vector<std::unique_ptr<PredicateNode>> m_children;
};

class NotNode final : public PredicateNode
{
public:
    explicit NotNode(std::unique_ptr<PredicateNode> child)
        : m_child(std::move(child))
    { }
    void narrow(const Slice &slice, std::span<quint8> mask) override
    {
        std::vector<quint8> matching(mask.begin(), mask.end());
        m_child->narrow(slice, matching);
        for (size_t i = 0; i < mask.size(); ++i)
            mask[i] = mask[i] & quint8(matching[i] ^ 1);
    }

private:
    std::unique_ptr<PredicateNode> m_child;
};

std::unique_ptr<PredicateNode> compile(const FilterNode &node, const TermContext &context)
{
    if (node.kind == FilterNode::Kind::Term)
        return makeTermNode(node.term, context);
    std::vector<const FilterNode *> ordered;
    ordered.reserve(node.children.size());
    for (const FilterNode &child : node.children)
        ordered.push_back(&child);
    // Bodies come from the disk: they are read last, and only for rows that nothing else has decided.
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const FilterNode *child) { return !child->needsBodies(); });
    std::vector<std::unique_ptr<PredicateNode>> children;
    children.reserve(ordered.size());
    for (const FilterNode *child : ordered)
        children.push_back(compile(*child, context));
    if (node.kind == FilterNode::Kind::Not)
        return std::make_unique<NotNode>(std::move(children.front()));
    if (node.kind == FilterNode::Kind::Or)
        return std::make_unique<OrNode>(std::move(children));
    return std::make_unique<AndNode>(std::move(children));
}

} // namespace

std::unique_ptr<PredicateNode> makeAnyOf(std::vector<std::unique_ptr<PredicateNode>> nodes)
{
    return std::make_unique<OrNode>(std::move(nodes));
}

Predicate::Predicate(const Filter &filter, const ColumnStore &store, BodyReader bodies)
    : m_store(&store)
    , m_root(filter.matchesAll() ? nullptr : compile(filter.root(), {store, filter.names(), std::move(bodies)}))
{ }

Predicate::~Predicate() = default;
Predicate::Predicate(Predicate &&) noexcept = default;
Predicate &Predicate::operator=(Predicate &&) noexcept = default;

void Predicate::collect(quint32 firstId, quint32 lastId, std::vector<quint32> &matching)
{
    const ColumnChunk *const chunk = m_store->chunk(ColumnChunk::numberOf(firstId));
    if (!chunk || firstId > lastId)
        return;
    const quint32 count = lastId - firstId + 1;
    const quint32 firstRow = ColumnChunk::rowOf(firstId);
    m_mask.resize(count);
    for (quint32 i = 0; i < count; ++i)
        m_mask[i] = chunk->facts.at(firstRow + i) & RowFacts::kPresent;
    if (m_root)
        m_root->narrow({*chunk, firstRow, firstId}, m_mask);
    for (quint32 i = count; i-- > 0;) {
        if (m_mask[i] != 0)
            matching.push_back(firstId + i);
    }
}

bool Predicate::matches(quint32 id)
{
    std::vector<quint32> matching;
    collect(id, id, matching);
    return !matching.empty();
}

} // namespace console
