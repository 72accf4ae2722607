// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace console;

Q_DECLARE_METATYPE(console::CallbackClient)

namespace {

const QByteArray kId = "the client";
const QByteArray kSecret = "HUSH/client+secret";

QByteArray basic(const QByteArray &id, const QByteArray &secret)
{
    return "Authorization: Basic " + (id + ':' + secret).toBase64() + "\r\n";
}
QByteArray encoded(const QByteArray &text)
{
    return QUrl::toPercentEncoding(QString::fromUtf8(text));
}

} // namespace

/// A receiver whose callbacks need a token.
class TokenReceiver : public ReceiverFixture
{
public:
    TokenReceiver()
    {
        route.needsToken = true;
        route.clients = {{QString::fromUtf8(kId), Secret(QString::fromUtf8(kSecret))}};
        setRoutes({route});
    }
    RawReply ask(const QByteArray &fields, const QByteArray &form, const QByteArray &method = "POST",
                 const QByteArray &type = "application/x-www-form-urlencoded") const
    {
        return exchange(
            RawHttpClient::request(method, "/callbacks/token", form, "Content-Type: " + type + "\r\n" + fields));
    }
    QByteArray token() const
    {
        const auto reply = ask(basic(kId, kSecret), "grant_type=client_credentials");
        return QJsonDocument::fromJson(reply.body).object().value(QLatin1String("access_token")).toString().toUtf8();
    }
    static QByteArray with(const QByteArray &token, QByteArray request)
    {
        return request.replace("Host:", "authorization: Bearer " + token + "\r\nHost:");
    }
};

class TestCallbackTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_receiver = std::make_unique<TokenReceiver>(); }
    void cleanup() { m_receiver.reset(); }

    void givesATokenToItsClient_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("form");
        const QByteArray grant("grant_type=client_credentials");
        QTest::newRow("BASIC, as it is") << basic(kId, kSecret) << grant;
        QTest::newRow("BASIC, encoded as the standard says") << basic(encoded(kId), encoded(kSecret)) << grant;
        QTest::newRow("BASIC, with scope and response type")
            << basic(kId, kSecret) << grant + "&scope=a+b&response_type=token";
        QTest::newRow("FORM") << QByteArray()
                              << grant + "&client_id=" + encoded(kId) + "&client_secret=" + encoded(kSecret);
        QTest::newRow("FORM, with plus signs")
            << QByteArray() << "client_id=the+client&client_secret=" + encoded(kSecret) + '&' + grant;
    }
    void givesATokenToItsClient()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, form);
        const RawReply reply = m_receiver->ask(fields, form);
        QCOMPARE(reply.status, 200);
        QCOMPARE(headerValue(reply.headers, "Cache-Control"), QByteArray("no-store"));
        const auto object = QJsonDocument::fromJson(reply.body).object();
        QCOMPARE(object.value(QLatin1String("token_type")).toString(), QStringLiteral("bearer"));
        const int life = object.value(QLatin1String("expires_in")).toInt();
        QVERIFY(life >= 30 && life <= 3600);
        const QByteArray token = object.value(QLatin1String("access_token")).toString().toUtf8();
        QCOMPARE(token.size(), CallbackTokens::kLength);
        QCOMPARE(m_receiver->exchange(TokenReceiver::with(token, m_receiver->honest("{}"))).status, 200);
    }

    void refusesEverythingElse_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("error");
        const QByteArray type("application/x-www-form-urlencoded");
        const QByteArray grant("grant_type=client_credentials");
        const QByteArray inForm = grant + "&client_id=" + encoded(kId) + "&client_secret=" + encoded(kSecret);
        const QByteArray good = basic(kId, kSecret);
        const QByteArray none;
        const QByteArray invalid("invalid_request");
        const QByteArray post("POST");
        QTest::newRow("another secret") << post << type << basic(kId, "guess") << grant << 401
                                        << QByteArray("invalid_client");
        QTest::newRow("another id") << post << type << basic("x", kSecret) << grant << 401
                                    << QByteArray("invalid_client");
        QTest::newRow("nobody") << post << type << none << grant << 401 << QByteArray("invalid_client");
        QTest::newRow("no base64") << post << type << QByteArray("Authorization: Basic ?\r\n") << grant << 401
                                   << QByteArray("invalid_client");
        QTest::newRow("both ways at once") << post << type << good << inForm << 400 << invalid;
        QTest::newRow("a field twice") << post << type << good << grant + '&' + grant << 400 << invalid;
        QTest::newRow("no grant") << post << type << good << QByteArray("a=b") << 400 << invalid;
        QTest::newRow("another grant") << post << type << good << QByteArray("grant_type=password") << 400
                                       << QByteArray("unsupported_grant_type");
        QTest::newRow("JSON") << post << QByteArray("application/json") << good << grant << 400 << invalid;
        QTest::newRow("a very long form")
            << post << type << good << grant + "&x=" + QByteArray(9000, 'x') << 400 << invalid;
        QTest::newRow("GET") << QByteArray("GET") << type << good << none << 405 << invalid;
    }
    void refusesEverythingElse()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, form);
        QFETCH(int, status);
        QFETCH(QByteArray, error);
        const RawReply reply = m_receiver->ask(fields, form, method, type);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.body, "{\"error\":\"" + error + "\"}");
        if (status == 401)
            QTRY_COMPARE(m_receiver->counted[RejectionCause::TokenRequestRefused], 1);
        QVERIFY(m_receiver->quarantined.isEmpty()); // what came may hold the right secret
    }

    void refusesCallbacksWithoutAValidTokenAndKeepsThem_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<RejectionCause>("cause");
        QTest::newRow("none") << QByteArray() << RejectionCause::TokenMissing;
        QTest::newRow("one of another kind")
            << QByteArray("Authorization: Basic eDp5\r\n") << RejectionCause::TokenMissing;
        QTest::newRow("a guess") << QByteArray("Authorization: Bearer guess\r\n") << RejectionCause::TokenWrong;
    }
    void refusesCallbacksWithoutAValidTokenAndKeepsThem()
    {
        QFETCH(QByteArray, field);
        QFETCH(RejectionCause, cause);
        const QByteArray request = m_receiver->honest("{}").replace("Host:", field + "Host:");
        const RawReply reply = m_receiver->exchange(request);
        QCOMPARE(reply.status, 401);
        QVERIFY(headerValue(reply.headers, "WWW-Authenticate").startsWith("Bearer"));
        QTRY_COMPARE(m_receiver->quarantined.size(), 1);
        QCOMPARE(m_receiver->quarantined.first().cause, cause);
        QCOMPARE(m_receiver->quarantined.first().body, QByteArray("{}"));
        QVERIFY(m_receiver->stored.isEmpty());
    }

    void verifiesTheSignatureBesides()
    {
        const QByteArray token = m_receiver->token();
        QCOMPARE(m_receiver->exchange(TokenReceiver::with(token, m_receiver->dishonest("{}"))).status, 401);
        QTRY_COMPARE(m_receiver->quarantined.value(0).cause, RejectionCause::SignatureWrong);
        QCOMPARE(m_receiver->exchange(TokenReceiver::with(token, m_receiver->honest("{}"))).status, 200);
    }

    void aTokenEnds()
    {
        const QByteArray token = m_receiver->token();
        m_receiver->clock.advance(CallbackTokens::kLife + CallbackTokens::kGrace - std::chrono::seconds(1));
        QCOMPARE(m_receiver->exchange(TokenReceiver::with(token, m_receiver->honest("1"))).status, 200);
        m_receiver->clock.advance(std::chrono::seconds(1));
        QCOMPARE(m_receiver->exchange(TokenReceiver::with(token, m_receiver->honest("2"))).status, 401);
        QTRY_VERIFY(m_receiver->quarantined.value(0).detail.contains(QLatin1String("expired")));
    }

    void anotherSecretRevokesTheTokensOfTheFirst()
    {
        const QByteArray token = m_receiver->token();
        m_receiver->setRoutes({m_receiver->route}); // nothing has changed
        QCOMPARE(m_receiver->exchange(TokenReceiver::with(token, m_receiver->honest("1"))).status, 200);
        m_receiver->route.address.port = m_receiver->port;
        m_receiver->route.clients.first().secret = Secret(QStringLiteral("another"));
        m_receiver->setRoutes({m_receiver->route});
        QCOMPARE(m_receiver->exchange(TokenReceiver::with(token, m_receiver->honest("2"))).status, 401);
    }

    void keepsNoTokenAndNoSecret()
    {
        const QByteArray token = m_receiver->token();
        m_receiver->exchange(TokenReceiver::with(token, m_receiver->honest("{}")));
        QVERIFY(!m_receiver->stored.isEmpty());
        QVERIFY(!encodeHeaders(m_receiver->stored.first().headers()).contains(token));
        m_receiver->exchange(TokenReceiver::with(token, m_receiver->dishonest("{}")));
        // A request for a token that missed its path.
        m_receiver->exchange(
            RawHttpClient::request("POST", "/callbacks", "client_secret=" + encoded(kSecret), basic(kId, kSecret)));
        QTRY_COMPARE(m_receiver->quarantined.size(), 2);
        for (const auto &kept : std::as_const(m_receiver->quarantined)) {
            QVERIFY(!kept.headers.contains(token));
            QVERIFY(!kept.headers.contains((kId + ':' + kSecret).toBase64()));
            QVERIFY(!kept.body.contains(encoded(kSecret)));
        }
    }

    void aTokenIsBelievedByTheNextProgram()
    {
        const QByteArray token = m_receiver->token();
        const auto next = std::make_unique<TokenReceiver>();
        m_receiver.reset();
        QCOMPARE(next->exchange(TokenReceiver::with(token, next->honest("1"))).status, 200);
        next->clock.advance(CallbackTokens::kLife + CallbackTokens::kGrace);
        QCOMPARE(next->exchange(TokenReceiver::with(token, next->honest("2"))).status, 401);
    }

    void noTokenIsBelievedElsewhere_data()
    {
        QTest::addColumn<QString>("projectId");
        QTest::addColumn<CallbackClient>("client");
        const QString project = QStringLiteral("project-1");
        const QString id = QString::fromUtf8(kId);
        const Secret secret(QString::fromUtf8(kSecret));
        QTest::newRow("another project with the same client")
            << QStringLiteral("project-2") << CallbackClient {id, secret};
        QTest::newRow("another client id") << project << CallbackClient {QStringLiteral("b"), secret};
        QTest::newRow("another secret") << project << CallbackClient {id, Secret(QStringLiteral("c"))};
        QTest::newRow("no secret at all") << project << CallbackClient {id, {}};
    }
    void noTokenIsBelievedElsewhere()
    {
        QFETCH(QString, projectId);
        QFETCH(CallbackClient, client);
        const Timestamp now = m_receiver->clock.now();
        const CallbackClient ours {QString::fromUtf8(kId), Secret(QString::fromUtf8(kSecret))};
        const CallbackTokens here(QStringLiteral("project-1"), {ours});
        const QByteArray token = here.issue(ours, now).revealUtf8();
        QCOMPARE(here.judge(token, now), CallbackTokens::Standing::Valid);
        const CallbackTokens elsewhere(projectId, {client});
        QCOMPARE(elsewhere.judge(token, now), CallbackTokens::Standing::Unknown);
        QCOMPARE(elsewhere.issue(client, now).isEmpty(), client.secret.isEmpty());
    }

    void noByteOfATokenCanBeChanged()
    {
        const CallbackClient client {QStringLiteral("a"), Secret(QStringLiteral("b"))};
        const CallbackTokens tokens(QStringLiteral("p"), {client});
        const Timestamp now = m_receiver->clock.now();
        const QByteArray token = tokens.issue(client, now).revealUtf8();
        QCOMPARE(tokens.judge(token, now), CallbackTokens::Standing::Valid);
        for (qsizetype at = 0; at < token.size(); ++at) {
            for (const char other : {'A', '_', '+', '=', '\0', ' '}) {
                QByteArray altered = token;
                altered[at] = other;
                if (altered != token)
                    QCOMPARE(tokens.judge(altered, now), CallbackTokens::Standing::Unknown);
            }
        }
        for (const QByteArray &wrong :
             {QByteArray(), token.chopped(1), token + 'A', token + "==", QByteArray(1'000'000, 'A'), token + token})
            QCOMPARE(tokens.judge(wrong, now), CallbackTokens::Standing::Unknown);
    }

    void twoTokensDifferAndTellNoSecret()
    {
        const CallbackClient client {QStringLiteral("a client"), Secret(QStringLiteral("b secret"))};
        const CallbackTokens tokens(QStringLiteral("p"), {client});
        const Timestamp now = m_receiver->clock.now();
        const QByteArray first = tokens.issue(client, now).revealUtf8();
        QVERIFY(first != tokens.issue(client, now).revealUtf8());
        const QByteArray bytes = QByteArray::fromBase64(first, QByteArray::Base64UrlEncoding);
        QVERIFY(!bytes.contains("secret") && !bytes.contains("client"));
    }

    void othersNeedNone()
    {
        CallbackRoute other = m_receiver->route;
        other.path = QStringLiteral("/other");
        other.clients.clear();
        other.needsToken = false;
        m_receiver->setRoutes({m_receiver->route, other});
        QCOMPARE(m_receiver->exchange(m_receiver->honest("{}", "/other")).status, 200);
        QCOMPARE(m_receiver->exchange(m_receiver->honest("{}", "/other/token")).status, 404);
    }

private:
    std::unique_ptr<TokenReceiver> m_receiver;
};

QTEST_GUILESS_MAIN(TestCallbackTokens)
#include "tst_callback_tokens.moc"
