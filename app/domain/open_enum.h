// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <array>
#include <string_view>
#include <utility>

namespace console {

/// The names of one vendor enum, used both ways. Specialised beside each enum:
/// `static constexpr auto table = std::array { std::pair { Channel::Sms, std::string_view("SMS") }, … };`
template <typename E>
struct EnumNames;

/// A vendor enum that may grow without asking us. What was sent is kept word for word.
template <typename E>
struct OpenEnum
{
    E value = E::Unrecognized; ///< what we branch on
    QString raw;               ///< what was sent: stored, shown, exported; empty when absent

    static OpenEnum fromText(const QString &text)
    {
        for (const auto &[known, name] : EnumNames<E>::table) {
            if (text == QLatin1String(name.data(), qsizetype(name.size())))
                return {known, text};
        }
        return {E::Unrecognized, text};
    }
    static OpenEnum fromValue(E known)
    {
        for (const auto &[candidate, name] : EnumNames<E>::table) {
            if (candidate == known)
                return {known, QString::fromLatin1(name.data(), qsizetype(name.size()))};
        }
        return {};
    }

    bool isRecognized() const { return value != E::Unrecognized; }
    bool isEmpty() const { return raw.isEmpty(); }

    friend bool operator==(const OpenEnum &, const OpenEnum &) = default;
    friend size_t qHash(const OpenEnum &e, size_t seed = 0) { return ::qHash(e.raw, seed); }
};

} // namespace console
