// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "support/planted_secrets.h"
#include "support/raw_http_client.h"
#include "support/scripted_server.h"
#include "support/signed_post.h"

#include <sys/resource.h>

using namespace console;

namespace {

const QByteArray kKeySecret = "PLANTED-key~secret/4711+åäö";
const QByteArray kWebhook = "PLANTED-webhook~secret/4712+";
const QByteArray kToken = "PLANTED-access.token-4713_x";
const QByteArray kClient = "PLANTED-client~secret/4716+";
const QByteArray kGuess = "PLANTED-wrong.secret-4714";

/// A vendor that gives the planted token away, and tells secrets in its answers as the real one does.
ScriptedAnswer answerTo(const SeenRequest &request)
{
    if (request.target == "/token")
        return {200, "{\"access_token\":\"" + kToken + "\",\"expires_in\":3600}"};
    if (request.target.endsWith("/capability:query"))
        return {200, "{\"app_id\":\"A1\",\"request_id\":\"R1\"}"};
    if (request.target.contains("/webhooks") && request.method == "POST")
        return {200, "{\"id\":\"W1\",\"target\":\"x\",\"secret\":\"" + kWebhook + "\"}"};
    return {200,
            "{\"id\":\"A1\",\"apps\":[{\"id\":\"A1\",\"channel_credentials\":[{\"channel\":\"RCS\",\"static_bearer\":{"
            "\"claimed_identity\":\"x\",\"token\":\""
                + kToken + "\"}}]}]}"};
}

} // namespace

