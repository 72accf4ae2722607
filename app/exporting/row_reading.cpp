// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_reading.h"

#include "core/headers.h"
#include "exporting/body_parts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace console {

namespace {

/// Reads members one by one and remembers the first that is not what it should be.
class Members
{
public:
    explicit Members(QJsonObject object)
        : m_object(std::move(object))
    { }

    QString text(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isString() && !value.isNull() && !value.isUndefined())
            complain(name);
        return value.toString();
    }
    QStringList list(const char *name)
    {
        QStringList texts;
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (!value.isArray() && !value.isNull() && !value.isUndefined())
            complain(name);
        const QJsonArray array = value.toArray();
        for (const auto &one : array) {
            if (!one.isString())
                complain(name);
            texts.append(one.toString());
        }
        return texts;
    }
    std::optional<qint64> number(const char *name)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        if (value.isNull() || value.isUndefined())
            return std::nullopt;
        if (!value.isDouble())
            complain(name);
        return value.toInteger();
    }
    bool flag(const char *name) { return m_object.value(QLatin1String(name)).toBool(); }
    /// One of few words; the first is that of an absent member.
    template <typename E>
    E word(const char *name, std::initializer_list<E> values, QString (*nameOf)(E))
    {
        const QString given = text(name);
        for (const E value : values) {
            if (nameOf(value) == given)
                return value;
        }
        if (!given.isEmpty())
            complain(name);
        return *values.begin();
    }
    void complain(const char *name)
    {
        if (m_problem.isEmpty())
            m_problem = QStringLiteral("%1 is not what a row has there").arg(QLatin1String(name));
    }
    const QString &problem() const { return m_problem; }

private:
    QJsonObject m_object;
    QString m_problem;
};

void readAnswer(Members &members, NotificationRow &row)
{
    row.address = {ChannelName::fromText(members.text("channel")), members.text("identity")};
    row.status = CapabilityStatus::fromText(members.text("capability_status"));
    row.channelCapabilities = members.list("channel_capabilities");
    row.reason.code = OpenEnum<ReasonCode>::fromText(members.text("reason_code"));
    row.reason.subCode = OpenEnum<ReasonSubCode>::fromText(members.text("reason_sub_code"));
    row.reason.channelCode = members.text("reason_channel_code");
    row.reason.description = members.text("reason_description");
    if (row.address.channel.raw.isEmpty() && row.status.raw.isEmpty())
        members.complain("channel");
}

void readReceipt(Members &members, NotificationRow &row)
{
    if (const auto received = parseIso8601(members.text("received_at")))
        row.receivedAt = *received;
    else
        members.complain("received_at");
    row.signature = members.word("signature", {SignatureState::Valid, SignatureState::Unsigned}, signatureName);
    row.join = members.word("join", {JoinKind::None, JoinKind::ByRequestId, JoinKind::ByRecipient}, joinName);
    row.outcome = members.word("outcome", {Outcome::New, Outcome::Conflict}, outcomeName);
    const qint64 retries = members.number("retries").value_or(0);
    if (retries < 0 || retries > INT32_MAX)
        members.complain("retries");
    row.retries = int(retries);
    if (const auto latency = members.number("latency_ms"))
        row.latency = std::chrono::milliseconds(*latency);
}

/// Nothing where there is none, or only what redaction left of it.
std::optional<RawCallback> readRaw(Members &members)
{
    const QString body = members.text("raw_body"), encoding = members.text("raw_encoding");
    HeaderList headers;
    for (const QString &header : members.list("raw_headers")) {
        const qsizetype colon = header.indexOf(QLatin1String(": "));
        if (colon > 0 && !header.contains(QLatin1Char('\r')) && !header.contains(QLatin1Char('\n')))
            headers.emplaceBack(header.left(colon).toLatin1(), header.mid(colon + 2).toLatin1());
    }
    if (encoding == kRawAsText)
        return RawCallback {body.toUtf8(), encodeHeaders(headers)};
    if (encoding == kRawAsBase64) {
        const auto decoded = QByteArray::fromBase64Encoding(body.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (decoded)
            return RawCallback {decoded.decoded, encodeHeaders(headers)};
        members.complain("raw_body");
    } else if (!encoding.isEmpty() && encoding != kRawRedacted) {
        members.complain("raw_encoding");
    }
    return std::nullopt;
}

} // namespace

Result<NotificationRow> decodeRowJson(const QByteArray &line)
{
    auto read = decodeImportedRow(line);
    return read ? Result<NotificationRow>(std::move(read->row)) : failure(read.error());
}

Result<ImportedRow> decodeImportedRow(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return failure(Error::Kind::Malformed,
                       error.error == QJsonParseError::NoError ? QStringLiteral("not an object") : error.errorString());
    Members members(document.object());
    ImportedRow imported {{}, readRaw(members)};
    NotificationRow &row = imported.row;
    readReceipt(members, row);
    row.acceptedTime = members.text("accepted_time");
    row.requestId = members.text("request_id");
    row.projectId = members.text("project_id");
    row.appId = members.text("app_id");
    row.contactId = members.text("contact_id");
    readAnswer(members, row);
    row.annotation
        = AnnotationChange {members.flag("pinned"), members.list("tags"), {}, members.text("note")}.appliedTo({});
    if (!members.problem().isEmpty())
        return failure(Error::Kind::Malformed, members.problem());
    return imported;
}

} // namespace console
