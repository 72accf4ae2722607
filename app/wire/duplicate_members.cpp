// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/duplicate_members.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <array>

namespace console {

namespace {

constexpr qsizetype kLevels = 2;

/// Walks through the brackets without recursion: what is nested deeper is only counted.
class MemberScan
{
public:
    bool findsRepetition(const QByteArray &json)
    {
        for (qsizetype i = 0; i < json.size(); ++i) {
            const char c = json.at(i);
            if (c == '"') {
                const qsizetype end = endOfText(json, i);
                if (isName(json, end) && isRepeated(json.mid(i, end - i)))
                    return true;
                i = end - 1;
            } else if (c == '{' || c == '[') {
                open(c == '{');
            } else if (c == '}' || c == ']') {
                --m_depth;
            }
        }
        return false;
    }

private:
    void open(bool isObject)
    {
        if (++m_depth > kLevels)
            return;
        m_names[size_t(m_depth - 1)].clear();
        m_isObject[size_t(m_depth - 1)] = isObject;
    }

    /// Behind the closing quotation mark of the text that begins at `start`.
    static qsizetype endOfText(const QByteArray &json, qsizetype start)
    {
        qsizetype i = start + 1;
        while (i < json.size() && json.at(i) != '"')
            i += json.at(i) == '\\' ? 2 : 1;
        return std::min(i + 1, json.size());
    }

    bool isName(const QByteArray &json, qsizetype behind) const
    {
        if (m_depth < 1 || m_depth > kLevels || !m_isObject[size_t(m_depth - 1)])
            return false;
        while (behind < json.size() && QByteArrayView(" \t\r\n").contains(json.at(behind)))
            ++behind;
        return behind < json.size() && json.at(behind) == ':';
    }

    bool isRepeated(const QByteArray &quoted)
    {
        auto &names = m_names[size_t(m_depth - 1)];
        // "ch\u0061nnel" is the same name as "channel".
        const QByteArray name = quoted.contains('\\')
            ? QJsonDocument::fromJson('[' + quoted + ']').array().at(0).toString().toUtf8()
            : quoted.mid(1, quoted.size() - 2);
        if (names.contains(name))
            return true;
        names.insert(name);
        return false;
    }

    qsizetype m_depth = 0;
    std::array<QSet<QByteArray>, kLevels> m_names;
    std::array<bool, kLevels> m_isObject {};
};

} // namespace

bool repeatsMembers(const QByteArray &json)
{
    return MemberScan().findsRepetition(json);
}

} // namespace console
