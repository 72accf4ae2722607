// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_path.h"
#include "core/result.h"
#include "core/timestamp.h"
#include "history/text_pattern.h"

#include <QHash>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace console {

enum class FilterField {
    AnyText,
    Project,
    App,
    Contact,
    Channel,
    Identity,
    Status,
    Reason,
    Description,
    Features,
    Request,
    Received,
    Latency,
    Retries,
    Tag,
    Note,
    Is,
    Raw,
    Path ///< what stands somewhere in the body
};

/// What `is:…` can say.
enum class FilterFact {
    Late,
    New,
    Conflict,
    Signed,
    Unsigned,
    Joined,
    ByRecipient,
    NotAsked,
    Retried,
    Pinned,
    Tagged,
    Noted,
    PreviousSecret, ///< signed with the secret that was being replaced
    RepeatedMembers ///< the body named a member twice
};

/// One condition: a field has one of some values, or a number between two.
struct FilterTerm
{
    FilterField field = FilterField::AnyText;
    std::vector<TextPattern> patterns;
    std::vector<FilterFact> facts;
    std::optional<JsonPath> path;                          ///< of FilterField::Path
    qint64 least = std::numeric_limits<qint64>::min() + 1; ///< milliseconds; both ends included
    qint64 most = std::numeric_limits<qint64>::max();
};

/// Conditions and how they are combined. And over nothing is true.
struct FilterNode
{
    enum class Kind { Term, And, Or, Not };
    Kind kind = Kind::And;
    std::vector<FilterNode> children;
    FilterTerm term;

    bool needsBodies() const;
};

/// What people call the projects and apps whose ids the rows hold.
struct FilterNames
{
    QHash<QString, QString> projects;
    QHash<QString, QString> apps;
};

/// Where an expression cannot be read, and why: English words.
struct FilterError
{
    qsizetype position = 0; ///< in characters of the expression
    qsizetype length = 0;
    QString message;
};

/// A filter expression that was understood; README.md of this room describes the language. A value; threads may share it.
class Filter
{
public:
    /// Matches every row.
    Filter();

    /// \param now  what "-2h" and "today" count from; they do not move on afterwards.
    static Expected<Filter, FilterError> parse(const QString &text, Timestamp now, const FilterNames &names = {});

    const QString &text() const { return m_text; }
    const FilterNode &root() const { return *m_root; }
    const FilterNames &names() const { return m_names; }
    bool matchesAll() const { return m_root->kind == FilterNode::Kind::And && m_root->children.empty(); }
    /// Bodies are not in memory: a search through them takes its time.
    bool needsBodies() const { return m_root->needsBodies(); }

private:
    QString m_text;
    std::shared_ptr<const FilterNode> m_root;
    FilterNames m_names;
};

} // namespace console
