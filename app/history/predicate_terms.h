// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/predicate.h"

namespace console {

/// Successive rows of one chunk.
struct Slice
{
    const ColumnChunk &chunk;
    quint32 firstRow; ///< within the chunk
    quint32 firstId;
};

/// One part of a predicate: works through a slice at a time, so that each column is read in one go.
class PredicateNode
{
public:
    virtual ~PredicateNode() = default;
    /// Sets the mask of rows that do not match to 0; looks only at rows whose mask is 1.
    virtual void narrow(const Slice &slice, std::span<quint8> mask) = 0;
};

struct TermContext
{
    const ColumnStore &store;
    const FilterNames &names;
    Predicate::BodyReader bodies;
};

std::unique_ptr<PredicateNode> makeTermNode(const FilterTerm &term, const TermContext &context);
std::unique_ptr<PredicateNode> makeAnyOf(std::vector<std::unique_ptr<PredicateNode>> nodes);

} // namespace console