/// Secrets are planted, the programs do all that they do with every log category on, and what they wrote is searched.
class TestCliSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        rlimit limit {};
        ::getrlimit(RLIMIT_CORE, &limit);
        limit.rlim_cur = limit.rlim_max; // what the programs inherit is as open as it may be
        ::setrlimit(RLIMIT_CORE, &limit);
    }

    void theSearchFindsEveryForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("as it is") << "x" + kKeySecret + "y";
        QTest::newRow("in a Basic header") << "Basic " + QByteArray("key:" + kKeySecret).toBase64();
        QTest::newRow("in a URL") << "?s=" + QUrl::toPercentEncoding(QString::fromUtf8(kKeySecret));
        QTest::newRow("in hexadecimal digits") << kKeySecret.toHex();
    }
    void theSearchFindsEveryForm()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!m_secrets.formIn(text).isEmpty());
        QVERIFY(m_secrets.formIn("nothing of that kind").isEmpty());
    }

    void listenWritesNone()
    {
        Program listening({QStringLiteral("listen"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                           QStringLiteral("--database"), database("listen")},
                          environment());
        const QByteArray ready = listening.line();
        const auto url = QJsonDocument::fromJson(ready).object().value(QLatin1String("callback_url")).toString();
        const QByteArray body = callbackBody("01EQBF91XWP9PW1J8EWRYZ1GK2", "RCS", "46701234567");
        for (const QByteArray &request :
             {signedPost("/callbacks", kWebhook, body), signedPost("/callbacks", kGuess, body),
              signedPost("/callbacks", kWebhook, "not JSON")}) {
            RawHttpClient vendor(quint16(QUrl(url).port()));
            vendor.send(request);
            QVERIFY(vendor.next().has_value());
        }
        noteProcess(listening);
        QVERIFY(m_seen.contains("Max core file size        0 "));
        QTest::qWait(0);
        QCOMPARE(listening.terminate(), 0);
        m_seen += ready + listening.output() + listening.errors();
    }

    void listenWithTokensWritesNone()
    {
        Program listening({QStringLiteral("listen"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                           QStringLiteral("--oauth-client"), QStringLiteral("vendor"), QStringLiteral("--database"),
                           database("tokens")},
                          environment());
        const QByteArray ready = listening.line();
        const QUrl url(QJsonDocument::fromJson(ready).object().value(QLatin1String("token_url")).toString());
        QCOMPARE(url.path(), QStringLiteral("/callbacks/token"));
        const auto exchange = [&](const QByteArray &request) {
            RawHttpClient vendor(quint16(url.port()));
            vendor.send(request);
            return vendor.next().value_or(RawReply {});
        };
        const QByteArray form = "grant_type=client_credentials&client_id=vendor&client_secret="
            + QUrl::toPercentEncoding(QString::fromUtf8(kClient));
        const QByteArray type("Content-Type: application/x-www-form-urlencoded\r\n");
        const auto given = exchange(RawHttpClient::request("POST", "/callbacks/token", form, type));
        QCOMPARE(given.status, 200);
        QCOMPARE(exchange(RawHttpClient::request("POST", "/callbacks", form, type)).status, 401); // missed its path
        const QByteArray token
            = QJsonDocument::fromJson(given.body).object().value(QLatin1String("access_token")).toString().toUtf8();
        const QByteArray body = callbackBody("01EQBF91XWP9PW1J8EWRYZ1GK3", "RCS", "46701234568");
        QByteArray callback = signedPost("/callbacks", kWebhook, body);
        QCOMPARE(exchange(callback).status, 401);
        QCOMPARE(exchange(callback.replace("Host:", "Authorization: Bearer " + token + "\r\nHost:")).status, 200);
        noteProcess(listening);
        QCOMPARE(listening.terminate(), 0);
        m_seen += listening.output() + listening.errors();
        const PlantedSecrets tokens {{token}};
        QVERIFY2(tokens.formIn(m_seen).isEmpty(), tokens.formIn(m_seen).constData());
        QCOMPARE(tokens.findIn(m_folder.path()), QStringList());
    }

    void lookupWritesNone()
    {
        ScriptedServer api(answerTo);
        const QString publicUrl = QStringLiteral("http://127.0.0.1:%1/hook").arg(freePort());
        QStringList arguments {QStringLiteral("lookup"), QStringLiteral("--json"), QStringLiteral("--project"),
                               QStringLiteral("P1"),     QStringLiteral("--app"),  QStringLiteral("A1")};
        arguments += QStringList {QStringLiteral("--identity"), QStringLiteral("RCS:46701234567"),
                                  QStringLiteral("--wait"), QStringLiteral("300ms")};
        arguments += QStringList {QStringLiteral("--api-base"), api.url().toString(), QStringLiteral("--token-url"),
                                  api.url(QStringLiteral("/token")).toString()};
        arguments += QStringList {QStringLiteral("--public-url"), publicUrl,
                                  QStringLiteral("--listen"),     QStringLiteral("127.0.0.1:0"),
                                  QStringLiteral("--database"),   database("lookup")};
        Program lookup(arguments, environment());
        QTRY_VERIFY(api.count("POST", "/capability:query") > 0);
        noteProcess(lookup);
        QCOMPARE(lookup.end(), 3); // nobody answered
        QVERIFY(api.requests.first().headers.size() > 0 && api.count("POST", "/webhooks") == 1);
        m_seen += lookup.output() + lookup.errors();
    }

    void aRefusedKeyIsNotTold()
    {
        ScriptedServer api([](const SeenRequest &request) { // quotes what it was sent, as some gateways do
            const QByteArray quoted = headerValue(request.headers, "Authorization");
            return ScriptedAnswer {401, "{\"error\":{\"message\":\"no such key: " + quoted + "\"}}"};
        });
        Program lookup({QStringLiteral("lookup"), QStringLiteral("--project"), QStringLiteral("P1"),
                        QStringLiteral("--app"), QStringLiteral("A1"), QStringLiteral("--identity"),
                        QStringLiteral("RCS:46701234567"), QStringLiteral("--wait"), QStringLiteral("100ms"),
                        QStringLiteral("--api-base"), api.url().toString(), QStringLiteral("--token-url"),
                        api.url(QStringLiteral("/token")).toString()},
                       environment());
        QCOMPARE(lookup.end(), 5);
        m_seen += lookup.output() + lookup.errors();
    }

    void historyAndExportWriteNone()
    {
        for (const char *format : {"csv", "ndjson"}) {
            Program exporting({QStringLiteral("export"), QStringLiteral("--database"), database("listen"),
                               QStringLiteral("--format"), QLatin1String(format), QStringLiteral("--output"),
                               m_folder.filePath(QLatin1String(format))},
                              environment());
            QCOMPARE(exporting.end(), 0);
            m_seen += exporting.output() + exporting.errors();
        }
        Program history({QStringLiteral("history"), QStringLiteral("--database"), database("listen")}, environment());
        QCOMPARE(history.end(), 0);
        m_seen += history.output() + history.errors();
    }

    void noneIsAnywhere()
    {
        QVERIFY(m_seen.contains("console.")); // the logs were on
        QVERIFY2(m_secrets.formIn(m_seen).isEmpty(), m_secrets.formIn(m_seen).constData());
        QCOMPARE(m_secrets.findIn(m_folder.path()), QStringList());
        QCOMPARE(m_secrets.findIn(Program::home().path()), QStringList());
    }

private:
    QString database(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    static Environment environment()
    {
        return {{QStringLiteral("CAPABILITY_KEY_ID"), QStringLiteral("the-key-id")},
                {QStringLiteral("CAPABILITY_KEY_SECRET"), QString::fromUtf8(kKeySecret)},
                {QStringLiteral("CAPABILITY_WEBHOOK_SECRET"), QString::fromUtf8(kWebhook)},
                {QStringLiteral("CAPABILITY_OAUTH_SECRET"), QString::fromUtf8(kClient)},
                {QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true")}};
    }
    /// What anybody on this machine can see of it, and the files while they are open.
    void noteProcess(const Program &program)
    {
        for (const char *name : {"cmdline", "limits", "comm"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(program.process.processId()).arg(QLatin1String(name)));
            if (file.open(QIODevice::ReadOnly))
                m_seen += file.readAll();
        }
        QCOMPARE(m_secrets.findIn(m_folder.path()), QStringList()); // the write-ahead log, too
    }

    const PlantedSecrets m_secrets {{kKeySecret, kWebhook, kToken, kGuess, kClient}};
    QTemporaryDir m_folder;
    QByteArray m_seen;
};

QTEST_GUILESS_MAIN(TestCliSecrets)
#include "tst_cli_secrets.moc"
