// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_json.h"

#include "exporting/json_text.h"

namespace console {

// QJsonObject sorts its members by name; the contract has an order, so the objects are written by hand.
namespace {
struct JsonOfCell
{
    QByteArray operator()(std::monostate) const { return "null"; }
    QByteArray operator()(bool value) const { return value ? "true" : "false"; }
    QByteArray operator()(qint64 number) const { return QByteArray::number(number); }
    QByteArray operator()(const QString &text) const { return jsonString(text); }
    QByteArray operator()(const QStringList &list) const
    {
        QByteArray json = "[";
        for (const QString &text : list) {
            if (json.size() > 1)
                json += ',';
            json += jsonString(text);
        }
        return json + ']';
    }
};
} // namespace

QByteArray encodeRowJson(const NotificationRow &row, RowMembers members, const QStringList &extraNames,
                         const QList<RowCell> &extras)
{
    QByteArray json;
    json.reserve(768);
    for (const RowMember &member : rowMembers(members)) {
        json += json.isEmpty() ? "{\"" : ",\"";
        json.append(member.name.data(), qsizetype(member.name.size()));
        json += "\":";
        json += std::visit(JsonOfCell(), member.cell(row));
    }
    for (qsizetype i = 0; i < extraNames.size(); ++i)
        json += ',' + jsonString(extraNames.at(i)) + ':' + std::visit(JsonOfCell(), extras.value(i));
    return json + '}';
}

QByteArray encodeLookupJson(const RequestId &requestId, const LookupProgress &progress)
{
    QByteArray silent;
    for (const auto &address : progress.silent) {
        silent += silent.isEmpty() ? "{\"channel\":" : ",{\"channel\":";
        silent += jsonString(address.channel.raw) + ",\"identity\":" + jsonString(address.identity) + '}';
    }
    return "{\"lookup\":{\"request_id\":" + jsonString(requestId.toString()) + ",\"state\":"
        + jsonString(stateName(progress.state)) + ",\"expected\":" + QByteArray::number(progress.expected)
        + ",\"answered\":" + QByteArray::number(progress.answered) + ",\"silent\":[" + silent + "]}}";
}

} // namespace console
