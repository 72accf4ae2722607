// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/signature_forensics.h"
#include "receiver_fixture.h"
#include "support/fake_clock.h"
#include "support/verified_callback.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;

namespace {

const QByteArray kBody = "{\"b\":\"\xc3\xa5\",\"a\":[1,2]}";
const QByteArray kNonce = "nonce-1";
const QString kPrevious = QStringLiteral("dGhlIG9sZCBvbmU=");

QByteArray signatureOf(const QByteArray &key, const QByteArray &message)
{
    return hmacSha256(key, {message}).toBase64();
}

void setHeader(HeaderList &headers, const char *name, const QByteArray &value)
{
    for (auto &header : headers) {
        if (header.first == name)
            header.second = value;
    }
}

} // namespace

/// A refused callback tells what went wrong with it, in words that name the mistake.
class TestSignatureForensics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        CallbackRoute own;
        own.projectId = QStringLiteral("project-1");
        own.policy.secrets = {Secret(kTestSecret), Secret(kPrevious)};
        CallbackRoute other;
        other.path = QStringLiteral("/other");
        other.projectId = QStringLiteral("project-2");
        other.policy.secrets = {Secret(QStringLiteral("of the other project"))};
        m_routes = {other, own};
    }

    void aBodyThatWasChangedOnItsWayIsNamed_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("received");
        QTest::addColumn<QString>("finding");
        const auto row
            = [](const char *claim, const QByteArray &sent, const QByteArray &received, const char *finding) {
                  QTest::newRow(claim) << sent << received << QString::fromLatin1(finding);
              };
        row("a line end added", kBody, kBody + '\n', "a line end was added");
        row("a line end cut off", kBody + '\n', kBody, "the line end at its end was cut off");
        row("CRLF cut off", kBody + "\r\n", kBody, "the line end at its end was cut off");
        row("LF to CRLF", "{\n\"a\":1}", "{\r\n\"a\":1}", "from LF to CRLF");
        row("CRLF to LF", "{\r\n\"a\":1}", "{\n\"a\":1}", "from CRLF to LF");
        row("white space around", kBody, "  " + kBody + " ", "white space was added around");
        row("byte order mark added", kBody, "\xef\xbb\xbf" + kBody, "a byte order mark was put in front");
        row("byte order mark cut off", "\xef\xbb\xbf" + kBody, kBody, "the byte order mark in front was cut off");
        row("indented", kBody, "{\n  \"b\": \"\xc3\xa5\",\n  \"a\": [\n    1,\n    2\n  ]\n}", "written anew");
        row("made compact", "{\"b\": \"\xc3\xa5\", \"a\": [1, 2]}", kBody, "written anew");
        row("members in another order", "{\"a\":[1,2],\"b\":\"\xc3\xa5\"}", kBody, "in order of their names");
        row("escapes undone", "{\"b\":\"\\u00e5\",\"a\":[1,2]}", kBody, "they were escaped");
        row("Latin-1 to UTF-8", "{\"b\":\"\xe5\",\"a\":[1,2]}", kBody, "from Latin-1 to UTF-8");
        row("UTF-8 to Latin-1", kBody, "{\"b\":\"\xe5\",\"a\":[1,2]}", "from UTF-8 to Latin-1");
    }
    void aBodyThatWasChangedOnItsWayIsNamed()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, received);
        QFETCH(QString, finding);
        const QString told = explain(received, signatureHeaders(sent, kNonce, m_clock.now()));
        QVERIFY2(told.contains(QStringLiteral("the body was changed on its way")), qPrintable(told));
        QVERIFY2(told.contains(finding), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("fits the current secret")), qPrintable(told));
    }

    void aSignatureOfAnotherKindIsNamed_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::addColumn<QString>("finding");
        const QByteArray secret = kTestSecret.toUtf8();
        const QByteArray seconds = QByteArray::number(toMilliseconds(m_clock.now()) / 1000);
        const QByteArray message = kBody + '.' + kNonce + '.' + seconds;
        const QByteArray mac = hmacSha256(secret, {message});
        const auto row = [](const char *claim, const QByteArray &signature, const char *finding) {
            QTest::newRow(claim) << signature << QString::fromLatin1(finding);
        };
        row("another project's secret", signatureOf("of the other project", message),
            "project project-2's current secret");
        row("the previous secret's bytes", signatureOf(QByteArray::fromBase64(kPrevious.toLatin1()), message),
            "previous secret decoded from base64");
        row("a secret with its line end", signatureOf(secret + '\n', message), "a line end behind it");
        row("the body alone", signatureOf(secret, kBody), "over the body alone");
        row("no dots", signatureOf(secret, kBody + kNonce + seconds), "without the dots");
        row("no nonce", signatureOf(secret, seconds + '.' + kBody), "without the nonce");
        row("hexadecimal", mac.toHex(), "hexadecimal digits");
        row("no padding", mac.toBase64(QByteArray::OmitTrailingEquals), "lacks its padding");
        row("a prefix", "sha256=" + mac.toBase64(), "a prefix");
        row("the base64 of URLs", mac.toBase64(QByteArray::Base64UrlEncoding), "current secret");
        row("too short", "bm90aGluZw==", "no base64 of 32 bytes");
        row("a guess", signatureOf("a guess", message), "a secret that is not known here");
    }
    void aSignatureOfAnotherKindIsNamed()
    {
        QFETCH(QByteArray, signature);
        QFETCH(QString, finding);
        auto headers = signatureHeaders(kBody, kNonce, m_clock.now());
        setHeader(headers, "x-sinch-webhook-signature", signature);
        const QString told = explain(kBody, headers);
        QVERIFY2(told.contains(finding), qPrintable(told));
    }

    void theClocksAreCompared_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("finding");
        QTest::newRow("old") << 400 << QStringLiteral("signed 400 s ago");
        QTest::newRow("ahead") << -3600 << QStringLiteral("signed 3600 s from now");
    }
    void theClocksAreCompared()
    {
        QFETCH(int, seconds);
        QFETCH(QString, finding);
        const auto headers = signatureHeaders(kBody, kNonce, m_clock.now() - std::chrono::seconds(seconds));
        const QString told = explain(kBody, headers, RejectionCause::TimestampStale);
        QVERIFY2(told.contains(finding), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("signed with the current secret")), qPrintable(told));
    }

    void aTimestampInMillisecondsIsNamed()
    {
        const QByteArray milliseconds = QByteArray::number(toMilliseconds(m_clock.now()));
        auto headers = signatureHeaders(kBody, kNonce, m_clock.now());
        setHeader(headers, "x-sinch-webhook-signature-timestamp", milliseconds);
        setHeader(headers, "x-sinch-webhook-signature",
                  signatureOf(kTestSecret.toUtf8(), kBody + '.' + kNonce + '.' + milliseconds));
        const QString told = explain(kBody, headers, RejectionCause::TimestampMalformed);
        QVERIFY2(told.contains(QStringLiteral("in milliseconds")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("signed 0 s ago")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("signed with the current secret")), qPrintable(told));
    }

    void anotherProductsHeadersAreNamed()
    {
        const QString told
            = explain(kBody, {{"X-Hub-Signature-256", "sha256=00"}, {"Host", "a"}}, RejectionCause::SignatureMissing);
        QVERIFY2(told.contains(QStringLiteral("X-Hub-Signature-256")), qPrintable(told));
        QVERIFY2(!told.contains(QStringLiteral("Host")), qPrintable(told));
    }

    void noSecretAndNoRightSignatureIsTold()
    {
        auto headers = signatureHeaders(kBody + '\n', kNonce, m_clock.now());
        const QString told = explain(kBody, headers);
        QVERIFY(!told.contains(kTestSecret));
        const auto right = headerValue(signatureHeaders(kBody, kNonce, m_clock.now()), "x-sinch-webhook-signature");
        QVERIFY(!told.contains(QString::fromLatin1(right)));
    }

    void aLargeBodyIsNotLookedInto()
    {
        const QByteArray body(SignatureForensics::kLargestBody + 1, ' ');
        const QString told = explain(body, signatureHeaders(body + '\n', kNonce, m_clock.now()));
        QVERIFY2(!told.contains(QStringLiteral("fits")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("signed 0 s ago")), qPrintable(told));
    }

    void theQuarantineHasTheFinding()
    {
        ReceiverFixture receiver;
        const QByteArray sent = kBody + '\n';
        receiver.exchange(receiver.post("/callbacks", kBody, signatureHeaders(sent, kNonce, receiver.clock.now())));
        QTRY_COMPARE(receiver.quarantined.size(), 1);
        QVERIFY2(receiver.quarantined.first().detail.contains(QStringLiteral("line end")),
                 qPrintable(receiver.quarantined.first().detail));
    }

private:
    QString explain(const QByteArray &body, const HeaderList &headers,
                    RejectionCause cause = RejectionCause::SignatureWrong) const
    {
        RejectedCallback rejected {0,
                                   m_clock.now(),
                                   QStringLiteral("project-1"),
                                   QStringLiteral("/callbacks"),
                                   cause,
                                   {},
                                   encodeHeaders(headers),
                                   body};
        return SignatureForensics(m_routes).explain(rejected, decodeHeaders(rejected.headers));
    }

    FakeClock m_clock;
    QList<CallbackRoute> m_routes;
};

QTEST_GUILESS_MAIN(TestSignatureForensics)
#include "tst_signature_forensics.moc"
