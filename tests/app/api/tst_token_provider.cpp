// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/token_provider.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/fixture.h"
#include "support/log_capture.h"
#include "support/result_macros.h"
#include "support/scripted_server.h"

#include <QNetworkAccessManager>

using namespace console;
using namespace std::chrono_literals;

namespace {

ScriptedAnswer tokenAnswer(int number, int lifetime = 3600)
{
    return {200,
            "{\"access_token\":\"token-" + QByteArray::number(number)
                + "\",\"expires_in\":" + QByteArray::number(lifetime) + "}"};
}

/// A token endpoint and who asks it.
struct Endpoint
{
    explicit Endpoint(ScriptedServer::Answer answer)
        : server(std::move(answer))
    {
        ApiSettings settings {server.url(), server.url(QStringLiteral("/oauth2/token")),
                              *ProjectId::parse(QStringLiteral("P1")), QStringLiteral("key:id?"),
                              Secret(QStringLiteral("the-secret-å"))};
        settings.backOffBase = 0ms;
        settings.timeLimit = 200ms;
        tokens = std::make_unique<TokenProvider>(settings, network, clock);
    }
    QString next()
    {
        const auto token = await(tokens->token());
        return token ? token->reveal() : QStringLiteral("none");
    }

    FakeClock clock;
    ScriptedServer server;
    QNetworkAccessManager network;
    std::unique_ptr<TokenProvider> tokens;
};

} // namespace

class TestTokenProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsTheVendorWantsIt();
    void oneRequestServesFiftyWaiters();
    void renewsSixtySecondsAhead();
    void renewsShortLivedTokensAtHalfTheirLife();
    void forgetsOnlyTheCurrentToken();
    void triesAgain_data();
    void triesAgain();
    void givesUpAfterThreeRetries();
    void triesAgainAfterABrokenConnection();
    void triesAgainWhenNoAnswerComes();
    void neverTriesARefusalAgain_data();
    void neverTriesARefusalAgain();
    void refusesAnAnswerWithoutToken();
    void tellsAllWaitersAndStartsAfresh();
    void endsCancelledWhenTheProviderGoes();
    void logsNoSecret();
};

void TestTokenProvider::asksAsTheVendorWantsIt()
{
    Endpoint endpoint([](const SeenRequest &) { return ScriptedAnswer {200, fixture("api/token-response.json")}; });
    QCOMPARE(endpoint.next(), QStringLiteral("eyJhbGciOi...PLACEHOLDER"));
    QCOMPARE(endpoint.server.requests.size(), 1);
    const auto &request = endpoint.server.requests.first();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.target, QByteArray("/oauth2/token"));
    QCOMPARE(request.body, QByteArray("grant_type=client_credentials"));
    QCOMPARE(headerValue(request.headers, "Content-Type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(headerValue(request.headers, "Authorization"), "Basic " + QByteArray("key:id?:the-secret-å").toBase64());
}

void TestTokenProvider::oneRequestServesFiftyWaiters()
{
    Endpoint endpoint([](const SeenRequest &) { return ScriptedAnswer {.way = ScriptedAnswer::Way::Hold}; });
    QList<QFuture<Result<Secret>>> waiters;
    for (int i = 0; i < 50; ++i)
        waiters.append(endpoint.tokens->token());
    QTRY_COMPARE(endpoint.server.held(), 1);
    waiters.append(endpoint.tokens->token()); // while it is under way
    endpoint.server.answerHeld(tokenAnswer(1));
    for (const auto &waiter : waiters) {
        const auto token = await(waiter);
        VERIFY_OK(token);
        QCOMPARE(token->reveal(), QStringLiteral("token-1"));
    }
    QCOMPARE(endpoint.server.requests.size(), 1);
}

void TestTokenProvider::renewsSixtySecondsAhead()
{
    int count = 0;
    Endpoint endpoint([&](const SeenRequest &) { return tokenAnswer(++count); });
    QCOMPARE(endpoint.next(), QStringLiteral("token-1"));
    endpoint.clock.advance(3540s - 1ms);
    QCOMPARE(endpoint.next(), QStringLiteral("token-1"));
    endpoint.clock.advance(1ms);
    QCOMPARE(endpoint.next(), QStringLiteral("token-2"));
    QCOMPARE(endpoint.next(), QStringLiteral("token-2"));
    QCOMPARE(count, 2);
}

void TestTokenProvider::renewsShortLivedTokensAtHalfTheirLife()
{
    int count = 0;
    Endpoint endpoint([&](const SeenRequest &) { return tokenAnswer(++count, 30); });
    QCOMPARE(endpoint.next(), QStringLiteral("token-1"));
    endpoint.clock.advance(14s);
    QCOMPARE(endpoint.next(), QStringLiteral("token-1"));
    endpoint.clock.advance(1s);
    QCOMPARE(endpoint.next(), QStringLiteral("token-2"));
}

void TestTokenProvider::forgetsOnlyTheCurrentToken()
{
    int count = 0;
    Endpoint endpoint([&](const SeenRequest &) { return tokenAnswer(++count); });
    const auto first = await(endpoint.tokens->token());
    VERIFY_OK(first);
    endpoint.tokens->forget(*first);
    QCOMPARE(endpoint.next(), QStringLiteral("token-2"));
    endpoint.tokens->forget(*first);
    QCOMPARE(endpoint.next(), QStringLiteral("token-2"));
    QCOMPARE(count, 2);
}

void TestTokenProvider::triesAgain_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status;
}

