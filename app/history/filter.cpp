// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter.h"

#include "history/filter_parser.h"

namespace console {

bool FilterNode::needsBodies() const
{
    return term.field == FilterField::Raw || term.field == FilterField::Path
        || std::any_of(children.begin(), children.end(), [](const FilterNode &child) { return child.needsBodies(); });
}

Filter::Filter()
    : m_root(std::make_shared<FilterNode>())
{ }

Expected<Filter, FilterError> Filter::parse(const QString &text, Timestamp now, const FilterNames &names)
{
    auto root = FilterParser(text, now).parse();
    if (!root)
        return Unexpected<FilterError>(root.error());
    Filter filter;
    filter.m_text = text;
    filter.m_root = std::make_shared<FilterNode>(*std::move(root));
    filter.m_names = names;
    return filter;
}

} // namespace console
