// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/planted_secrets.h"
#include "support/raw_http_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <csignal>

namespace {
const QString kProgram = QStringLiteral(CONSOLE_BIN_DIR "/capability-sandbox");

QByteArray readyLineOf(QProcess &process, const QStringList &arguments = {})
{
    process.start(kProgram, arguments);
    while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
    return process.readLine();
}

/// The answer's body; empty when it is not the status that is expected.
QByteArray post(const QUrl &base, const char *path, const QByteArray &authorization, const QByteArray &body,
                int expected = 200)
{
    const QByteArray type = body.startsWith('{') ? "application/json" : "application/x-www-form-urlencoded";
    console::RawHttpClient client(quint16(base.port()));
    client.send(console::RawHttpClient::request(
        "POST", path, body, "Authorization: " + authorization + "\r\nContent-Type: " + type + "\r\n"));
    const auto answer = client.next();
    return answer && answer->status == expected ? answer->body : QByteArray();
}

QJsonObject readyOf(QProcess &process, const QStringList &arguments = {})
{
    return QJsonDocument::fromJson(readyLineOf(process, arguments)).object();
}

/// A wrong secret, a token, a webhook and a lookup. \returns the token; empty when anything was answered otherwise.
QByteArray askForEverything(const QUrl &base, const QByteArray &app, const QByteArray &key, const QByteArray &guess,
                            const QByteArray &webhook)
{
    const QByteArray form = "grant_type=client_credentials";
    const bool isRefused = !post(base, "/oauth2/token", "Basic " + ("k-1:" + guess).toBase64(), form, 401).isEmpty();
    const QByteArray answer = post(base, "/oauth2/token", "Basic " + ("k-1:" + key).toBase64(), form);
    const auto token
        = QJsonDocument::fromJson(answer).object().value(QStringLiteral("access_token")).toString().toLatin1();
    const QByteArray hook = "{\"app_id\":\"" + app
        + "\",\"target\":\"http://127.0.0.1:1/nobody\",\"target_type\":\"HTTP\",\"triggers\":[\"CAPABILITY\"],"
          "\"secret\":\""
        + webhook + "\"}";
    const QByteArray question = "{\"app_id\":\"" + app
        + "\",\"recipient\":{\"identified_by\":{\"channel_identities\":[{\"channel\":\"RCS\",\"identity\":"
          "\"46701234501\"}]}},\"request_id\":\"01EQBF91XWP9PW1J8EWRYZ1GK2\"}";
    const bool isDone = !post(base, "/v1/projects/p-1/webhooks", "Bearer " + token, hook).isEmpty()
        && !post(base, "/v1/projects/p-1/capability:query", "Bearer " + token, question).isEmpty();
    return isRefused && isDone ? token : QByteArray();
}

} // namespace

class TestSandboxProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOneReadyLine();
    void listensWhereItSays();
    void usesTheGivenCredentials();
    void writesNoSecret();
    void endsWithNoughtOnASignal_data();
    void endsWithNoughtOnASignal();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void endsWithSixWhenThePortIsTaken();
    void showsHelpAndVersion();
};

