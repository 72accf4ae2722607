// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace console {

/// The grounds that a row can have; the window knows what they look like.
enum class RowColor { Red, Orange, Yellow, Green, Teal, Blue, Purple, Pink };
inline constexpr int kRowColors = 8;

/// Rows that a filter lets through get a colour; of several rules the first one counts.
struct ColorRule
{
    QString name;
    QString filter;
    RowColor color = RowColor::Yellow;
    bool isOn = true;

    friend bool operator==(const ColorRule &, const ColorRule &) = default;
};

QByteArray encodeColorRules(const QList<ColorRule> &rules);
/// None where it is no such document; a colour that this version does not know is yellow.
QList<ColorRule> parseColorRules(const QByteArray &json);

} // namespace console
