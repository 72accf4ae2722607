// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/history_story.h"

#include "core/hmac.h"
#include "receiver/signature_verifier.h"

#include <array>

namespace console {

namespace {

constexpr qint64 kEnd = 1'793'534'400'000; // 2026-11-01T12:00:00Z
constexpr qint64 kSpanMs = qint64(60) * 24 * 3'600 * 1'000;
constexpr qint64 kMostPeople = 20'000;
constexpr qint64 kRowsAPerson = 50;
constexpr int kAnswersALookup = 34; // tenths: the average number of rows of one lookup
const QString kSecret = QStringLiteral("made-up history");
const char kProject[] = "11111111-2222-4333-8444-555555555555";

constexpr std::array kFirstNames {"Anna",   "Björn",  "Chiara",  "Dmitri", "Elif", "Fatima", "Gustav",
                                  "Hana",   "Ingrid", "Jorge",   "Karin",  "Lars", "Mehmet", "Nadia",
                                  "Oscar",  "Priya",  "Quentin", "Rosa",   "Sven", "Tomasz", "Ulla",
                                  "Viktor", "Wilma",  "Xavier",  "Yasmin", "Zoë"};
constexpr std::array kLastNames {"Lindqvist", "Andersson", "Bianchi", "Çelik",  "Dubois",   "Eriksson", "Fischer",
                                 "García",    "Horváth",   "Ivanov",  "Jansen", "Kowalski", "López",    "Müller",
                                 "Nowak",     "Öztürk",    "Petrov",  "Rossi",  "Svensson", "Yılmaz"};
constexpr std::array kPrefixes {"4670", "4673", "4915", "4916", "4477", "336",
                                "3933", "346",  "4850", "3161", "9053", "1415"};
constexpr std::array kPhoneChannels {"SMS", "RCS", "WHATSAPP", "VIBERBM", "MMS"};
constexpr std::array kFeatures {
    "RICHCARD_STANDALONE", "RICHCARD_CAROUSEL", "ACTION_DIAL",     "ACTION_CREATE_CALENDAR_EVENT",
    "FILE_TRANSFER",       "VIDEO_CALL",        "GEOLOCATION_PUSH"};
constexpr std::array kReasons {
    R"({"code":"RECIPIENT_NOT_REACHABLE","description":"The recipient is not reachable on this channel."})",
    R"({"code":"CHANNEL_FAILURE","description":"The channel answered with an error."})",
    R"({"code":"CHANNEL_BAD_CONFIGURATION","description":"The app's channel credentials were refused."})",
    R"({"code":"CHANNEL_CONFIGURATION_MISSING","description":"The app has no such channel."})",
    R"({"channel_code":"131026","code":"RECIPIENT_NOT_OPTED_IN","description":"The message cannot be delivered."})",
    R"({"channel_code":"131047","code":"OUTSIDE_ALLOWED_SENDING_WINDOW","description":"More than 24 hours have passed."})",
    R"({"code":"RATE_LIMITED","sub_code":"UNSPECIFIED_SUB_CODE"})",
    R"({"code":"RECIPIENT_INVALID_CHANNEL_IDENTITY","description":"This is no valid number."})",
};

QByteArray quoted(const QByteArray &text)
{
    return '"' + text + '"';
}

} // namespace

HistoryStory::HistoryStory(quint64 seed, qint64 expectedRows)
    : m_random(seed)
    , m_now(fromMilliseconds(kEnd - kSpanMs))
    , m_stepMs(std::max<qint64>(1, kSpanMs * kAnswersALookup / 10 / std::max<qint64>(1, expectedRows)))
{
    for (int i = 0; i < 4; ++i)
        m_apps.push_back(ulid(fromMilliseconds(kEnd - 2 * kSpanMs)));
    const qint64 people = std::clamp<qint64>(expectedRows / kRowsAPerson, 100, kMostPeople);
    for (qint64 i = 0; i < people; ++i)
        m_people.push_back(makePerson());
}

QByteArray HistoryStory::ulid(Timestamp at)
{
    static constexpr char kDigits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QByteArray text(26, '0');
    quint64 time = quint64(toMilliseconds(at));
    for (int i = 9; i >= 0; --i, time >>= 5)
        text[i] = kDigits[time & 31];
    for (int i = 10; i < 26; ++i)
        text[i] = kDigits[dice(32)];
    return text;
}

HistoryStory::Person HistoryStory::makePerson()
{
    Person person;
    person.id = QString::fromLatin1(ulid(fromMilliseconds(kEnd - 2 * kSpanMs + qint64(dice(quint64(kSpanMs))))));
    if (!happens(30))
        person.name = QString::fromUtf8(oneOf(kFirstNames)) + QLatin1Char(' ') + QString::fromUtf8(oneOf(kLastNames));
    QString number = QLatin1String(oneOf(kPrefixes));
    while (number.size() < 11)
        number += QString::number(dice(10));
    for (const char *channel : kPhoneChannels) {
        if (happens(650))
            person.addresses.append({ChannelName::fromText(QLatin1String(channel)), number});
    }
    if (happens(150))
        person.addresses.append({ChannelName::fromText(QStringLiteral("MESSENGER")),
                                 QString::number(1'000'000'000'000'000 + dice(9'000'000'000'000'000))});
    if (happens(60))
        person.addresses.append(
            {ChannelName::fromText(QStringLiteral("LINE")), QLatin1Char('U') + QString::number(m_random(), 16)});
    if (person.addresses.isEmpty())
        person.addresses.append({ChannelName::fromText(QStringLiteral("SMS")), number});
    return person;
}

