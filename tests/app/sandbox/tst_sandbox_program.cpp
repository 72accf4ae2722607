// SPDX-License-Identifier: GPL-3.0-or-later
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
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

QJsonObject readyOf(QProcess &process, const QStringList &arguments = {})
{
    return QJsonDocument::fromJson(readyLineOf(process, arguments)).object();
}
} // namespace

class TestSandboxProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsOneReadyLine();
    void listensWhereItSays();
    void usesTheGivenCredentials();
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
