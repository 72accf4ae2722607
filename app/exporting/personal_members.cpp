// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/personal_members.h"

#include "core/json_path.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace console {

namespace {

constexpr std::array kPersonal {"contact_id", "identity",     "display_name", "external_id", "email",
                                "metadata",   "profile_name", "recipient",    "notes"};

void collect(const QJsonValue &value, bool isPersonal, QStringList &found)
{
    if (value.isObject()) {
        const QJsonObject members = value.toObject();
        for (auto member = members.begin(); member != members.end(); ++member)
            collect(member.value(), canNamePerson(member.key()), found);
    } else if (value.isArray()) {
        const QJsonArray list = value.toArray();
        for (const auto &one : list)
            collect(one, isPersonal, found);
    } else if (isPersonal && !value.isBool() && !value.isNull() && !value.toVariant().toString().isEmpty()) {
        found.append(value.toVariant().toString());
    }
}

} // namespace

bool canNamePerson(const QString &member)
{
    return std::any_of(kPersonal.begin(), kPersonal.end(),
                       [&member](const char *name) { return member == QLatin1String(name); });
}

QStringList personalValuesIn(const QByteArray &json)
{
    QStringList found;
    collect(JsonPath::rootOf(json), false, found);
    found.removeDuplicates();
    return found;
}

} // namespace console