HistoryStory::Answer HistoryStory::makeAnswer(const ChannelName &channel)
{
    Answer answer;
    const quint64 roll = dice(1000);
    answer.status = roll < 550 ? "CAPABILITY_FULL"
        : roll < 690           ? "CAPABILITY_PARTIAL"
        : roll < 870           ? "NO_CAPABILITY"
        : roll < 998           ? "CAPABILITY_UNKNOWN"
                               : "CAPABILITY_SOMETIMES";
    const bool isRich = channel.value == Channel::Rcs || channel.value == Channel::WhatsApp;
    if (roll < 690 && isRich) {
        for (const char *feature : kFeatures) {
            if (happens(roll < 550 ? 700 : 300))
                answer.features.append(feature);
        }
    }
    if (roll >= 690 && happens(800))
        answer.reason = oneOf(kReasons);
    return answer;
}

/// Members in alphabetical order and without blanks, as the decoder writes them for its digest: its SHA-256 is theirs.
QByteArray HistoryStory::notificationJson(const Person &person, const ChannelIdentity &address, const Answer &answer,
                                          const QByteArray &requestId)
{
    QByteArray json
        = "{\"capability_status\":" + quoted(answer.status) + ",\"channel\":" + quoted(address.channel.raw.toUtf8());
    if (!answer.features.isEmpty())
        json += ",\"channel_capabilities\":[\"" + answer.features.join("\",\"") + "\"]";
    json += ",\"contact_id\":" + quoted(person.id.toUtf8()) + ",\"identity\":" + quoted(address.identity.toUtf8());
    if (!answer.reason.isEmpty())
        json += ",\"reason\":" + answer.reason;
    if (!requestId.isEmpty())
        json += ",\"request_id\":" + quoted(requestId);
    return json + '}';
}

CapabilityNotification HistoryStory::notification(const Person &person, const ChannelIdentity &address,
                                                  const Answer &answer, const QByteArray &requestId)
{
    CapabilityNotification told;
    told.digest = sha256(notificationJson(person, address, answer, requestId));
    told.channel = address.channel;
    told.identity = address.identity;
    told.contactId = ContactId::fromOptional(person.id);
    told.requestId = RequestId::fromOptional(QString::fromLatin1(requestId));
    told.status = CapabilityStatus::fromText(QString::fromLatin1(answer.status));
    for (const QByteArray &feature : answer.features)
        told.channelCapabilities.append(QString::fromLatin1(feature));
    if (!answer.reason.isEmpty()) {
        const QJsonObject reason = QJsonDocument::fromJson(answer.reason).object();
        told.reason.code = OpenEnum<ReasonCode>::fromText(reason.value(QLatin1String("code")).toString());
        told.reason.subCode = OpenEnum<ReasonSubCode>::fromText(reason.value(QLatin1String("sub_code")).toString());
        told.reason.channelCode = reason.value(QLatin1String("channel_code")).toString();
        told.reason.description = reason.value(QLatin1String("description")).toString();
    }
    told.isFlat = requestId.isEmpty();
    return told;
}

