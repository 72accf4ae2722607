// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/saved_view.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace console {

namespace {

constexpr QLatin1String kViews("views");
constexpr QLatin1String kName("name");
constexpr QLatin1String kFilter("filter");
constexpr QLatin1String kColumns("columns");
constexpr QLatin1String kSort("sort");
constexpr QLatin1String kDescending("descending");
constexpr QLatin1String kGroupBy("group_by");
constexpr QLatin1String kThenBy("then_by");

SavedView viewOf(const QJsonObject &object)
{
    SavedView view;
    view.name = object.value(kName).toString().trimmed();
    view.filter = object.value(kFilter).toString();
    const QJsonArray columns = object.value(kColumns).toArray();
    for (const auto &column : columns)
        view.columns.append(column.toString());
    view.sortColumn = object.value(kSort).toString();
    view.isDescending = object.value(kDescending).toBool(true);
    view.groupBy = object.value(kGroupBy).toString();
    const QJsonArray further = object.value(kThenBy).toArray();
    for (const auto &one : further)
        view.thenBy.append({one[kSort].toString(), one[kDescending].toBool()});
    return view;
}

QJsonArray encoded(const QList<SavedSort> &further)
{
    QJsonArray list;
    for (const SavedSort &one : further)
        list.append(QJsonObject {{kSort, one.column}, {kDescending, one.isDescending}});
    return list;
}

} // namespace

QByteArray encodeSavedViews(const QList<SavedView> &views)
{
    QJsonArray list;
    for (const SavedView &view : views) {
        list.append(QJsonObject {{kName, view.name},
                                 {kFilter, view.filter},
                                 {kColumns, QJsonArray::fromStringList(view.columns)},
                                 {kSort, view.sortColumn},
                                 {kDescending, view.isDescending},
                                 {kGroupBy, view.groupBy},
                                 {kThenBy, encoded(view.thenBy)}});
    }
    return QJsonDocument(QJsonObject {{kViews, list}}).toJson();
}

Result<QList<SavedView>> parseSavedViews(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.object().value(kViews).isArray())
        return failure(Error::Kind::Malformed, QStringLiteral("this file holds no saved views"));
    QList<SavedView> views;
    const QJsonArray list = document.object().value(kViews).toArray();
    for (const auto &one : list) {
        const SavedView view = viewOf(one.toObject());
        if (!view.name.isEmpty())
            views.append(view);
    }
    return views;
}

} // namespace console
