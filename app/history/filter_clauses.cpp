// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_clauses.h"

#include "history/filter_lexer.h"
#include "history/filter_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace console {

namespace {

using Kind = FilterToken::Kind;

QString nameOf(FilterField field)
{
    const auto word = std::find_if(kFilterFieldWords.begin(), kFilterFieldWords.end(),
                                   [field](const FilterFieldWord &one) { return one.field == field; });
    return latin1(word->name);
}

bool isOn(const FilterToken &token, FilterField field)
{
    return token.kind == Kind::Condition
        && std::any_of(kFilterFieldWords.begin(), kFilterFieldWords.end(), [&](const FilterFieldWord &word) {
               return word.field == field && token.field.compare(latin1(word.name), Qt::CaseInsensitive) == 0;
           });
}

struct Outline
{
    std::vector<FilterToken> tokens;
    std::vector<size_t> conditions; ///< places of those on the field
    bool hasOr = false;
};

Outline outlineOf(const QString &expression, FilterField field)
{
    Outline outline {readFilterTokens(expression), {}, false};
    int depth = 0;
    for (size_t i = 0; i < outline.tokens.size(); ++i) {
        const FilterToken &token = outline.tokens[i];
        depth += token.kind == Kind::Open ? 1 : token.kind == Kind::Close ? -1 : 0;
        if (depth != 0)
            continue;
        outline.hasOr = outline.hasOr || token.kind == Kind::Or;
        const bool isNegated = i > 0 && outline.tokens[i - 1].kind == Kind::Not;
        if (!isNegated && isOn(token, field))
            outline.conditions.push_back(i);
    }
    if (outline.hasOr)
        outline.conditions.clear();
    return outline;
}

/// Takes a condition away with the "and" that joined it.
void cut(QString &text, const std::vector<FilterToken> &tokens, size_t place)
{
    size_t first = place, last = place;
    if (tokens[place + 1].kind == Kind::And)
        ++last;
    else if (place > 0 && tokens[place - 1].kind == Kind::And)
        --first;
    text.remove(tokens[first].position, tokens[last + 1].position - tokens[first].position);
}

QString appended(const QString &expression, const QString &condition, bool hasOr)
{
    const QString before = expression.trimmed();
    if (before.isEmpty() || condition.isEmpty())
        return before + condition;
    return (hasOr ? QLatin1Char('(') + before + QLatin1Char(')') : before) + QLatin1Char(' ') + condition;
}

} // namespace

QString filterClause(const QString &expression, FilterField field)
{
    const Outline outline = outlineOf(expression, field);
    if (outline.conditions.empty())
        return {};
    const FilterToken &token = outline.tokens[outline.conditions.front()];
    return expression.mid(token.position + token.field.size(), token.length - token.field.size());
}

QStringList filterValues(const QString &expression, FilterField field)
{
    QStringList values;
    const Outline outline = outlineOf(expression, field);
    if (outline.conditions.empty())
        return values;
    const FilterToken &token = outline.tokens[outline.conditions.front()];
    if (token.comparison == QLatin1String(":")) {
        for (const FilterValue &value : token.values)
            values.append(value.text);
    }
    return values;
}

QString withFilterClause(const QString &expression, FilterField field, const QString &clause)
{
    const QString condition = clause.isEmpty() ? QString() : nameOf(field) + clause;
    const Outline outline = outlineOf(expression, field);
    if (outline.conditions.empty())
        return appended(expression, condition, outline.hasOr && !condition.isEmpty());
    QString text = expression;
    for (auto place = outline.conditions.rbegin(); place != outline.conditions.rend(); ++place) {
        const FilterToken &token = outline.tokens[*place];
        if (*place == outline.conditions.front() && !condition.isEmpty())
            text.replace(token.position, token.length, condition);
        else
            cut(text, outline.tokens, *place);
    }
    return text.trimmed();
}

QString withFilterValues(const QString &expression, FilterField field, const QStringList &values)
{
    QStringList written;
    std::transform(values.begin(), values.end(), std::back_inserter(written), quotedFilterValue);
    return withFilterClause(expression, field, values.isEmpty() ? QString() : QLatin1Char(':') + written.join(u','));
}

bool readsBodies(const QString &expression)
{
    const auto tokens = readFilterTokens(expression);
    return std::any_of(tokens.begin(), tokens.end(), [](const FilterToken &token) {
        return isOn(token, FilterField::Raw) || (token.kind == Kind::Condition && isPathInBody(token.field));
    });
}

QString quotedFilterValue(const QString &value)
{
    static const QRegularExpression special(QStringLiteral("[\\s(),\"*]"));
    if (!value.isEmpty() && !special.match(value).hasMatch())
        return value;
    QString escaped = value;
    escaped.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return QLatin1Char('"') + escaped + QLatin1Char('"');
}

} // namespace console
