// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/callback_decoder.h"

#include "core/duplicate_members.h"
#include "core/hmac.h"
#include "wire/json_reader.h"

#include <QJsonDocument>

namespace console {

namespace {

constexpr QLatin1String kNotification("capability_notification");

/// Reads members of one object and remembers the first one of a wrong type.
class MemberReader
{
public:
    explicit MemberReader(const QJsonObject &object)
        : m_object(object)
    { }

    QString text(QLatin1String name)
    {
        const auto value = m_object.value(name);
        if (value.isString() || value.isNull() || value.isUndefined())
            return value.toString();
        refuse(name);
        return {};
    }

    QStringList texts(QLatin1String name)
    {
        const auto value = m_object.value(name);
        if (!value.isArray() && !value.isNull() && !value.isUndefined())
            refuse(name);
        QStringList list;
        const auto array = value.toArray();
        for (const auto &element : array) {
            if (!element.isString())
                refuse(name);
            list.append(element.toString());
        }
        return list;
    }

    /// The vendor writes digits as a text here; a bare number is read as the same digits.
    QString textOrNumber(QLatin1String name)
    {
        const auto value = m_object.value(name);
        return value.isDouble() ? value.toVariant().toString() : text(name);
    }

    void refuse(QLatin1String name)
    {
        if (m_wrong.isEmpty())
            m_wrong = name;
    }
    const QString &wrongMember() const { return m_wrong; }

private:
    const QJsonObject &m_object;
    QString m_wrong;
};

/// An object as today, or the plain text that early documents allow.
Reason readReason(const QJsonObject &notification, MemberReader &outer)
{
    const auto value = notification.value(QLatin1String("reason"));
    Reason reason;
    if (value.isNull() || value.isUndefined())
        return reason;
    if (value.isString()) {
        reason.code = OpenEnum<ReasonCode>::fromText(value.toString());
        return reason;
    }
    if (!value.isObject()) {
        outer.refuse(QLatin1String("reason"));
        return reason;
    }
    const QJsonObject object = value.toObject();
    MemberReader members(object);
    reason.code = OpenEnum<ReasonCode>::fromText(members.text(QLatin1String("code")));
    reason.subCode = OpenEnum<ReasonSubCode>::fromText(members.text(QLatin1String("sub_code")));
    reason.channelCode = members.textOrNumber(QLatin1String("channel_code"));
    reason.description = members.text(QLatin1String("description"));
    if (!members.wrongMember().isEmpty())
        outer.refuse(QLatin1String("reason"));
    return reason;
}

bool isEmptyValue(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty());
}

bool hasEmptyMembers(const QJsonValue &value);

bool hasEmptyMembers(const QJsonObject &object)
{
    return std::any_of(object.begin(), object.end(),
                       [](const QJsonValue &value) { return isEmptyValue(value) || hasEmptyMembers(value); });
}

/// Also of objects that become empty without theirs: those have some themselves.
bool hasEmptyMembers(const QJsonValue &value)
{
    if (value.isObject())
        return hasEmptyMembers(value.toObject());
    const QJsonArray array = value.toArray();
    return std::any_of(array.begin(), array.end(), [](const QJsonValue &element) { return hasEmptyMembers(element); });
}

QJsonObject withoutEmptyMembers(const QJsonObject &object);

/// Objects inside lists count, too; what stands in a list keeps its place.
QJsonValue withoutEmptyMembers(const QJsonValue &value)
{
    if (value.isObject())
        return withoutEmptyMembers(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray kept;
    const auto array = value.toArray();
    for (const auto &element : array)
        kept.append(withoutEmptyMembers(QJsonValue(element)));
    return kept;
}

/// The same object without its empty members, so that empty and absent give one digest.
QJsonObject withoutEmptyMembers(const QJsonObject &object)
{
    QJsonObject kept;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QJsonValue value = withoutEmptyMembers(QJsonValue(it.value()));
        if (!isEmptyValue(value))
            kept.insert(it.key(), value);
    }
    return kept;
}

DecodedCallback decodeNotification(const QJsonObject &object)
{
    MemberReader members(object);
    CapabilityNotification notification;
    notification.requestId = RequestId::fromOptional(members.text(QLatin1String("request_id")));
    notification.contactId = ContactId::fromOptional(members.text(QLatin1String("contact_id")));
    notification.channel = ChannelName::fromText(members.text(QLatin1String("channel")));
    notification.identity = members.text(QLatin1String("identity"));
    notification.status = CapabilityStatus::fromText(members.text(QLatin1String("capability_status")));
    notification.channelCapabilities = members.texts(QLatin1String("channel_capabilities"));
    notification.reason = readReason(object, members);
    if (!members.wrongMember().isEmpty())
        return UnreadableCallback {QStringLiteral("%1 has a wrong type").arg(members.wrongMember())};
    if (notification.channel.isEmpty() && notification.status.isEmpty())
        return UnreadableCallback {QStringLiteral("neither channel nor capability_status")};
    const QJsonObject meant = hasEmptyMembers(object) ? withoutEmptyMembers(object) : object;
    notification.digest = sha256(QJsonDocument(meant).toJson(QJsonDocument::Compact));
    return notification;
}

DecodedCallback decodeEnveloped(const QJsonObject &envelope)
{
    const auto value = envelope.value(kNotification);
    if (!value.isObject())
        return UnreadableCallback {QStringLiteral("capability_notification is not an object")};
    auto decoded = decodeNotification(value.toObject());
    if (auto *notification = std::get_if<CapabilityNotification>(&decoded)) {
        notification->appId = AppId::fromOptional(stringMember(envelope, QLatin1String("app_id")));
        notification->projectId = ProjectId::fromOptional(stringMember(envelope, QLatin1String("project_id")));
        notification->acceptedTime = stringMember(envelope, QLatin1String("accepted_time"));
    }
    return decoded;
}

DecodedCallback withMarks(DecodedCallback decoded, const QByteArray &body)
{
    if (auto *notification = std::get_if<CapabilityNotification>(&decoded))
        notification->repeatsMembers = repeatsMembers(body);
    return decoded;
}

/// The key that tells the kind: the one whose value is an object; the envelope's own members never are.
QString kindOf(const QJsonObject &object)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isObject())
            return it.key();
    }
    return object.isEmpty() ? QStringLiteral("(empty)") : object.begin().key();
}

} // namespace

DecodedCallback decodeCallback(const QByteArray &body)
{
    const auto object = parseJsonObject(body);
    if (!object)
        return UnreadableCallback {object.error().detail};
    if (object->contains(kNotification))
        return withMarks(decodeEnveloped(*object), body);
    const bool isFlat = object->contains(QLatin1String("capability_status"))
        && (object->contains(QLatin1String("channel")) || object->contains(QLatin1String("identity")));
    if (!isFlat)
        return OtherEvent {kindOf(*object)};
    auto decoded = decodeNotification(*object);
    if (auto *notification = std::get_if<CapabilityNotification>(&decoded))
        notification->isFlat = true;
    return withMarks(std::move(decoded), body);
}

} // namespace console
