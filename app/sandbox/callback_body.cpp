// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/callback_body.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace console {

namespace {
QString acceptedTime(Timestamp time)
{
    auto text = toIso8601(time); // …12.345Z
    text.chop(1);
    const int furtherDigits = 3 * QRandomGenerator::global()->bounded(3);
    for (int i = 0; i < furtherDigits; ++i)
        text += QLatin1Char(char('0' + QRandomGenerator::global()->bounded(10)));
    return text + QLatin1Char('Z');
}

QJsonObject reasonObject(const CapabilityAnswer &answer)
{
    return {{QStringLiteral("code"), answer.reasonCode},
            {QStringLiteral("description"), answer.reasonDescription},
            {QStringLiteral("sub_code"), QStringLiteral("UNSPECIFIED_SUB_CODE")},
            {QStringLiteral("channel_code"), answer.channelCode}};
}

/// The members that the envelope holds today and that stood alone in 2020.
QJsonObject notification(const PlannedCallback &callback, const CallbackSubject &subject)
{
    const auto &answer = callback.answer;
    QJsonObject json {{QStringLiteral("contact_id"), subject.contactId},
                      {QStringLiteral("channel"), subject.channel},
                      {QStringLiteral("identity"), subject.identity},
                      {QStringLiteral("capability_status"), answer.status}};
    if (!answer.channelCapabilities.isEmpty())
        json.insert(QStringLiteral("channel_capabilities"), QJsonArray::fromStringList(answer.channelCapabilities));
    if (!answer.reasonCode.isEmpty())
        json.insert(QStringLiteral("reason"), reasonObject(answer));
    if (callback.shape != PlannedCallback::Shape::Flat)
        json.insert(QStringLiteral("request_id"), subject.requestId);
    if (callback.shape == PlannedCallback::Shape::Unlisted) {
        json.insert(QStringLiteral("confidence_score"), 0.75);
        json.insert(QStringLiteral("device"),
                    QJsonObject {{QStringLiteral("kind"), QStringLiteral("WATCH")}, {QStringLiteral("generation"), 9}});
    }
    return json;
}
} // namespace

QByteArray CallbackBody::encode(const PlannedCallback &callback, const CallbackSubject &subject,
                                Timestamp acceptedAt) const
{
    if (callback.shape == PlannedCallback::Shape::NotJson)
        return "capability of " + subject.identity.toUtf8() + ": <this is not JSON>";
    const auto inner = notification(callback, subject);
    if (callback.shape == PlannedCallback::Shape::Flat)
        return QJsonDocument(inner).toJson(QJsonDocument::Compact);
    const auto wholeSeconds = std::chrono::floor<std::chrono::seconds>(acceptedAt);
    QJsonObject envelope {{QStringLiteral("app_id"), subject.appId},
                          {QStringLiteral("project_id"), m_projectId},
                          {QStringLiteral("accepted_time"), acceptedTime(acceptedAt)},
                          {QStringLiteral("event_time"), toIso8601(wholeSeconds)},
                          {QStringLiteral("capability_notification"), inner},
                          {QStringLiteral("message_metadata"), QString()},
                          {QStringLiteral("correlation_id"), QString()}};
    if (callback.shape == PlannedCallback::Shape::Unlisted)
        envelope.insert(QStringLiteral("delivery_hints"), QJsonArray {QStringLiteral("QUIET"), 3, true});
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

} // namespace console
