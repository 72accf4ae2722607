// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

#include <span>
#include <variant>
#include <vector>

namespace console {

/// Leads to values in a JSON document: members with a dot between them, `[0]` for one element of a list, `[]` for all,
/// `["a.b"]` for a name with signs in it. "$." in front may stand or not. A value; threads may share it.
class JsonPath
{
public:
    /// Errors: Malformed, with what is wrong in English.
    static Result<JsonPath> parse(const QString &text);

    const QString &text() const { return m_text; }
    /// The last name in it, for a heading.
    QString title() const;
    /// What stands there, lists and objects as compact JSON, several values with a comma between them; null where there
    /// is nothing, or where the bytes are no JSON.
    QString valueIn(const QByteArray &json) const { return valueAt(rootOf(json)); }
    QString valueAt(const QJsonValue &root) const;
    /// One by one; of a list at the end, its elements, too.
    QStringList valuesIn(const QByteArray &json) const;
    /// The same, cut to what a cell of a table shows.
    QString cellIn(const QByteArray &json) const;
    static constexpr qsizetype kLongestCell = 500;
    /// A whole document; undefined where the bytes are none. For several paths in it.
    static QJsonValue rootOf(const QByteArray &json);
    /// All paths of a document that lead to a value that is no object, in its order; \a limit at most.
    static QStringList pathsIn(const QByteArray &json, int limit);

    friend bool operator==(const JsonPath &a, const JsonPath &b) { return a.m_text == b.m_text; }

private:
    struct All
    { };
    using Step = std::variant<QString, qsizetype, All>;

    static void collect(const QJsonValue &value, std::span<const Step> steps, QStringList &found);

    QString m_text;
    std::vector<Step> m_steps;
};

} // namespace console
