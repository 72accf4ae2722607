// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/signature_verifier.h"
#include "support/fake_clock.h"
#include "support/fixture.h"
#include "support/verified_callback.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace console;
using namespace std::chrono_literals;
using Verified = std::variant<VerifiedBody, Rejection>;

namespace {

const QByteArray kBody = "{\"a\":1}";
constexpr auto kSignature = "x-sinch-webhook-signature";
constexpr auto kNonce = "x-sinch-webhook-signature-nonce";
constexpr auto kTimestamp = "x-sinch-webhook-signature-timestamp";
constexpr auto kAlgorithm = "x-sinch-webhook-signature-algorithm";

SignaturePolicy policyOf(const QStringList &secrets, bool allowsUnsigned = false)
{
    SignaturePolicy policy;
    for (const auto &secret : secrets)
        policy.secrets.append(Secret(secret));
    policy.allowsUnsigned = allowsUnsigned;
    return policy;
}

void setHeader(HeaderList &headers, const char *name, const QByteArray &value)
{
    for (auto &header : headers) {
        if (header.first == name)
            header.second = value;
    }
}

void removeHeader(HeaderList &headers, const char *name)
{
    headers.removeIf([name](const auto &header) { return header.first == name; });
}

} // namespace

Q_DECLARE_METATYPE(HeaderList)

class TestSignatureVerifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheVectorsOfTheSdks_data()
    {
        QTest::addColumn<QJsonObject>("vector");
        const auto vectors = QJsonDocument::fromJson(fixture("receiver/signature-vectors.json"))
                                 .object()
                                 .value(QStringLiteral("vectors"))
                                 .toArray();
        QVERIFY(vectors.size() >= 8);
        for (const auto &vector : vectors)
            QTest::newRow(qPrintable(vector.toObject().value(QStringLiteral("id")).toString())) << vector.toObject();
    }
    void agreesWithTheVectorsOfTheSdks()
    {
        QFETCH(QJsonObject, vector);
        const auto text = [&](const char *name) { return vector.value(QLatin1String(name)).toString(); };
        const HeaderList headers {{kSignature, text("signature").toUtf8()},
                                  {kNonce, text("nonce").toUtf8()},
                                  {kTimestamp, text("timestamp").toUtf8()},
                                  {kAlgorithm, "HmacSHA256"}};
        const bool isNumber = text("timestamp").toLongLong() > 0;
        const Timestamp at {
            std::chrono::seconds(isNumber ? text("timestamp").toLongLong() : text("nonce").toLongLong())};
        const auto result
            = SignatureVerifier().verify(policyOf({text("secret")}), headers, text("body").toUtf8(), {}, at);
        QCOMPARE(std::holds_alternative<VerifiedBody>(result), vector.value(QStringLiteral("expect_valid")).toBool());
    }

    void whatIsVerifiedIsTheBytesAsTheyCame()
    {
        const QByteArray body("\0\xff {\"a\" : 1}\r\n", 14);
        const auto result = verify(body, signatureHeaders(body, "nonce-1", m_clock.now()));
        const auto *verified = std::get_if<VerifiedBody>(&result);
        QVERIFY(verified);
        QCOMPARE(verified->bytes(), body);
        QCOMPARE(verified->headers(), signatureHeaders(body, "nonce-1", m_clock.now()));
        QCOMPARE(verified->signature(), SignatureState::Valid);
        QCOMPARE(verified->nonce(), QStringLiteral("nonce-1"));
        QCOMPARE(verified->receivedAt(), m_clock.now());
        QCOMPARE(verified->projectId(), QStringLiteral("project-1"));
        QCOMPARE(verified->nonceExpiresAt(), m_clock.now() + 360s);
    }

    void refusesAMissingHeader_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<std::optional<RejectionCause>>("cause");
        const auto row = [](const char *claim, const char *name, std::optional<RejectionCause> cause) {
            QTest::newRow(claim) << QByteArray(name) << cause;
        };
        row("no signature", kSignature, RejectionCause::SignatureMissing);
        row("no nonce", kNonce, RejectionCause::NonceMissing);
        row("no timestamp", kTimestamp, RejectionCause::TimestampMalformed);
        row("no algorithm means the only one there is", kAlgorithm, std::nullopt);
    }
    void refusesAMissingHeader()
    {
        QFETCH(QByteArray, name);
        QFETCH(std::optional<RejectionCause>, cause);
        auto headers = signatureHeaders(kBody, "nonce", m_clock.now());
        removeHeader(headers, name.constData());
        QCOMPARE(causeOf(verify(kBody, headers)), cause);
        headers = signatureHeaders(kBody, "nonce", m_clock.now());
        setHeader(headers, name.constData(), "  ");
        QCOMPARE(causeOf(verify(kBody, headers)), cause); // empty counts as missing
    }

    void refusesAHeaderThatWasSentTwice_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {kSignature, kNonce, kTimestamp, kAlgorithm})
            QTest::newRow(name) << QByteArray(name);
    }
    void refusesAHeaderThatWasSentTwice()
    {
        QFETCH(QByteArray, name);
        auto headers = signatureHeaders(kBody, "nonce", m_clock.now());
        headers.append({name.toUpper(), headerValue(headers, name)});
        QCOMPARE(causeOf(verify(kBody, headers)), RejectionCause::SignatureWrong);
    }

    void theCaseOfHeaderNamesMakesNoDifference()
    {
        auto headers = signatureHeaders(kBody, "nonce", m_clock.now());
        for (auto &[name, value] : headers)
            name = name.toUpper();
        QVERIFY(!causeOf(verify(kBody, headers)));
        headers.first().first = "X-Sinch-Webhook-Signature";
        QVERIFY(!causeOf(verify(kBody, headers)));
    }

    void readsTimestampsAsPlainDigitsOnly_data()
    {
        QTest::addColumn<QByteArray>("timestamp");
        for (const char *text : {"+1790000000", "-1790000000", "1790000000.0", "1.79e9", "0x6ab13b80", "1790000000 1",
                                 "179000000a", "1790000000000000", "17 90000000", "Mon", "١٧٩٠٠٠٠٠٠٠"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("a NUL behind it") << QByteArray("1790000000\0", 11);
    }
    void readsTimestampsAsPlainDigitsOnly()
    {
        QFETCH(QByteArray, timestamp);
        QCOMPARE(causeOf(verify(kBody, signedWith(timestamp))), RejectionCause::TimestampMalformed);
    }

    void leadingZerosOfATimestampAreSignedAsTheyStand()
    {
        QVERIFY(!causeOf(verify(kBody, signedWith("001790000000"))));
    }

    void acceptsWithinTheWindowOnly_data()
    {
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<bool>("isFresh");
        QTest::newRow("now") << 0 << true;
        QTest::newRow("300 s old") << 300'000 << true;
        QTest::newRow("301 s old") << 301'000 << false;
        QTest::newRow("an hour old") << 3'600'000 << false;
        QTest::newRow("300 s in the future") << -300'000 << true;
        QTest::newRow("301 s in the future") << -301'000 << false;
    }
    void acceptsWithinTheWindowOnly()
    {
        QFETCH(int, milliseconds);
        QFETCH(bool, isFresh);
        const auto headers = signatureHeaders(kBody, "nonce", m_clock.now() - std::chrono::milliseconds(milliseconds));
        const auto cause = causeOf(verify(kBody, headers));
        QCOMPARE(cause, isFresh ? std::nullopt : std::optional(RejectionCause::TimestampStale));
    }

    void tellsHowFarTheClockWasOff()
    {
        const auto old = verify(kBody, signatureHeaders(kBody, "nonce", m_clock.now() - 1h));
        QCOMPARE(std::get<Rejection>(old).detail, QStringLiteral("3600 s old"));
        const auto future = verify(kBody, signatureHeaders(kBody, "nonce", m_clock.now() + 1h));
        QCOMPARE(std::get<Rejection>(future).detail, QStringLiteral("3600 s in the future"));
    }

    void theWindowIsASetting()
    {
        auto policy = policyOf({kTestSecret});
        policy.window = 10s;
        const auto headers = signatureHeaders(kBody, "nonce", m_clock.now() - 11s);
        QCOMPARE(causeOf(SignatureVerifier().verify(policy, headers, kBody, {}, m_clock.now())),
                 RejectionCause::TimestampStale);
        policy.window = 11s;
        const auto result = SignatureVerifier().verify(policy, headers, kBody, {}, m_clock.now());
        QCOMPARE(std::get<VerifiedBody>(result).nonceExpiresAt(), m_clock.now() + 60s);
    }

    void anAlgorithmIsNeverChosenByTheSender_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<bool>("isKnown");
        QTest::newRow("as documented") << QByteArray("HmacSHA256") << true;
        QTest::newRow("in another case") << QByteArray("HMACSHA256") << true;
        QTest::newRow("a stronger one") << QByteArray("HmacSHA512") << false;
        QTest::newRow("none") << QByteArray("none") << false;
        QTest::newRow("two") << QByteArray("HmacSHA256, none") << false;
        QTest::newRow("with a dash") << QByteArray("HMAC-SHA256") << false;
    }
    void anAlgorithmIsNeverChosenByTheSender()
    {
        QFETCH(QByteArray, algorithm);
        QFETCH(bool, isKnown);
        auto headers = signatureHeaders(kBody, "nonce", m_clock.now());
        setHeader(headers, kAlgorithm, algorithm);
        QCOMPARE(causeOf(verify(kBody, headers)),
                 isKnown ? std::nullopt : std::optional(RejectionCause::AlgorithmUnknown));
    }

    void refusesWhatDoesNotFit_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("value");
        const auto right = headerValue(signatureHeaders(kBody, "nonce", FakeClock().now()), kSignature);
        QTest::newRow("another signature") << QByteArray(kSignature) << QByteArray(44, 'A');
        QTest::newRow("a signature without padding") << QByteArray(kSignature) << right.chopped(1);
        QTest::newRow("a signature with something behind") << QByteArray(kSignature) << right + 'A';
        QTest::newRow("a signature in hexadecimal") << QByteArray(kSignature) << QByteArray::fromBase64(right).toHex();
        QTest::newRow("another nonce") << QByteArray(kNonce) << QByteArray("nonce2");
        QTest::newRow("another timestamp") << QByteArray(kTimestamp) << QByteArray("1790000001");
    }
    void refusesWhatDoesNotFit()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, value);
        auto headers = signatureHeaders(kBody, "nonce", m_clock.now());
        setHeader(headers, header.constData(), value);
        QCOMPARE(causeOf(verify(kBody, headers)), RejectionCause::SignatureWrong);
    }

    void refusesABodyThatDiffersInOneByte()
    {
        const auto headers = signatureHeaders(kBody, "nonce", m_clock.now());
        for (const QByteArray &body : {kBody + '\n', ' ' + kBody, kBody.toUpper(), QByteArray()})
            QCOMPARE(causeOf(verify(body, headers)), RejectionCause::SignatureWrong);
    }

    void aNonceMayBeLongButNotEndless()
    {
        QVERIFY(!causeOf(verify(kBody, signatureHeaders(kBody, QByteArray(255, 'n'), m_clock.now()))));
        QCOMPARE(causeOf(verify(kBody, signatureHeaders(kBody, QByteArray(256, 'n'), m_clock.now()))),
                 RejectionCause::NonceMissing);
    }

    void theSecretIsTextAndNotBase64()
    {
        const QString secret = QStringLiteral("c2VjcmV0 ÅÄÖ 秘密==");
        const auto headers = signatureHeaders(kBody, "nonce", m_clock.now(), secret);
        QVERIFY(!causeOf(SignatureVerifier().verify(policyOf({secret}), headers, kBody, {}, m_clock.now())));
    }

    void whileASecretIsRotatedBothAreValid()
    {
        const auto policy = policyOf({QStringLiteral("new"), QStringLiteral("old")});
        for (const QString &secret : {QStringLiteral("new"), QStringLiteral("old"), QStringLiteral("older")}) {
            const auto headers = signatureHeaders(kBody, "nonce", m_clock.now(), secret);
            const auto cause = causeOf(SignatureVerifier().verify(policy, headers, kBody, {}, m_clock.now()));
            QCOMPARE(cause,
                     secret == QLatin1String("older") ? std::optional(RejectionCause::SignatureWrong) : std::nullopt);
        }
    }

    void unsignedOnesAreAcceptedOnlyWhereThePolicySaysSo_data()
    {
        QTest::addColumn<QStringList>("secrets");
        QTest::addColumn<bool>("allowsUnsigned");
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("no secret, allowed") << QStringList() << true << true;
        QTest::newRow("no secret, not allowed") << QStringList() << false << false;
        QTest::newRow("a secret, although allowed") << QStringList {kTestSecret} << true << false;
        QTest::newRow("an empty secret is none, allowed") << QStringList {QString()} << true << true;
        QTest::newRow("an empty secret is none, not allowed") << QStringList {QString()} << false << false;
    }
    void unsignedOnesAreAcceptedOnlyWhereThePolicySaysSo()
    {
        QFETCH(QStringList, secrets);
        QFETCH(bool, allowsUnsigned);
        QFETCH(bool, isAccepted);
        const auto result = SignatureVerifier().verify(policyOf(secrets, allowsUnsigned), {}, kBody, {}, m_clock.now());
        const auto *verified = std::get_if<VerifiedBody>(&result);
        QCOMPARE(verified != nullptr, isAccepted);
        if (verified) {
            QCOMPARE(verified->signature(), SignatureState::Unsigned);
            QVERIFY(verified->nonce().isEmpty());
        } else {
            QCOMPARE(std::get<Rejection>(result).cause, RejectionCause::SignatureMissing);
        }
    }

    void nobodyCanSignWithAnEmptySecret()
    {
        const auto headers = signatureHeaders(kBody, "nonce", m_clock.now(), QString());
        for (const auto &secrets : {QStringList {QString()}, QStringList {kTestSecret, QString()}})
            QVERIFY(causeOf(SignatureVerifier().verify(policyOf(secrets), headers, kBody, {}, m_clock.now())));
    }

private:
    Verified verify(const QByteArray &body, const HeaderList &headers) const
    {
        return SignatureVerifier().verify(policyOf({kTestSecret}), headers, body, QStringLiteral("project-1"),
                                          m_clock.now());
    }
    static std::optional<RejectionCause> causeOf(const Verified &result)
    {
        const auto *rejection = std::get_if<Rejection>(&result);
        return rejection ? std::optional(rejection->cause) : std::nullopt;
    }
    static HeaderList signedWith(const QByteArray &timestamp)
    {
        return {{kSignature, hmacSha256(kTestSecret.toUtf8(), {kBody, ".nonce.", timestamp}).toBase64()},
                {kNonce, "nonce"},
                {kTimestamp, timestamp}};
    }

    FakeClock m_clock;
};

QTEST_APPLESS_MAIN(TestSignatureVerifier)
#include "tst_signature_verifier.moc"
