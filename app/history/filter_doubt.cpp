// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_doubt.h"

#include "history/filter_completion.h"
#include "history/filter_lexer.h"
#include "history/filter_words.h"

#include <algorithm>

namespace console {

namespace {

constexpr qsizetype kMostNamed = 6;

/// Nothing for fields whose values are anybody's.
QString kindOf(FilterField field)
{
    switch (field) {
    case FilterField::Status:
        return QStringLiteral("status");
    case FilterField::Channel:
        return QStringLiteral("channel");
    case FilterField::Reason:
        return QStringLiteral("reason");
    default:
        return {};
    }
}

std::optional<FilterField> fieldOf(const FilterToken &token)
{
    const auto word = std::find_if(kFilterFieldWords.begin(), kFilterFieldWords.end(), [&](const FilterFieldWord &one) {
        return token.field.compare(latin1(one.name), Qt::CaseInsensitive) == 0;
    });
    return word == kFilterFieldWords.end() ? std::nullopt : std::optional(word->field);
}

bool isKnown(const QString &value, FilterField field, const QStringList &known)
{
    const bool isVendors = field == FilterField::Status && CapabilityStatus::fromText(value.toUpper()).isRecognized();
    return value.isEmpty() || isVendors || value.contains(QLatin1Char('*'))
        || known.contains(value, Qt::CaseInsensitive);
}

QString told(const QString &kind, const QString &value, const QStringList &known)
{
    QString list = known.mid(0, kMostNamed).join(QStringLiteral(", "));
    if (known.size() > kMostNamed)
        list += QStringLiteral(", …");
    return QStringLiteral("no %1 is called “%2”; known: %3").arg(kind, value, list);
}

} // namespace

std::optional<FilterError> doubtfulFilterValue(const QString &expression, const ColumnStore &store)
{
    for (const FilterToken &token : readFilterTokens(expression)) {
        const auto field = token.kind == FilterToken::Kind::Condition ? fieldOf(token) : std::nullopt;
        const QString kind = field ? kindOf(*field) : QString();
        if (kind.isEmpty())
            continue;
        const QStringList known = knownFilterValues(*field, store);
        for (const FilterValue &value : token.values) {
            if (!isKnown(value.text, *field, known))
                return FilterError {value.position, value.length, told(kind, value.text, known)};
        }
    }
    return std::nullopt;
}

} // namespace console
