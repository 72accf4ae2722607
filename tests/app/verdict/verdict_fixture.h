// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fixture.h"
#include "verdict/verdict_input.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace console {

inline QJsonObject verdictData()
{
    return QJsonDocument::fromJson(fixture("verdict/verdict-data.json")).object();
}

inline QStringList texts(const QJsonValue &list)
{
    QStringList result;
    for (const auto &value : list.toArray())
        result.append(value.toString());
    return result;
}

inline AnswerContext contextFrom(const QJsonObject &json)
{
    AnswerContext context;
    if (json.contains(QLatin1String("conflictWith")))
        context.conflictWith = CapabilityStatus::fromText(json[QLatin1String("conflictWith")].toString());
    context.sameAnswerBefore = json[QLatin1String("sameAnswerBefore")].toInt();
    const QString history = json[QLatin1String("rcsHistory")].toString();
    if (history == QLatin1String("allNo"))
        context.rcsHistory = RcsHistory::AllNo;
    if (history == QLatin1String("positiveSameCountry"))
        context.rcsHistory = RcsHistory::PositiveSameCountry;
    context.isRcsCheckForbidden = json[QLatin1String("rcsStandaloneLookup")].toString() == QLatin1String("forbidden");
    context.channelState = OpenEnum<ChannelState>::fromText(json[QLatin1String("appChannelState")].toString());
    context.isUnstable = json[QLatin1String("unstable")].toBool();
    return context;
}

/// An answer as verdict-data.json writes it.
inline VerdictInput inputFrom(const QJsonObject &json)
{
    VerdictInput input;
    input.address.channel = ChannelName::fromText(json[QLatin1String("channel")].toString());
    input.address.identity = json[QLatin1String("identity")].toString();
    input.isSilent = json[QLatin1String("silent")].toBool();
    input.status = CapabilityStatus::fromText(json[QLatin1String("status")].toString());
    const QJsonObject reason = json[QLatin1String("reason")].toObject();
    input.reason.code = OpenEnum<ReasonCode>::fromText(reason[QLatin1String("code")].toString());
    input.reason.subCode = OpenEnum<ReasonSubCode>::fromText(reason[QLatin1String("sub_code")].toString());
    input.reason.channelCode = reason[QLatin1String("channel_code")].toString();
    input.channelCapabilities = texts(json[QLatin1String("channel_capabilities")]);
    input.age = std::chrono::milliseconds(qint64(json[QLatin1String("ageHours")].toDouble() * 3'600'000));
    const QString signature = json[QLatin1String("signature")].toString();
    if (signature == QLatin1String("unsigned"))
        input.signature = AnswerSignature::Unsigned;
    if (signature == QLatin1String("rejected"))
        input.signature = AnswerSignature::Rejected;
    input.context = contextFrom(json[QLatin1String("context")].toObject());
    return input;
}

} // namespace console
