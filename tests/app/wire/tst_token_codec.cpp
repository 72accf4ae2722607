// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fixture.h"
#include "support/result_macros.h"
#include "support/text_rows.h"
#include "wire/token_codec.h"

#include <QTest>

using namespace console;

class TestTokenCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheVendorsAnswer();
    void readsAnyCaseOfBearer_data();
    void readsAnyCaseOfBearer();
    void readsLifetimes_data();
    void readsLifetimes();
    void refusesWhatIsNoToken_data();
    void refusesWhatIsNoToken();
};

void TestTokenCodec::readsTheVendorsAnswer()
{
    const auto token = decodeAccessToken(fixture("api/token-response.json"));
    VERIFY_OK(token);
    QCOMPARE(token->text.reveal(), QStringLiteral("eyJhbGciOi...PLACEHOLDER"));
    QCOMPARE(token->lifetime, std::chrono::seconds(3599));
}

void TestTokenCodec::readsAnyCaseOfBearer_data()
{
    textRows({R"("bearer")", R"("Bearer")", R"("BEARER")", R"("")", "null"});
}

void TestTokenCodec::readsAnyCaseOfBearer()
{
    QFETCH(QByteArray, text);
    VERIFY_OK(decodeAccessToken(R"({"access_token":"t","token_type":)" + text + '}'));
}

void TestTokenCodec::readsLifetimes_data()
{
    QTest::addColumn<int>("seconds");
    QTest::newRow("1") << 1;
    QTest::newRow("3599.0") << 3599;
    QTest::newRow("\"120\"") << 120;
    QTest::newRow("2592000") << 2'592'000;
    for (const char *absurd :
         {"0", "-5", "null", "\"soon\"", "{}", "2592001", "1e300", "-1e300", "9223372036854775807"})
        QTest::newRow(absurd) << 3600;
}

void TestTokenCodec::readsLifetimes()
{
    QFETCH(int, seconds);
    const auto token
        = decodeAccessToken(R"({"access_token":"t","expires_in":)" + QByteArray(QTest::currentDataTag()) + '}');
    VERIFY_OK(token);
    QCOMPARE(token->lifetime, std::chrono::seconds(seconds));
}

void TestTokenCodec::refusesWhatIsNoToken_data()
{
    textRows({"", "null", "[]", "<html></html>", "{}", R"({"access_token":""})", R"({"access_token":null})",
              R"({"access_token":5})", R"({"access_token":"t","token_type":"mac"})", R"({"access_token":"two words"})",
              R"({"access_token":"t\r\nX-Injected: 1"})", R"({"access_token":"t\u0000"})",
              "{\"access_token\":\"\xc3\xa5\"}"});
}

void TestTokenCodec::refusesWhatIsNoToken()
{
    QFETCH(QByteArray, text);
    COMPARE_ERROR(decodeAccessToken(text), Error::Kind::Malformed);
}

QTEST_GUILESS_MAIN(TestTokenCodec)
#include "tst_token_codec.moc"
