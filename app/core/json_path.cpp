// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_path.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace console {

namespace {

QString textOf(const QJsonValue &value)
{
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return value.isNull() ? QStringLiteral("null") : value.toVariant().toString();
}

QString stepTo(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[^.\\[\\]\"\\s]+$"));
    return plain.match(name).hasMatch() ? QLatin1Char('.') + name : QStringLiteral("[\"%1\"]").arg(name);
}

void addPaths(const QJsonValue &value, const QString &path, QStringList &paths, int limit)
{
    if (paths.size() >= limit)
        return;
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            addPaths(member.value(), path + stepTo(member.key()), paths, limit);
        return;
    }
    paths.append(path.startsWith(QLatin1Char('.')) ? path.mid(1) : path);
    const QJsonArray list = value.toArray();
    if (!list.isEmpty() && list.first().isObject())
        addPaths(list.first(), path + QLatin1String("[]"), paths, limit);
}

} // namespace

Result<JsonPath> JsonPath::parse(const QString &text)
{
    static const QRegularExpression step(
        QStringLiteral("\\G(?:(?:^|\\.)([^.\\[\\]\"\\s]+)|\\[\"([^\"]*)\"\\]|\\[(\\d{0,6})\\])"));
    JsonPath path;
    path.m_text = text.trimmed();
    if (path.m_text.startsWith(QLatin1String("$.")) || path.m_text.startsWith(QLatin1String("$[")))
        path.m_text.remove(0, path.m_text.at(1) == QLatin1Char('.') ? 2 : 1);
    qsizetype place = 0;
    while (place < path.m_text.size()) {
        const auto match = step.match(path.m_text, place);
        if (!match.hasMatch())
            return failure(Error::Kind::Malformed,
                           QStringLiteral("no member is named by “%1”").arg(path.m_text.mid(place)));
        if (match.hasCaptured(1))
            path.m_steps.emplace_back(match.captured(1));
        else if (match.hasCaptured(2))
            path.m_steps.emplace_back(match.captured(2));
        else if (match.captured(3).isEmpty())
            path.m_steps.emplace_back(All {});
        else
            path.m_steps.emplace_back(qsizetype(match.captured(3).toInt()));
        place = match.capturedEnd();
    }
    if (path.m_steps.empty())
        return failure(Error::Kind::Malformed, QStringLiteral("a path names a member, as in message.status"));
    return path;
}

QString JsonPath::title() const
{
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step) {
        if (const auto *name = std::get_if<QString>(&*step))
            return *name;
    }
    return m_text;
}

void JsonPath::collect(const QJsonValue &value, std::span<const Step> steps, QStringList &found)
{
    if (value.isUndefined())
        return;
    if (steps.empty()) {
        found.append(textOf(value));
        return;
    }
    const auto rest = steps.subspan(1);
    if (const auto *name = std::get_if<QString>(&steps.front()))
        return collect(value.toObject().value(*name), rest, found);
    const QJsonArray list = value.toArray();
    if (const auto *number = std::get_if<qsizetype>(&steps.front()))
        return collect(list.at(*number), rest, found);
    for (const auto &one : list)
        collect(one, rest, found);
}

QJsonValue JsonPath::rootOf(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isArray())
        return document.array();
    return document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Undefined);
}

QString JsonPath::valueAt(const QJsonValue &root) const
{
    QStringList found;
    collect(root, m_steps, found);
    return found.isEmpty() ? QString() : found.join(QStringLiteral(", "));
}

QStringList JsonPath::valuesIn(const QByteArray &json) const
{
    const QJsonValue root = rootOf(json);
    QStringList found;
    collect(root, m_steps, found);
    std::vector<Step> elements = m_steps;
    elements.emplace_back(All {});
    collect(root, elements, found);
    return found;
}

QString JsonPath::cellIn(const QByteArray &json) const
{
    const QString text = valueAt(rootOf(json));
    return text.size() > kLongestCell ? text.left(kLongestCell) + QChar(0x2026) : text;
}

QStringList JsonPath::pathsIn(const QByteArray &json, int limit)
{
    QStringList paths;
    const QJsonValue root = rootOf(json);
    if (!root.isUndefined())
        addPaths(root, QString(), paths, limit);
    return paths;
}

} // namespace console
