// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QHash>
#include <QString>

namespace console {

/// An id that cannot be mixed up with another kind of id. Ids from outside are opaque text: valid means not empty.
template <typename Tag>
class StrongId
{
public:
    /// Errors: Config when the text is empty.
    [[nodiscard]] static Result<StrongId> parse(const QString &text)
    {
        if (text.isEmpty())
            return failure(Error::Kind::Config, QStringLiteral("an id is empty"));
        return StrongId(text);
    }
    /// Empty and absent count alike in what the vendor sends: both are "no id".
    [[nodiscard]] static std::optional<StrongId> fromOptional(const QString &text)
    {
        return text.isEmpty() ? std::nullopt : std::optional(StrongId(text));
    }

    const QString &toString() const { return m_text; }

    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend auto operator<(const StrongId &a, const StrongId &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    explicit StrongId(QString text)
        : m_text(std::move(text))
    { }
    QString m_text;
};

/// The text of an id that may be missing: empty when it is.
template <typename Tag>
QString textOf(const std::optional<StrongId<Tag>> &id)
{
    return id ? id->toString() : QString();
}

} // namespace console
