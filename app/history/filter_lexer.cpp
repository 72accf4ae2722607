// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/filter_lexer.h"

#include <QRegularExpression>

namespace console {

namespace {

constexpr QLatin1Char kQuote('"');
constexpr QLatin1Char kEscape('\\');
constexpr QLatin1Char kComma(',');
constexpr qsizetype kLongestPath = 500;

bool isBare(QChar character)
{
    return !character.isSpace() && character != QLatin1Char('(') && character != QLatin1Char(')')
        && character != kQuote;
}

bool isFieldCharacter(QChar character)
{
    return (character.unicode() < 128 && character.isLetter()) || character == QLatin1Char('_');
}

bool isPathCharacter(QChar character)
{
    return character.isLetterOrNumber() || character == QLatin1Char('_') || character == QLatin1Char('-')
        || character == QLatin1Char('$');
}

/// The end of the word that may be a column or a path: `name`, `$.name`, `a.b-c[0]["d.e"]`. Where it begins, if it is neither.
qsizetype fieldEnd(const QString &text, qsizetype begin)
{
    static const QRegularExpression path(
        QStringLiteral("^(?:\\$|[A-Za-z_][\\w-]*)(?:\\.[\\w-]+|\\[\\d{0,6}\\]|\\[\"[^\"]*\"\\])+"));
    qsizetype end = begin;
    while (end < text.size() && isFieldCharacter(text[end]))
        ++end;
    qsizetype sign = end;
    while (sign < text.size() && isPathCharacter(text[sign]))
        ++sign;
    const bool mayBePath = sign < text.size() && (text[sign] == QLatin1Char('.') || text[sign] == QLatin1Char('['));
    const qsizetype pathLength = mayBePath ? path.match(text.mid(begin, kLongestPath)).capturedLength() : 0;
    return pathLength > 0 ? begin + pathLength : end;
}

class Lexer
{
public:
    explicit Lexer(const QString &text)
        : m_text(text)
    { }

    FilterToken next()
    {
        while (!isAtEnd() && here().isSpace())
            ++m_at;
        m_start = m_at;
        if (isAtEnd())
            return token(FilterToken::Kind::End);
        if (here() == QLatin1Char('(') || here() == QLatin1Char(')')) {
            const auto kind = here() == QLatin1Char('(') ? FilterToken::Kind::Open : FilterToken::Kind::Close;
            ++m_at;
            return token(kind);
        }
        return condition();
    }

private:
    bool isAtEnd() const { return m_at >= m_text.size(); }
    QChar here() const { return m_text[m_at]; }

    FilterToken token(FilterToken::Kind kind) const
    {
        FilterToken made;
        made.kind = kind;
        made.position = m_start;
        made.length = m_at - m_start;
        return made;
    }
    FilterToken error(qsizetype position, const QString &message) const
    {
        FilterToken made = token(FilterToken::Kind::Error);
        made.position = position;
        made.length = std::max<qsizetype>(1, m_at - position);
        made.message = message;
        return made;
    }

    /// The field and its comparison, when both are there; else nothing is taken.
    void takeField(FilterToken &made)
    {
        const qsizetype end = fieldEnd(m_text, m_at);
        if (end == m_at || end == m_text.size())
            return;
        const QChar sign = m_text[end];
        if (sign != QLatin1Char(':') && sign != QLatin1Char('<') && sign != QLatin1Char('>'))
            return;
        made.field = m_text.mid(m_at, end - m_at);
        const bool hasEqual
            = sign != QLatin1Char(':') && end + 1 < m_text.size() && m_text[end + 1] == QLatin1Char('=');
        made.comparison = m_text.mid(end, hasEqual ? 2 : 1);
        m_at = end + made.comparison.size();
    }

    /// A comma parts the values of a field; in a plain word it is a character as any other. False when a quote is not closed.
    bool takeValue(FilterValue &value, bool isOfField)
    {
        value.position = m_at;
        if (!isAtEnd() && here() == kQuote) {
            value.isQuoted = true;
            for (++m_at; !isAtEnd() && here() != kQuote; ++m_at) {
                if (here() == kEscape && m_at + 1 < m_text.size())
                    ++m_at;
                value.text += here();
            }
            if (isAtEnd())
                return false;
            ++m_at;
        } else {
            while (!isAtEnd() && isBare(here()) && !(isOfField && here() == kComma))
                value.text += m_text[m_at++];
        }
        value.length = m_at - value.position;
        return true;
    }

    FilterToken condition()
    {
        FilterToken made;
        takeField(made);
        do {
            if (!made.values.empty())
                ++m_at; // the comma
            FilterValue value;
            if (!takeValue(value, !made.field.isEmpty()))
                return error(value.position, QStringLiteral("the quotation is not closed"));
            if (value.text.isEmpty() && !value.isQuoted)
                return error(made.field.isEmpty() || !made.values.empty() ? value.position : m_start,
                             QStringLiteral("a value is missing"));
            made.values.push_back(value);
        } while (!made.field.isEmpty() && !isAtEnd() && here() == kComma);
        if (!isAtEnd() && !here().isSpace() && here() != QLatin1Char(')') && here() != QLatin1Char('('))
            return error(m_at, QStringLiteral("a space is missing"));
        made.kind = kindOf(made);
        made.position = m_start;
        made.length = m_at - m_start;
        return made;
    }

    static FilterToken::Kind kindOf(const FilterToken &made)
    {
        if (!made.field.isEmpty() || made.values.front().isQuoted)
            return FilterToken::Kind::Condition;
        const QString word = made.values.front().text.toLower();
        if (word == QLatin1String("and"))
            return FilterToken::Kind::And;
        if (word == QLatin1String("or"))
            return FilterToken::Kind::Or;
        return word == QLatin1String("not") ? FilterToken::Kind::Not : FilterToken::Kind::Condition;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
};

} // namespace

bool isPathInBody(const QString &field)
{
    return field.contains(QLatin1Char('.')) || field.contains(QLatin1Char('['));
}

std::vector<FilterToken> readFilterTokens(const QString &text)
{
    Lexer lexer(text);
    std::vector<FilterToken> tokens;
    do {
        tokens.push_back(lexer.next());
    } while (tokens.back().kind != FilterToken::Kind::End && tokens.back().kind != FilterToken::Kind::Error);
    return tokens;
}

} // namespace console