VerifiedBody HistoryStory::sign(const QByteArray &body, Timestamp at)
{
    HeaderList headers {{"Host", "callbacks.example.com"},
                        {"User-Agent", "Apache-HttpClient/5.2.1 (Java/17.0.8)"},
                        {"Content-Type", "application/json"},
                        {"Content-Length", QByteArray::number(body.size())},
                        {"Accept-Encoding", "gzip, x-gzip, deflate"},
                        {"X-Forwarded-For", "198.51.100.17"},
                        {"X-Request-Id", ulid(at)},
                        {"Connection", "keep-alive"}};
    SignaturePolicy policy;
    if (happens(20)) {
        policy.allowsUnsigned = true;
    } else {
        const QByteArray nonce = ulid(at);
        const QByteArray seconds = QByteArray::number(qint64(toMilliseconds(at) / 1000));
        policy.secrets = {Secret(kSecret)};
        headers += {
            {"x-sinch-webhook-signature", hmacSha256(kSecret.toUtf8(), {body, ".", nonce, ".", seconds}).toBase64()},
            {"x-sinch-webhook-signature-nonce", nonce},
            {"x-sinch-webhook-signature-timestamp", seconds},
            {"x-sinch-webhook-signature-algorithm", "HmacSHA256"}};
    }
    return std::get<VerifiedBody>(SignatureVerifier().verify(policy, headers, body, QLatin1String(kProject), at));
}

StoryCallback HistoryStory::makeCallback(const Person &person, const ChannelIdentity &address, const Answer &answer,
                                         const QByteArray &requestId, const QByteArray &appId, Timestamp at)
{
    const QByteArray json = notificationJson(person, address, answer, requestId);
    CapabilityNotification told = notification(person, address, answer, requestId);
    if (told.isFlat)
        return {sign(json, at), told};
    told.appId = AppId::fromOptional(QString::fromLatin1(appId));
    told.projectId = ProjectId::fromOptional(QLatin1String(kProject));
    told.acceptedTime = toIso8601(at - std::chrono::milliseconds(40 + dice(400)));
    told.acceptedTime.insert(told.acceptedTime.size() - 1,
                             QString::number(dice(1000)).rightJustified(3, QLatin1Char('0')));
    const QByteArray time = quoted(told.acceptedTime.toLatin1());
    const QByteArray body = "{\"app_id\":" + quoted(appId) + ",\"accepted_time\":" + time + ",\"event_time\":" + time
        + ",\"project_id\":" + quoted(kProject) + ",\"capability_notification\":" + json + ",\"message_metadata\":\""
        + QByteArray(120, '-') + "\",\"correlation_id\":\"\"}";
    return {sign(body, at), told};
}

StoryLookup HistoryStory::next()
{
    StoryLookup story;
    m_now += std::chrono::milliseconds(1 + dice(quint64(2 * m_stepMs)));
    const Person &person = oneOf(m_people);
    const QByteArray requestId = ulid(m_now);
    const QByteArray &appId = oneOf(m_apps);
    if (!happens(15)) {
        Lookup lookup {*RequestId::parse(QString::fromLatin1(requestId)),
                       ProjectId::fromOptional(QLatin1String(kProject)),
                       *AppId::parse(QString::fromLatin1(appId)),
                       *ContactId::parse(person.id),
                       person.name,
                       person.addresses,
                       m_now};
        lookup.registeredAt = m_now + std::chrono::milliseconds(80 + dice(200));
        story.lookup = lookup;
    }
    for (const ChannelIdentity &address : person.addresses) {
        if (happens(40))
            continue; // never answers
        const qint64 wait = happens(15) ? 31'000 + qint64(dice(600'000)) : 300 + qint64(dice(2'700));
        const Timestamp at = m_now + std::chrono::milliseconds(wait);
        const Answer answer = makeAnswer(address.channel);
        const QByteArray carried = story.lookup && happens(1) ? QByteArray() : requestId; // the shape of 2020
        story.callbacks.push_back(makeCallback(person, address, answer, carried, appId, at));
        if (happens(10)) // the vendor tries again
            story.callbacks.push_back(
                makeCallback(person, address, answer, carried, appId, at + std::chrono::seconds(5)));
        if (happens(5)) // and changes its mind
            story.callbacks.push_back(makeCallback(person, address, makeAnswer(address.channel), carried, appId,
                                                   at + std::chrono::seconds(8)));
    }
    return story;
}

} // namespace console
