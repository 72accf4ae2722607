// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace console {

struct FilterValue
{
    QString text;
    bool isQuoted = false;
    qsizetype position = 0;
    qsizetype length = 0;
};

/// A piece of a filter expression: a bracket, a word that combines, or a condition with its values.
struct FilterToken
{
    enum class Kind { Condition, And, Or, Not, Open, Close, End, Error };
    Kind kind = Kind::End;
    qsizetype position = 0;
    qsizetype length = 0;
    QString field;                   ///< of a condition, a column or a path; empty for plain words
    QString comparison;              ///< ":", ">", ">=", "<" or "<="
    std::vector<FilterValue> values; ///< of a condition
    QString message;                 ///< of an error
};

/// A word before a colon leads into the body, as message.status, parts[].kind or $.status; no column is called so.
bool isPathInBody(const QString &field);

/// Cuts an expression into tokens; the last one is an End or an Error.
std::vector<FilterToken> readFilterTokens(const QString &text);

} // namespace console
