// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/body_redaction.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace console {

namespace {

constexpr double kLongNumber = 1e6; // as many digits as a short telephone number has

class BodyRedaction
{
public:
    BodyRedaction(const NotificationRow &row, const NotificationRow &redacted, Redactor &redactor)
        : m_redactor(redactor)
        , m_known(redactor.knownOf(row))
    {
        tell(row.address.identity, redacted.address.identity);
        tell(QLatin1Char('+') + row.address.identity, redacted.address.identity);
        tell(row.contactId, redacted.contactId);
        tell(row.contactName, redacted.contactName);
        tell(row.requestId, redacted.requestId);
        tell(row.projectId, redacted.projectId);
        tell(row.appId, redacted.appId);
        tell(row.reason.description, redacted.reason.description);
        tell(row.reason.channelCode, redacted.reason.channelCode);
        tell(row.address.channel.raw, redacted.address.channel.raw);
        tell(row.status.raw, redacted.status.raw);
        tell(row.reason.code.raw, redacted.reason.code.raw);
        tell(row.reason.subCode.raw, redacted.reason.subCode.raw);
        for (qsizetype i = 0; i < row.channelCapabilities.size(); ++i)
            tell(row.channelCapabilities.at(i), redacted.channelCapabilities.value(i));
    }

    QJsonValue value(const QJsonValue &value)
    {
        if (value.isString())
            return text(value.toString());
        if (value.isDouble())
            return std::abs(value.toDouble()) < kLongNumber ? value : m_redactor.other(value.toVariant().toString());
        if (value.isArray())
            return list(value.toArray());
        return value.isObject() ? QJsonValue(object(value.toObject())) : value;
    }
    QJsonObject object(const QJsonObject &members)
    {
        QJsonObject redacted;
        for (auto member = members.begin(); member != members.end(); ++member) {
            const QString name = m_redactor.freeText(member.key(), m_known);
            redacted.insert(name, value(member.value()));
        }
        return redacted;
    }
    QJsonArray list(const QJsonArray &values)
    {
        QJsonArray redacted;
        for (const auto &one : values)
            redacted.append(value(one));
        return redacted;
    }

private:
    void tell(const QString &value, const QString &told)
    {
        if (!value.isEmpty() && !m_told.contains(value))
            m_told.insert(value, told);
    }
    QString text(const QString &text)
    {
        if (const auto told = m_told.constFind(text); told != m_told.constEnd())
            return *told;
        const bool isCode = ChannelName::fromText(text).isRecognized()
            || CapabilityStatus::fromText(text).isRecognized() || OpenEnum<ReasonCode>::fromText(text).isRecognized()
            || OpenEnum<ReasonSubCode>::fromText(text).isRecognized();
        return text.isEmpty() || isCode || parseIso8601(text) ? text : m_redactor.other(text);
    }

    Redactor &m_redactor;
    QStringList m_known;
    QHash<QString, QString> m_told;
};

} // namespace

std::optional<QByteArray> redactedBody(const QByteArray &body, const NotificationRow &row,
                                       const NotificationRow &redacted, Redactor &redactor)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    BodyRedaction redaction(row, redacted, redactor);
    if (document.isObject())
        return QJsonDocument(redaction.object(document.object())).toJson(QJsonDocument::Compact);
    if (document.isArray())
        return QJsonDocument(redaction.list(document.array())).toJson(QJsonDocument::Compact);
    return std::nullopt;
}

} // namespace console
