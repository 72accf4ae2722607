// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/duplicate_members.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <deque>
#include <string_view>
#include <vector>

namespace console {

namespace {

constexpr qsizetype kLevels = 2;

std::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), size_t(bytes.size())};
}

/// Walks through the brackets without recursion: what is nested deeper is only counted.
class MemberScan
{
public:
    std::optional<QByteArray> findRepetition(QByteArrayView json)
    {
        for (qsizetype i = 0; i < json.size(); ++i) {
            const char c = json[i];
            if (c == '"') {
                const qsizetype end = endOfText(json, i);
                if (isName(json, end))
                    addName(json.sliced(i, end - i));
                i = end - 1;
            } else if (c == '{' || c == '[') {
                open(c == '{');
            } else if (c == '}' || c == ']') {
                if (auto repeated = close())
                    return repeated;
            }
        }
        return std::nullopt;
    }

private:
    struct Level
    {
        bool isObject = false;
        std::vector<std::string_view> names;
    };
    Level &level() { return m_levels[size_t(m_depth - 1)]; }
    bool isWatched() const { return m_depth >= 1 && m_depth <= kLevels; }

    void open(bool isObject)
    {
        ++m_depth;
        if (!isWatched())
            return;
        level().isObject = isObject;
        level().names.clear();
    }

    std::optional<QByteArray> close()
    {
        std::optional<QByteArray> repeated;
        if (isWatched()) {
            auto &names = level().names;
            std::sort(names.begin(), names.end());
            const auto found = std::adjacent_find(names.begin(), names.end());
            if (found != names.end())
                repeated = QByteArray(found->data(), qsizetype(found->size()));
        }
        --m_depth;
        return repeated;
    }

    /// Behind the closing quotation mark of the text that begins at `start`.
    static qsizetype endOfText(QByteArrayView json, qsizetype start)
    {
        qsizetype i = start + 1;
        while (i < json.size() && json[i] != '"')
            i += json[i] == '\\' ? 2 : 1;
        return std::min(i + 1, json.size());
    }

    bool isName(QByteArrayView json, qsizetype behind)
    {
        if (!isWatched() || !level().isObject)
            return false;
        while (behind < json.size() && QByteArrayView(" \t\r\n").contains(json[behind]))
            ++behind;
        return behind < json.size() && json[behind] == ':';
    }

    void addName(QByteArrayView quoted)
    {
        // "ch\u0061nnel" is the same name as "channel".
        if (quoted.contains('\\')) {
            const QByteArray list = '[' + quoted.toByteArray() + ']';
            m_unescaped.push_back(QJsonDocument::fromJson(list).array().at(0).toString().toUtf8());
            level().names.push_back(viewOf(m_unescaped.back()));
        } else {
            level().names.push_back(viewOf(quoted.sliced(1, quoted.size() - 2)));
        }
    }

    qsizetype m_depth = 0;
    std::array<Level, kLevels> m_levels;
    std::deque<QByteArray> m_unescaped; ///< what names point into
};

} // namespace

bool repeatsMembers(const QByteArray &json)
{
    return repeatedMember(json).has_value();
}

std::optional<QByteArray> repeatedMember(const QByteArray &json)
{
    return MemberScan().findRepetition(json);
}

} // namespace console
