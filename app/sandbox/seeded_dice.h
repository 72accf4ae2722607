// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <random>

namespace console {

/// Random choices that are the same for the same seed on every machine. The distributions of the standard library are
/// not, so there is only the engine and the remainder.
class SeededDice
{
public:
    explicit SeededDice(quint64 seed)
        : m_engine(seed)
    { }

    int below(int limit) { return int(m_engine() % quint64(limit)); }
    bool happens(int percent) { return below(100) < percent; }
    QString pick(const QStringList &choices) { return choices[below(int(choices.size()))]; }
    /// One of the entries of a list that is separated by "|".
    QString pick(const char *choices) { return pick(QString::fromUtf8(choices).split(QLatin1Char('|'))); }
    QString characters(const char *alphabet, int count)
    {
        const auto choices = QString::fromLatin1(alphabet);
        QString text;
        while (text.size() < count)
            text += choices[below(int(choices.size()))];
        return text;
    }
    QString digits(int count) { return characters("0123456789", count); }
    QString hex(int count) { return characters("0123456789abcdef", count); }
    QString token(int count)
    {
        return characters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", count);
    }
    /// Two digits from 00 to 49: the identities that are answered plausibly.
    QString withOrdinaryEnding(const QString &body)
    {
        return body + QStringLiteral("%1").arg(below(50), 2, 10, QLatin1Char('0'));
    }
    /// \param milliseconds  the time that stands in the first ten characters
    QString ulid(quint64 milliseconds)
    {
        const auto alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        QString text(10, Qt::Uninitialized);
        for (int i = 9; i >= 0; --i, milliseconds /= 32)
            text[i] = QLatin1Char(alphabet[milliseconds % 32]);
        return text + characters(alphabet, 16);
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace console
