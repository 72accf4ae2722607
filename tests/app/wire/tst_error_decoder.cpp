// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "wire/error_decoder.h"

#include <QTest>

using namespace console;

class TestErrorDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesEveryShapeOfTheVendor_data();
    void quotesEveryShapeOfTheVendor();
    void decidesByTheStatusAlone_data();
    void decidesByTheStatusAlone();
    void quotesWhatIsNoJson_data();
    void quotesWhatIsNoJson();
    void namesEveryFieldViolation();
    void tellsNothingTwice();
    void cutsAHugeBody();
    void cutsNoCharacterInHalf();
    void readsRetryAfter_data();
    void readsRetryAfter();
};

void TestErrorDecoder::quotesEveryShapeOfTheVendor_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("words");
    QTest::newRow("400-openapi-example-flat") << 400 << QStringLiteral("Malformed request (INVALID_REQUEST)");
    QTest::newRow("400-rpc-wrapped") << 400
                                     << QStringLiteral("Invalid argument (INVALID_ARGUMENT) – app_id: placeholder");
    QTest::newRow("401-problem-json")
        << 401
        << QStringLiteral(
               "Token expired: The access token has expired. Generate a new token at https://auth.sinch.com.");
    QTest::newRow("401-rpc-wrapped") << 401 << QStringLiteral("Request had invalid credentials. (UNAUTHENTICATED)");
    QTest::newRow("403") << 403 << QStringLiteral("You do not have access to the requested resource. (UNAUTHORIZED)");
    QTest::newRow("404") << 404 << QStringLiteral("information not found (NOT_FOUND)");
    QTest::newRow("429-problem-json") << 429
                                      << QStringLiteral("Too Many Requests: The request rate limit has been exceeded.");
    QTest::newRow("500") << 500 << QStringLiteral("There was an internal server error. (INTERNAL_ERROR)");
    QTest::newRow("501-unimplemented") << 501 << QStringLiteral("placeholder (UNIMPLEMENTED)");
    QTest::newRow("sms-style") << 400 << QStringLiteral("placeholder");
}

void TestErrorDecoder::quotesEveryShapeOfTheVendor()
{
    QFETCH(int, status);
    QFETCH(QString, words);
    const QByteArray path = QByteArray("api/error-") + QTest::currentDataTag() + ".json";
    const auto error = decodeApiError(status, fixture(path.constData()), {});
    QCOMPARE(error.vendorWords, words);
    QCOMPARE(error.httpStatus, std::optional(status));
    QVERIFY(!error.retryAfter);
}

void TestErrorDecoder::decidesByTheStatusAlone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    const auto row = [](int status, Error::Kind kind) { QTest::addRow("%d", status) << status << int(kind); };
    for (const int status : {300, 302, 400, 403, 405, 407, 409, 413, 418, 451, 501})
        row(status, Error::Kind::Rejected);
    row(401, Error::Kind::Unauthorized);
    row(404, Error::Kind::NotFound);
    row(408, Error::Kind::Timeout);
    row(429, Error::Kind::RateLimited);
    for (const int status : {500, 502, 503, 504, 520, 599})
        row(status, Error::Kind::ServerFault);
}

void TestErrorDecoder::decidesByTheStatusAlone()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    for (const QByteArray &body : {QByteArray(), fixture("api/error-401-rpc-wrapped.json"),
                                   QByteArray(R"({"error":{"code":500,"status":"INTERNAL"}})")})
        QCOMPARE(int(decodeApiError(status, body, {}).kind), kind);
}

void TestErrorDecoder::quotesWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("HTML") << QByteArray("<html>\n  <h1>502  Bad Gateway</h1>\n</html>\n")
                          << QStringLiteral("<html> <h1>502 Bad Gateway</h1> </html>");
    QTest::newRow("plain text") << QByteArray("upstream timed out") << QStringLiteral("upstream timed out");
    QTest::newRow("OAuth") << QByteArray(R"({"error":"invalid_client","error_description":"no such key"})")
                           << QStringLiteral("invalid_client: no such key");
    QTest::newRow("OAuth without words") << QByteArray(R"({"error":"invalid_client"})")
                                         << QStringLiteral("invalid_client");
    QTest::newRow("an object without words")
        << QByteArray(R"({"error":{"code":400}})") << QStringLiteral(R"({"error":{"code":400}})");
    QTest::newRow("wrong types") << QByteArray(R"({"error":{"message":5,"details":{}}})")
                                 << QStringLiteral(R"({"error":{"message":5,"details":{}}})");
    QTest::newRow("a list") << QByteArray("[1]") << QStringLiteral("[1]");
    QTest::newRow("truncated") << QByteArray(R"({"error":{"mess)") << QStringLiteral(R"({"error":{"mess)");
    QTest::newRow("invalid UTF-8") << QByteArray("a\xff"
                                                 "b")
                                   << QStringLiteral("a\ufffd"
                                                     "b");
}

void TestErrorDecoder::quotesWhatIsNoJson()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    QCOMPARE(decodeApiError(400, body, {}).vendorWords, words);
}

void TestErrorDecoder::namesEveryFieldViolation()
{
    const auto error = decodeApiError(
        400,
        R"({"error":{"message":"m","details":[5,{"field_violations":[{"field":"a","description":"b"},7]},)"
        R"({"fieldViolations":[{"field":"c","description":"d"}]}]}})",
        {});
    QVERIFY(error.vendorWords.startsWith(QStringLiteral("m – a: b; ")));
    QVERIFY(error.vendorWords.endsWith(QStringLiteral("; c: d")));
}

void TestErrorDecoder::tellsNothingTwice()
{
    const auto error = decodeApiError(
        400,
        R"({"error":{"message":"a.b[0].channel is not a channel","status":"INVALID_ARGUMENT","details":[)"
        R"({"field_violations":[{"field":"a.b[0].channel","description":"is not a channel"}]}]}})",
        {});
    QCOMPARE(error.vendorWords, QStringLiteral("a.b[0].channel is not a channel (INVALID_ARGUMENT)"));
}

void TestErrorDecoder::cutsAHugeBody()
{
    const auto error = decodeApiError(500, QByteArray(5'000'000, 'x'), {});
    QVERIFY(error.vendorWords.size() < 1000);
    QVERIFY(error.vendorWords.endsWith(QStringLiteral("…")));
    const auto deep = decodeApiError(500, QByteArray(100'000, '['), {});
    QVERIFY(deep.vendorWords.size() < 1000);
}

void TestErrorDecoder::cutsNoCharacterInHalf()
{
    for (const QByteArray &head : {QByteArray(), QByteArray("x")}) {
        const auto words = decodeApiError(500, head + QByteArray("😀").repeated(1000), {}).vendorWords;
        QCOMPARE(QString::fromUtf8(words.toUtf8()), words);
    }
}

void TestErrorDecoder::readsRetryAfter_data()
{
    QTest::addColumn<int>("seconds"); // -1: none
    QTest::newRow("0") << 0;
    QTest::newRow("30") << 30;
    QTest::newRow(" 7 ") << 7;
    for (const char *other : {"", "-1", "soon", "1.5", "99999999999999", "Wed, 21 Oct 2026 07:28:00 GMT"})
        QTest::newRow(other) << -1;
}

void TestErrorDecoder::readsRetryAfter()
{
    QFETCH(int, seconds);
    const auto error = decodeApiError(503, {}, QTest::currentDataTag());
    QCOMPARE(error.retryAfter.value_or(std::chrono::seconds(-1)), std::chrono::seconds(seconds));
}

QTEST_GUILESS_MAIN(TestErrorDecoder)
#include "tst_error_decoder.moc"
