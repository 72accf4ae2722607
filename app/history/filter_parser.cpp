// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_parser.h"

#include "history/filter_conditions.h"

namespace console {

namespace {

constexpr int kDeepest = 100; // brackets and nots inside each other: what the stack surely holds

Unexpected<FilterError> errorAt(const FilterToken &token, const QString &message)
{
    return Unexpected<FilterError>({token.position, std::max<qsizetype>(1, token.length), message});
}

FilterNode joined(FilterNode::Kind kind, std::vector<FilterNode> children)
{
    if (children.size() == 1)
        return std::move(children.front());
    FilterNode node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
}

} // namespace

FilterParser::FilterParser(const QString &text, Timestamp now)
    : m_tokens(readFilterTokens(text))
    , m_now(now)
{ }

FilterParser::Parsed FilterParser::parse()
{
    if (isAt(FilterToken::Kind::End))
        return FilterNode {};
    auto node = readOr();
    if (node && isAt(FilterToken::Kind::Close))
        return errorAt(here(), QStringLiteral("there is no bracket to close"));
    return node;
}

FilterParser::Parsed FilterParser::readOr()
{
    std::vector<FilterNode> children;
    while (true) {
        auto child = readAnd();
        if (!child)
            return child;
        children.push_back(*std::move(child));
        if (!isAt(FilterToken::Kind::Or))
            return joined(FilterNode::Kind::Or, std::move(children));
        ++m_next;
    }
}

FilterParser::Parsed FilterParser::readAnd()
{
    std::vector<FilterNode> children;
    while (true) {
        auto child = readNot();
        if (!child)
            return child;
        children.push_back(*std::move(child));
        if (isAt(FilterToken::Kind::Error))
            return errorAt(here(), here().message);
        if (isAt(FilterToken::Kind::End) || isAt(FilterToken::Kind::Close) || isAt(FilterToken::Kind::Or))
            return joined(FilterNode::Kind::And, std::move(children));
        if (isAt(FilterToken::Kind::And))
            ++m_next;
    }
}

FilterParser::Parsed FilterParser::readNot()
{
    if (m_depth >= kDeepest)
        return errorAt(here(), QStringLiteral("too many brackets inside each other"));
    ++m_depth;
    Parsed read = [this]() -> Parsed {
        if (!isAt(FilterToken::Kind::Not))
            return isAt(FilterToken::Kind::Open) ? readBracket() : readTerm();
        ++m_next;
        auto child = readNot();
        if (!child)
            return child;
        FilterNode node;
        node.kind = FilterNode::Kind::Not;
        node.children.push_back(*std::move(child));
        return node;
    }();
    --m_depth;
    return read;
}

FilterParser::Parsed FilterParser::readBracket()
{
    const FilterToken open = here();
    ++m_next;
    auto inside = readOr();
    if (!inside)
        return inside;
    if (!isAt(FilterToken::Kind::Close))
        return errorAt(open, QStringLiteral("the bracket is not closed"));
    ++m_next;
    return inside;
}

FilterParser::Parsed FilterParser::readTerm()
{
    const FilterToken &token = here();
    switch (token.kind) {
    case FilterToken::Kind::Error:
        return errorAt(token, token.message);
    case FilterToken::Kind::End:
        return errorAt(token, QStringLiteral("a condition is missing at the end"));
    case FilterToken::Kind::And:
    case FilterToken::Kind::Or:
    case FilterToken::Kind::Close:
        return errorAt(token, QStringLiteral("a condition is missing here"));
    case FilterToken::Kind::Not:
    case FilterToken::Kind::Open:
    case FilterToken::Kind::Condition:
        break;
    }
    auto term = readFilterCondition(token, m_now);
    if (!term)
        return Unexpected<FilterError>(term.error());
    ++m_next;
    FilterNode node;
    node.kind = FilterNode::Kind::Term;
    node.term = *std::move(term);
    return node;
}

} // namespace console