void TestTokenProvider::triesAgain()
{
    QFETCH(int, status);
    int count = 0;
    Endpoint endpoint([&](const SeenRequest &) {
        return ++count <= 3 ? ScriptedAnswer {status, "busy"} : tokenAnswer(count);
    });
    QCOMPARE(endpoint.next(), QStringLiteral("token-4"));
}

void TestTokenProvider::givesUpAfterThreeRetries()
{
    Endpoint endpoint([](const SeenRequest &) { return ScriptedAnswer {429, "slowly", {{"Retry-After", "0"}}}; });
    const auto token = await(endpoint.tokens->token());
    COMPARE_ERROR(token, Error::Kind::RateLimited);
    QCOMPARE(token.error().vendorWords, QStringLiteral("slowly"));
    QCOMPARE(endpoint.server.requests.size(), 4);
}

void TestTokenProvider::triesAgainAfterABrokenConnection()
{
    int count = 0;
    Endpoint endpoint([&](const SeenRequest &) {
        return ++count == 1
            ? ScriptedAnswer {.body = "{\"access_token\":\"half\"}", .way = ScriptedAnswer::Way::CutShort}
            : tokenAnswer(count);
    });
    QCOMPARE(endpoint.next(), QStringLiteral("token-2"));
}

void TestTokenProvider::triesAgainWhenNoAnswerComes()
{
    int count = 0;
    Endpoint endpoint([&](const SeenRequest &) {
        return ++count == 1 ? ScriptedAnswer {.way = ScriptedAnswer::Way::Hold} : tokenAnswer(count);
    });
    QCOMPARE(endpoint.next(), QStringLiteral("token-2"));
}

void TestTokenProvider::neverTriesARefusalAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("challenge");
    QTest::newRow("400") << 400 << int(Error::Kind::Rejected) << QByteArray();
    QTest::newRow("401") << 401 << int(Error::Kind::Unauthorized) << QByteArray();
    QTest::newRow("401 with a challenge")
        << 401 << int(Error::Kind::Unauthorized) << QByteArray("Basic realm=\"Realm\"");
    QTest::newRow("403") << 403 << int(Error::Kind::Rejected) << QByteArray();
    QTest::newRow("404") << 404 << int(Error::Kind::NotFound) << QByteArray();
    QTest::newRow("501") << 501 << int(Error::Kind::Rejected) << QByteArray();
    QTest::newRow("302") << 302 << int(Error::Kind::Rejected) << QByteArray();
}

void TestTokenProvider::neverTriesARefusalAgain()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    QFETCH(QByteArray, challenge);
    HeaderList headers {{"Location", "/elsewhere"}};
    if (!challenge.isEmpty())
        headers.append({"WWW-Authenticate", challenge});
    Endpoint endpoint([&](const SeenRequest &) {
        return ScriptedAnswer {status, R"({"error":"invalid_client"})", headers};
    });
    const auto token = await(endpoint.tokens->token());
    COMPARE_ERROR(token, Error::Kind(kind));
    QCOMPARE(token.error().httpStatus, std::optional(status));
    QCOMPARE(token.error().vendorWords, QStringLiteral("invalid_client"));
    QCOMPARE(endpoint.server.requests.size(), 1);
}

void TestTokenProvider::refusesAnAnswerWithoutToken()
{
    Endpoint endpoint([](const SeenRequest &) { return ScriptedAnswer {200, "<html>welcome</html>"}; });
    COMPARE_ERROR(await(endpoint.tokens->token()), Error::Kind::Malformed);
    QCOMPARE(endpoint.server.requests.size(), 1);
}

void TestTokenProvider::tellsAllWaitersAndStartsAfresh()
{
    bool isDown = true;
    Endpoint endpoint([&](const SeenRequest &) { return isDown ? ScriptedAnswer {401, "{}"} : tokenAnswer(1); });
    const auto one = endpoint.tokens->token();
    const auto two = endpoint.tokens->token();
    COMPARE_ERROR(await(one), Error::Kind::Unauthorized);
    COMPARE_ERROR(await(two), Error::Kind::Unauthorized);
    QCOMPARE(endpoint.server.requests.size(), 1);
    isDown = false;
    QCOMPARE(endpoint.next(), QStringLiteral("token-1"));
}

void TestTokenProvider::endsCancelledWhenTheProviderGoes()
{
    Endpoint endpoint([](const SeenRequest &) { return ScriptedAnswer {.way = ScriptedAnswer::Way::Hold}; });
    const auto waiter = endpoint.tokens->token();
    QTRY_COMPARE(endpoint.server.held(), 1);
    endpoint.tokens.reset();
    QTRY_VERIFY(waiter.isFinished());
    QVERIFY(waiter.isCanceled());
    endpoint.server.answerHeld(tokenAnswer(1));
}

void TestTokenProvider::logsNoSecret()
{
    const LogCapture log;
    int count = 0;
    Endpoint endpoint([&](const SeenRequest &) {
        return ++count == 1 ? ScriptedAnswer {401, "no"} : tokenAnswer(count);
    });
    QCOMPARE(endpoint.next(), QStringLiteral("none"));
    QCOMPARE(endpoint.next(), QStringLiteral("token-2"));
    QVERIFY(log.text().contains(QLatin1String("access token")));
    for (const char *secret : {"the-secret", "token-2", "Basic ", "Bearer "})
        QVERIFY2(!log.text().contains(QLatin1String(secret)), qPrintable(log.text()));
    QVERIFY(!log.text().contains(QString::fromLatin1(QByteArray("key:id?:the-secret-å").toBase64())));
}

QTEST_GUILESS_MAIN(TestTokenProvider)
#include "tst_token_provider.moc"
