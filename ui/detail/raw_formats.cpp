// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/raw_formats.h"

#include <QJsonDocument>

namespace console {

namespace {

/// Re-indents text that is known to be well-formed.
class JsonIndenter
{
public:
    QByteArray indent(const QByteArray &json)
    {
        for (qsizetype i = 0; i < json.size(); ++i) {
            const char c = json.at(i);
            if (m_isInString)
                takeInString(c);
            else if (c != ' ' && c != '\t' && c != '\r' && c != '\n')
                take(c);
        }
        return m_out;
    }

private:
    void takeInString(char c)
    {
        m_out += c;
        if (m_isEscaped)
            m_isEscaped = false;
        else if (c == '\\')
            m_isEscaped = true;
        else if (c == '"')
            m_isInString = false;
    }
    void take(char c)
    {
        const bool isEnd = c == '}' || c == ']';
        if (m_isOpened && !isEnd)
            newLine(++m_depth);
        if (isEnd && !m_isOpened)
            newLine(--m_depth);
        m_isOpened = c == '{' || c == '[';
        m_isInString = c == '"';
        m_out += c;
        if (c == ',')
            newLine(m_depth);
        if (c == ':')
            m_out += ' ';
    }
    void newLine(int depth) { m_out += '\n' + QByteArray(2 * std::max<qsizetype>(0, depth), ' '); }

    QByteArray m_out;
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
    bool m_isOpened = false; ///< the last thing was an opening bracket
};

} // namespace

std::optional<QString> prettyJson(const QByteArray &bytes)
{
    if (QJsonDocument::fromJson(bytes).isNull())
        return std::nullopt;
    return QString::fromUtf8(JsonIndenter().indent(bytes));
}

} // namespace console