void TestSandboxProgram::printsOneReadyLine()
{
    QProcess process;
    const auto line = readyLineOf(process);
    const auto ready = QJsonDocument::fromJson(line).object();
    QVERIFY(line.startsWith("{\"ready\":true,\"api_base\":\"http://127.0.0.1:"));
    QCOMPARE(ready.value(QStringLiteral("token_url")).toString(),
             ready.value(QStringLiteral("api_base")).toString() + QStringLiteral("/oauth2/token"));
    QCOMPARE(ready.value(QStringLiteral("project_id")).toString().size(), 36);
    QVERIFY(!ready.value(QStringLiteral("key_id")).toString().isEmpty());
    QVERIFY(!ready.value(QStringLiteral("key_secret")).toString().isEmpty());
    const auto app = ready.value(QStringLiteral("apps")).toArray().at(0).toObject();
    QCOMPARE(app.value(QStringLiteral("id")).toString().size(), 26);
    QVERIFY(!app.value(QStringLiteral("display_name")).toString().isEmpty());
    QCOMPARE(ready.size(), 7);
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TestSandboxProgram::listensWhereItSays()
{
    QProcess process;
    const QUrl base(readyOf(process).value(QStringLiteral("api_base")).toString());
    QTcpSocket socket;
    socket.connectToHost(base.host(), quint16(base.port()));
    QVERIFY(socket.waitForConnected());
    socket.write("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n");
    QVERIFY(socket.waitForReadyRead());
    QVERIFY(socket.readLine().startsWith("HTTP/1.1 404"));
    process.terminate();
    QVERIFY(process.waitForFinished());
}

void TestSandboxProgram::usesTheGivenCredentials()
{
    QProcess process;
    const auto ready = readyOf(process,
                               {QStringLiteral("--project"), QStringLiteral("p-1"), QStringLiteral("--key-id"),
                                QStringLiteral("k-1"), QStringLiteral("--key-secret"), QStringLiteral("s\"1")});
    QCOMPARE(ready.value(QStringLiteral("project_id")).toString(), QStringLiteral("p-1"));
    QCOMPARE(ready.value(QStringLiteral("key_id")).toString(), QStringLiteral("k-1"));
    QCOMPARE(ready.value(QStringLiteral("key_secret")).toString(), QStringLiteral("s\"1"));
    process.terminate();
    QVERIFY(process.waitForFinished());
}

/// The key's secret stands in the ready line and in the argument that it came by; nothing else is written anywhere.
void TestSandboxProgram::writesNoSecret()
{
    const QByteArray key = "PLANTED-key~secret/4711+";
    const QByteArray webhook = "PLANTED-webhook~secret/4712+";
    const QByteArray guess = "PLANTED-wrong.secret-4714";
    QTemporaryDir home;
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
        environment.insert(QLatin1String(name), home.path());
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true;qt.httpserver*=false"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(home.path());
    const auto ready = readyOf(process,
                               {QStringLiteral("--project=p-1"), QStringLiteral("--key-id=k-1"),
                                QStringLiteral("--key-secret=") + QString::fromLatin1(key)});
    const QUrl base(ready.value(QStringLiteral("api_base")).toString());
    const QString app
        = ready.value(QStringLiteral("apps")).toArray().at(0).toObject().value(QStringLiteral("id")).toString();
    const QByteArray token = askForEverything(base, app.toLatin1(), key, guess, webhook);
    QVERIFY(!token.isEmpty());
    process.terminate();
    QVERIFY(process.waitForFinished());
    const console::PlantedSecrets secrets {{key, webhook, guess, token}};
    const QByteArray written = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(written.contains("console.sandbox"), "the log was on");
    QVERIFY2(secrets.formIn(written).isEmpty(), secrets.formIn(written).constData());
    QCOMPARE(secrets.findIn(home.path()), QStringList());
}

void TestSandboxProgram::endsWithNoughtOnASignal_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestSandboxProgram::endsWithNoughtOnASignal()
{
    QFETCH(int, signal);
    QProcess process;
    readyLineOf(process);
    ::kill(pid_t(process.processId()), signal);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestSandboxProgram::refusesWrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const auto *line : {"--nonsense", "extra", "--listen nowhere", "--listen 127.0.0.1:99999", "--seed one",
                             "--contacts -1", "--contacts 1000000", "--speed 0", "--speed -2", "--speed nan",
                             "--token-lifetime 0", "--seed", "--project a/b", "--key-id a:b", "--key-secret="})
        QTest::newRow(line) << QString::fromLatin1(line).split(QLatin1Char(' '));
}

void TestSandboxProgram::refusesWrongUsage()
{
    QFETCH(QStringList, arguments);
    QProcess process;
    process.start(kProgram, arguments);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(!process.readAllStandardError().isEmpty());
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
}

void TestSandboxProgram::endsWithSixWhenThePortIsTaken()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QProcess process;
    process.start(kProgram, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(server.serverPort())});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 6);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestSandboxProgram::showsHelpAndVersion()
{
    QProcess process;
    process.start(kProgram, {QStringLiteral("--help")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const auto help = process.readAllStandardOutput();
    for (const auto *option : {"--listen", "--seed", "--project", "--key-id", "--key-secret", "--contacts", "--speed",
                               "--token-lifetime", "--require-contact", "--rate-limits"})
        QVERIFY2(help.contains(option), option);
    process.start(kProgram, {QStringLiteral("--version")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().startsWith("capability-sandbox "));
}

QTEST_GUILESS_MAIN(TestSandboxProgram)
#include "tst_sandbox_program.moc"
