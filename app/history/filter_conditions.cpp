// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_conditions.h"

#include "history/filter_words.h"

#include <QDateTime>
#include <QRegularExpression>

namespace console {

namespace {

using Term = Expected<FilterTerm, FilterError>;

/// From the first millisecond to the one before the last: a point in time is one long, a day about 86,400,000.
struct Span
{
    qint64 begin;
    qint64 end;
};

const FilterFieldWord *fieldWord(const QString &name)
{
    const auto *const word = std::find_if(kFilterFieldWords.begin(), kFilterFieldWords.end(), [&](const auto &known) {
        return name.compare(latin1(known.name), Qt::CaseInsensitive) == 0;
    });
    return word == kFilterFieldWords.end() ? nullptr : word;
}

Unexpected<FilterError> errorAt(const FilterValue &value, const QString &message)
{
    return Unexpected<FilterError>({value.position, value.length, message});
}

Unexpected<FilterError> fieldError(const FilterToken &token, const QString &message)
{
    return Unexpected<FilterError>({token.position, token.field.size(), message});
}

std::optional<qint64> readDuration(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|min|m|h|d)$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toLower();
    const double milliseconds = unit == QLatin1String("ms") ? 1
        : unit == QLatin1String("s")                        ? 1'000
        : unit == QLatin1String("h")                        ? 3'600'000
        : unit == QLatin1String("d")                        ? 86'400'000
                                                            : 60'000;
    return qRound64(match.captured(1).toDouble() * milliseconds);
}

Span dayOf(QDate date)
{
    return {date.startOfDay().toMSecsSinceEpoch(), date.addDays(1).startOfDay().toMSecsSinceEpoch()};
}

/// Dates and times without an offset are those of the clock on the wall, as the table shows them.
std::optional<Span> readTime(const QString &text, Timestamp now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMilliseconds(now)).date();
    const QString word = text.toLower();
    if (word == QLatin1String("today"))
        return dayOf(today);
    if (word == QLatin1String("yesterday"))
        return dayOf(today.addDays(-1));
    if (word.startsWith(QLatin1Char('-'))) {
        const auto ago = readDuration(word.mid(1));
        if (!ago)
            return std::nullopt;
        const qint64 begin = toMilliseconds(now) - *ago;
        return Span {begin, begin + 1};
    }
    if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid() && text.size() == 10)
        return dayOf(date);
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || text.size() < 16)
        return std::nullopt;
    return Span {time.toMSecsSinceEpoch(), time.toMSecsSinceEpoch() + 1};
}

void limit(FilterTerm &term, const QString &comparison, Span span)
{
    if (comparison == QLatin1String(">"))
        term.least = span.end;
    else if (comparison == QLatin1String(">="))
        term.least = span.begin;
    else if (comparison == QLatin1String("<"))
        term.most = span.begin - 1;
    else if (comparison == QLatin1String("<="))
        term.most = span.end - 1;
    else
        term.least = span.begin, term.most = span.end - 1;
}

Term readNumbers(FilterTerm term, const FilterToken &token, FilterValues values, Timestamp now)
{
    const FilterValue &value = token.values.front();
    if (token.values.size() > 1)
        return errorAt(token.values[1], QStringLiteral("%1 takes one value").arg(token.field));
    std::optional<Span> span;
    if (values == FilterValues::Time) {
        span = readTime(value.text, now);
        if (!span)
            return errorAt(value, QStringLiteral("this is no time; try -2h, today, 2026-11-24 or 2026-11-24T06:34"));
    } else if (values == FilterValues::Duration) {
        if (const auto duration = readDuration(value.text))
            span = Span {*duration, *duration + 1};
        else
            return errorAt(value, QStringLiteral("this is no duration; try 500ms, 10s, 2m or 1h"));
    } else {
        bool isNumber = false;
        const qint64 number = value.text.toUInt(&isNumber);
        if (!isNumber)
            return errorAt(value, QStringLiteral("this is no number"));
        span = Span {number, number + 1};
    }
    const bool isPoint = values != FilterValues::Number && span->end - span->begin == 1;
    if (isPoint && token.comparison == QLatin1String(":"))
        return fieldError(token, QStringLiteral("%1 is compared with < or >").arg(token.field));
    limit(term, token.comparison, *span);
    return term;
}

