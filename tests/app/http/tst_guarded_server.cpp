// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/guarded_server.h"
#include "support/raw_http_client.h"
#include "support/result_macros.h"

#include <QSignalSpy>
#include <QTest>

using namespace console;

namespace {

/// A server that keeps its requests; it answers at once with an echo, or later when told.
class Fixture
{
public:
    explicit Fixture(ServerLimits limits = {})
        : server(limits, [this](const HttpRequest &request, ReplyToken token) {
            requests.append(request);
            tokens.append(token);
            if (answersAtOnce)
                server.reply(token, { .body = request.method + ' ' + request.path.toUtf8() + ' ' + request.body });
        })
    {
        const auto address = server.listen({});
        port = address ? address->port : 0;
    }

    QList<HttpRequest> requests;
    QList<ReplyToken> tokens;
    bool answersAtOnce = true;
    GuardedServer server;
    quint16 port = 0;
};

} // namespace

class TestGuardedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersSeveralRequestsOnOneConnection();
    void answersLaterByToken();
};

void TestGuardedServer::answersSeveralRequestsOnOneConnection()
{
    Fixture fixture;
    RawHttpClient client(fixture.port);
    for (const QByteArray body : { "one", "two", "three" }) {
        client.send(RawHttpClient::request("POST", "/echo", body));
        const auto reply = client.next();
        QVERIFY(reply);
        QCOMPARE(reply->status, 200);
        QCOMPARE(reply->body, "POST /echo " + body);
    }
    QCOMPARE(fixture.server.connectionCount(), 1);
}

void TestGuardedServer::answersLaterByToken()
{
    Fixture fixture;
    fixture.answersAtOnce = false;
    RawHttpClient client(fixture.port);
    client.send(RawHttpClient::request("GET", "/later"));
    QTRY_COMPARE(fixture.tokens.size(), 1);
    QCOMPARE(fixture.server.inFlightCount(), 1);
    fixture.server.reply(fixture.tokens.first(), { .status = 202, .body = "{}" });
    const auto reply = client.next();
    QVERIFY(reply);
    QCOMPARE(reply->status, 202);
    QCOMPARE(fixture.server.inFlightCount(), 0);
}

QTEST_GUILESS_MAIN(TestGuardedServer)
#include "tst_guarded_server.moc"
