// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/json_reader.h"

#include <QJsonDocument>
#include <QStringList>

namespace console {

Result<QJsonObject> parseJsonObject(const QByteArray &bytes)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(Error::Kind::Malformed,
                       QStringLiteral("not JSON: %1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return failure(Error::Kind::Malformed, QStringLiteral("not one JSON object"));
    return document.object();
}

QString stringMember(const QJsonObject &object, QLatin1String name)
{
    return object.value(name).toString();
}

Result<QJsonArray> listMember(const QJsonObject &object, QLatin1String name)
{
    const auto value = object.value(name);
    if (!value.isArray() && !value.isNull() && !value.isUndefined())
        return failure(Error::Kind::Malformed, QStringLiteral("%1 is not a list").arg(name));
    return value.toArray();
}

QStringList stringListMember(const QJsonObject &object, QLatin1String name)
{
    QStringList texts;
    const auto array = object.value(name).toArray();
    for (const auto &element : array) {
        if (element.isString())
            texts.append(element.toString());
    }
    return texts;
}

} // namespace console