Term readFacts(FilterTerm term, const FilterToken &token)
{
    for (const FilterValue &value : token.values) {
        QString typed = value.text;
        typed.replace(QLatin1Char('-'), QLatin1Char('_')); // "not-asked" is as good
        const auto *const known = std::find_if(kFilterFactWords.begin(), kFilterFactWords.end(), [&](const auto &word) {
            return typed.compare(latin1(word.second), Qt::CaseInsensitive) == 0;
        });
        if (known == kFilterFactWords.end()) {
            QStringList words;
            for (const auto &word : kFilterFactWords)
                words.append(latin1(word.second));
            return errorAt(value, QStringLiteral("is: knows %1").arg(words.join(QLatin1String(", "))));
        }
        term.facts.push_back(known->first);
    }
    return term;
}

Term readTexts(FilterTerm term, const FilterToken &token, TextPattern::Kind kind)
{
    for (const FilterValue &value : token.values) {
        const bool isAbsent = value.text.isEmpty();                              // "" finds rows without the member
        const bool isLiteral = value.isQuoted || term.field == FilterField::Raw; // bodies are full of stars
        term.patterns.push_back(isAbsent        ? TextPattern::literal(value.text, TextPattern::Kind::Whole)
                                    : isLiteral ? TextPattern::literal(value.text, kind)
                                                : TextPattern::parse(value.text, kind));
        if (isAbsent && (term.field == FilterField::Raw || term.field == FilterField::AnyText))
            return errorAt(value, QStringLiteral("there is nothing to look for"));
    }
    return term;
}

/// Other languages write it so: as a plain word it would be looked for everywhere, and nobody would see why nothing is found.
std::optional<FilterError> foreignSpelling(const FilterValue &value)
{
    static const QRegularExpression form(QStringLiteral("^([-!])?([A-Za-z_]+)(!?=|[:<>])"));
    const auto match = form.match(value.text);
    if (value.isQuoted || !match.hasMatch() || !fieldWord(match.captured(2)))
        return std::nullopt;
    const QString field = match.captured(2);
    const QString message = match.capturedLength(1) > 0 || match.captured(3).startsWith(QLatin1Char('!'))
        ? QStringLiteral("rows without it are found by: not %1:…").arg(field)
        : QStringLiteral("%1 is followed by a colon").arg(field);
    return FilterError {value.position, match.capturedLength(), message};
}

Term readPath(FilterTerm term, const FilterToken &token)
{
    const auto path = JsonPath::parse(token.field);
    if (!path)
        return fieldError(token, path.error().detail);
    if (token.comparison != QLatin1String(":"))
        return fieldError(token, QStringLiteral("a path is followed by a colon"));
    term.field = FilterField::Path;
    term.path = *path;
    return readTexts(term, token, TextPattern::Kind::Whole);
}

} // namespace

Expected<FilterTerm, FilterError> readFilterCondition(const FilterToken &token, Timestamp now)
{
    FilterTerm term;
    if (token.field.isEmpty()) {
        if (const auto problem = foreignSpelling(token.values.front()))
            return Unexpected<FilterError>(*problem);
        return readTexts(term, token, TextPattern::Kind::Part);
    }
    if (isPathInBody(token.field))
        return readPath(term, token);
    const FilterFieldWord *const word = fieldWord(token.field);
    if (!word)
        return fieldError(token,
                          QStringLiteral("there is no column \"%1\"; a text with a colon goes into quotation marks")
                              .arg(token.field));
    term.field = word->field;
    const bool isOrdered = word->values == FilterValues::Time || word->values == FilterValues::Duration
        || word->values == FilterValues::Number;
    if (isOrdered)
        return readNumbers(term, token, word->values, now);
    if (token.comparison != QLatin1String(":"))
        return fieldError(token, QStringLiteral("%1 is followed by a colon").arg(token.field));
    if (word->values == FilterValues::Fact)
        return readFacts(term, token);
    return readTexts(term, token,
                     word->values == FilterValues::Whole ? TextPattern::Kind::Whole : TextPattern::Kind::Part);
}

} // namespace console
