// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/color_rule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace console {

namespace {

constexpr QLatin1String kRules("color_rules");
constexpr QLatin1String kName("name");
constexpr QLatin1String kFilter("filter");
constexpr QLatin1String kColor("color");
constexpr QLatin1String kOn("on");
constexpr qsizetype kMostRules = 100; // each is asked about every row in sight

constexpr std::array kColors {
    std::pair {RowColor::Red, "red"},       std::pair {RowColor::Orange, "orange"},
    std::pair {RowColor::Yellow, "yellow"}, std::pair {RowColor::Green, "green"},
    std::pair {RowColor::Teal, "teal"},     std::pair {RowColor::Blue, "blue"},
    std::pair {RowColor::Purple, "purple"}, std::pair {RowColor::Pink, "pink"},
};
static_assert(kColors.size() == kRowColors);

RowColor colorOf(const QString &word)
{
    for (const auto &[color, known] : kColors) {
        if (word == QLatin1String(known))
            return color;
    }
    return RowColor::Yellow;
}

} // namespace

QByteArray encodeColorRules(const QList<ColorRule> &rules)
{
    QJsonArray list;
    for (const ColorRule &rule : rules)
        list.append(QJsonObject {{kName, rule.name},
                                 {kFilter, rule.filter},
                                 {kColor, QLatin1String(kColors[size_t(rule.color)].second)},
                                 {kOn, rule.isOn}});
    return QJsonDocument(QJsonObject {{kRules, list}}).toJson();
}

QList<ColorRule> parseColorRules(const QByteArray &json)
{
    QList<ColorRule> rules;
    const QJsonArray list = QJsonDocument::fromJson(json).object().value(kRules).toArray();
    for (const auto &one : list) {
        const ColorRule rule {one[kName].toString().trimmed(), one[kFilter].toString().trimmed(),
                              colorOf(one[kColor].toString()), one[kOn].toBool(true)};
        if (!rule.name.isEmpty() && !rule.filter.isEmpty() && rules.size() < kMostRules)
            rules.append(rule);
    }
    return rules;
}

} // namespace console
