// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/filter.h"
#include "history/filter_lexer.h"

namespace console {

/// Reads a filter expression by recursive descent: `or` binds less than `and`, which may be left out, less than `not`.
class FilterParser
{
public:
    FilterParser(const QString &text, Timestamp now);

    Expected<FilterNode, FilterError> parse();

private:
    using Parsed = Expected<FilterNode, FilterError>;
    Parsed readOr();
    Parsed readAnd();
    Parsed readNot();
    Parsed readBracket();
    Parsed readTerm();

    const FilterToken &here() const { return m_tokens[m_next]; }
    bool isAt(FilterToken::Kind kind) const { return here().kind == kind; }

    std::vector<FilterToken> m_tokens; ///< the last one is an End or an Error
    size_t m_next = 0;
    int m_depth = 0;
    Timestamp m_now;
};

} // namespace console
