// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "settings/name_book.h"
#include "support/raw_http_client.h"
#include "support/signed_post.h"
#include "support/test_certificate.h"

using namespace console;

namespace {
const QByteArray kBody = callbackBody("01EQBF91XWP9PW1J8EWRYZ1GK2", "RCS", "46701234567");
}

/// `listen`, and what `history` and `export` make of what it stored.
class TestCliListen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhereItListens();
    void printsARowForEachNotification();
    void storesWhatItAcknowledged_data();
    void storesWhatItAcknowledged();
    void refusesWrongSignatures();
    void readsItsSecretFromAnotherVariable();
    void listsTheNewestFirst();
    void givesOnlyRowsThatPassTheFilter();
    void findsAnAppByTheNameThatTheWindowSaw();
    void exportsToAFileAndToStdout_data();
    void exportsToAFileAndToStdout();
    void exportsWhatStandsInTheBodies();
    void leavesTheOldFileWhenTheExportFails();
    void endsWithSixWhenSomebodyElseWrites();
    void endsWithSixWhenThePortIsTaken();
    void listensWithTls();
    void endsWithSixWhenItsCertificateCannotBeUsed();
    void endsWithSixWithoutAHistory_data();
    void endsWithSixWithoutAHistory();

private:
    QStringList arguments() const
    {
        return {QStringLiteral("listen"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                QStringLiteral("--database"), database()};
    }
    static Environment secret()
    {
        return {{QStringLiteral("CAPABILITY_WEBHOOK_SECRET"), QLatin1String(kWebhookSecret)}};
    }
    static quint16 portOf(Program &listening)
    {
        return quint16(QUrl(listening.json().value(QLatin1String("callback_url")).toString()).port());
    }
    static int post(quint16 port, const QByteArray &request)
    {
        RawHttpClient vendor(port);
        vendor.send(request);
        const auto reply = vendor.next();
        return reply ? reply->status : 0;
    }
    QString database() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }
    bool fill(int rows) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCliListen::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

/// Rows with the identities 1, 2, 3, …
bool TestCliListen::fill(int rows) const
{
    Program listening(arguments(), secret());
    const quint16 port = portOf(listening);
    for (int i = 1; i <= rows; ++i) {
        const QByteArray number = QByteArray::number(i);
        if (post(port, signedPost("/callbacks", kWebhookSecret, callbackBody("R" + number, "SMS", number))) != 200)
            return false;
    }
    return listening.terminate() == 0;
}

void TestCliListen::saysWhereItListens()
{
    Program listening(arguments() + QStringList {QStringLiteral("--path"), QStringLiteral("/in/box")}, secret());
    const QByteArray line = listening.line();
    static const QRegularExpression form(
        QStringLiteral("\\A\\{\"ready\":true,\"callback_url\":\"http://127\\.0\\.0\\.1:[0-9]+/in/box\"\\}\\z"));
    QVERIFY2(form.match(QString::fromUtf8(line)).hasMatch(), line.constData());
    QCOMPARE(listening.terminate(), 0);
    QCOMPARE(listening.output(), QByteArray());
}

void TestCliListen::printsARowForEachNotification()
{
    Program listening(arguments(), secret());
    const quint16 port = portOf(listening);
    QCOMPARE(post(port, signedPost("/callbacks", kWebhookSecret, kBody)), 200);
    const QByteArray first = listening.line();
    QCOMPARE(memberNames(first), QByteArray(kRowMembers));
    QVERIFY(first.contains(R"("signature":"valid","join":"none","outcome":"new","retries":0,"latency_ms":null)"));
    QVERIFY(first.contains(R"("accepted_time":"2026-11-24T06:34:32.724083Z")"));
    QVERIFY(first.contains(R"("channel_capabilities":["RICHCARD_STANDALONE","ACTION_DIAL","ACTION_OPEN_URL"])"));
    QCOMPARE(post(port, signedPost("/callbacks", kWebhookSecret, kBody)), 200); // signed anew: a retry
    QVERIFY(listening.line().contains(R"("outcome":"retry","retries":1)"));
    QByteArray other = kBody;
    other.replace("CAPABILITY_PARTIAL", "CAPABILITY_FULL");
    QCOMPARE(post(port, signedPost("/callbacks", kWebhookSecret, other)), 200);
    QVERIFY(listening.line().contains(R"("outcome":"conflict")"));
    QCOMPARE(post(port, signedPost("/callbacks", kWebhookSecret, R"({"message":{}})")), 200); // another event: no row
    QCOMPARE(listening.terminate(), 0);
    QCOMPARE(listening.output(), QByteArray());
    Program history({QStringLiteral("history"), QStringLiteral("--database"), database(), QStringLiteral("--json")});
    QCOMPARE(history.end(), 0);
    QVERIFY(history.line().contains(R"("outcome":"conflict","retries":0)"));
    QVERIFY(history.line().contains(R"("outcome":"conflict","retries":1)"));
    QCOMPARE(history.output(), QByteArray());
}

void TestCliListen::storesWhatItAcknowledged_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void TestCliListen::storesWhatItAcknowledged()
{
    QFETCH(int, signal);
    Program listening(arguments(), secret());
    const quint16 port = portOf(listening);
    QCOMPARE(post(port, signedPost("/callbacks", kWebhookSecret, kBody)), 200);
    QCOMPARE(listening.terminate(signal), 0); // at once: the row is stored, and still printed
    QVERIFY(listening.line().contains("46701234567"));
    const QByteArray said = listening.output() + listening.errors();
    QVERIFY2(!said.contains("HUSH"), said.constData());
    Program history({QStringLiteral("history"), QStringLiteral("--database"), database()});
    QCOMPARE(history.end(), 0);
    QVERIFY(history.output().contains("46701234567"));
}

void TestCliListen::refusesWrongSignatures()
{
    Program listening(arguments(), secret());
    const quint16 port = portOf(listening);
    QCOMPARE(post(port, signedPost("/callbacks", "another secret", kBody)), 401);
    QCOMPARE(post(port, RawHttpClient::request("POST", "/callbacks", kBody)), 401);
    QCOMPARE(post(port, signedPost("/elsewhere", kWebhookSecret, kBody)), 404);
    QCOMPARE(listening.terminate(), 0);
    QCOMPARE(listening.output(), QByteArray());
}

void TestCliListen::readsItsSecretFromAnotherVariable()
{
    Program listening(arguments() + QStringList {QStringLiteral("--secret-env"), QStringLiteral("OTHER")},
                      {{QStringLiteral("OTHER"), QStringLiteral("other secret")}});
    QCOMPARE(post(portOf(listening), signedPost("/callbacks", "other secret", kBody)), 200);
    QCOMPARE(listening.terminate(), 0);
}

void TestCliListen::listsTheNewestFirst()
{
    QVERIFY(fill(3));
    Program history({QStringLiteral("history"), QStringLiteral("--database"), database(), QStringLiteral("--limit"),
                     QStringLiteral("2"), QStringLiteral("--json")});
    QCOMPARE(history.end(), 0);
    QCOMPARE(history.json().value(QLatin1String("identity")).toString(), QStringLiteral("3"));
    QCOMPARE(history.json().value(QLatin1String("identity")).toString(), QStringLiteral("2"));
    QCOMPARE(history.output(), QByteArray());
}

void TestCliListen::givesOnlyRowsThatPassTheFilter()
{
    QVERIFY(fill(3));
    const QStringList filter {QStringLiteral("--database"), database(), QStringLiteral("--filter"),
                              QStringLiteral("identity:2 or identity:3")};
    Program history(QStringList {QStringLiteral("history"), QStringLiteral("--json"), QStringLiteral("--limit"),
                                 QStringLiteral("1")}
                    + filter);
    QCOMPARE(history.end(), 0);
    QCOMPARE(history.json().value(QLatin1String("identity")).toString(), QStringLiteral("3"));
    QCOMPARE(history.output(), QByteArray());
    Program exporting(QStringList {QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("ndjson"),
                                   QStringLiteral("--output"), QStringLiteral("-")}
                      + filter);
    QCOMPARE(exporting.end(), 0);
    QCOMPARE(exporting.json().value(QLatin1String("identity")).toString(), QStringLiteral("2"));
    QCOMPARE(exporting.json().value(QLatin1String("identity")).toString(), QStringLiteral("3"));
    QCOMPARE(exporting.output(), QByteArray());
}

void TestCliListen::findsAnAppByTheNameThatTheWindowSaw()
{
    QVERIFY(fill(1));
    Program unfiltered({QStringLiteral("history"), QStringLiteral("--database"), database(), QStringLiteral("--json")});
    QCOMPARE(unfiltered.end(), 0);
    const QString app = unfiltered.json().value(QLatin1String("app_id")).toString();
    QVERIFY(!app.isEmpty());
    QTemporaryDir config;
    const QString folder = config.filePath(QStringLiteral("capability-console/default"));
    QVERIFY(QDir().mkpath(folder));
    NameBook(folder).merge({{}, {{app, QStringLiteral("Support EU")}}});
    for (const auto &[name, found] : {std::pair {"app:\"Support EU\"", 1}, std::pair {"app:\"Support US\"", 0}}) {
        Program history({QStringLiteral("history"), QStringLiteral("--database"), database(), QStringLiteral("--json"),
                         QStringLiteral("--filter"), QString::fromLatin1(name)},
                        {{QStringLiteral("XDG_CONFIG_HOME"), config.path()}});
        QCOMPARE(history.end(), 0);
        QCOMPARE(history.output().count('\n'), found);
    }
}

void TestCliListen::exportsToAFileAndToStdout_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("csv") << QStringLiteral("csv");
    QTest::newRow("ndjson") << QStringLiteral("ndjson");
}

void TestCliListen::exportsToAFileAndToStdout()
{
    QFETCH(QString, format);
    QVERIFY(fill(3));
    QStringList line {
        QStringLiteral("export"),  QStringLiteral("--database"), database(), QStringLiteral("--format"), format,
        QStringLiteral("--output")};
    Program toStdout(line + QStringList {QStringLiteral("-")});
    QCOMPARE(toStdout.end(), 0);
    const QByteArray bytes = toStdout.output();
    QFile file(m_folder->filePath(QStringLiteral("rows")));
    Program toFile(line + QStringList {file.fileName()});
    QCOMPARE(toFile.end(), 0);
    QCOMPARE(toFile.output(), QByteArray());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const bool isCsv = format == QLatin1String("csv");
    const auto lines = bytes.split('\n');
    QCOMPARE(lines.size(), isCsv ? 5 : 4);
    if (isCsv)
        QCOMPARE(lines.first().trimmed(), QByteArray(kRowMembers).replace(' ', ','));
    else
        QCOMPARE(memberNames(lines.first()), QByteArray(kRowMembers));
    for (int i = 1; i <= 3; ++i)
        QVERIFY(lines.at(isCsv ? i : i - 1)
                    .contains(isCsv ? ",SMS," + QByteArray::number(i) + ","
                                    : "\"identity\":\"" + QByteArray::number(i) + "\""));
}

void TestCliListen::exportsWhatStandsInTheBodies()
{
    QVERIFY(fill(3));
    const QStringList common {QStringLiteral("--database"),    database(),
                              QStringLiteral("--output"),      QStringLiteral("-"),
                              QStringLiteral("--column-path"), QStringLiteral("capability_notification.channel"),
                              QStringLiteral("--column-path"), QStringLiteral("nowhere")};
    const auto line = [&common](const char *format, const QStringList &more) {
        return QStringList {QStringLiteral("export"), QStringLiteral("--format"), QLatin1String(format)} + common
            + more;
    };
    Program csv(line("csv", {}));
    QCOMPARE(csv.end(), 0);
    const auto lines = csv.output().split('\n');
    QVERIFY(lines.first().trimmed().endsWith(",capability_notification.channel,nowhere"));
    QVERIFY2(lines.at(1).trimmed().endsWith(",SMS,"), lines.at(1).constData());
    Program raw(line("ndjson", {QStringLiteral("--raw")}));
    QCOMPARE(raw.end(), 0);
    const QJsonObject row = raw.json();
    QVERIFY(row.value(QLatin1String("raw_body")).toString().contains(QLatin1String("\"identity\":\"1\"")));
    QCOMPARE(row.value(QLatin1String("raw_encoding")).toString(), QStringLiteral("utf-8"));
    QVERIFY(!row.value(QLatin1String("raw_headers")).toArray().isEmpty());
    QVERIFY(row.value(QLatin1String("nowhere")).isNull());
    Program redacted(line("ndjson", {QStringLiteral("--raw"), QStringLiteral("--redact")}));
    QCOMPARE(redacted.end(), 0);
    const QJsonObject told = redacted.json();
    QCOMPARE(told.value(QLatin1String("raw_encoding")).toString(), QStringLiteral("redacted"));
    QVERIFY(!told.value(QLatin1String("raw_body")).toString().contains(QLatin1String("\"identity\":\"1\"")));
}

void TestCliListen::leavesTheOldFileWhenTheExportFails()
{
    QFile file(m_folder->filePath(QStringLiteral("rows.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("older");
    file.close();
    Program exporting({QStringLiteral("export"), QStringLiteral("--database"),
                       m_folder->filePath(QStringLiteral("missing.sqlite")), QStringLiteral("--format"),
                       QStringLiteral("csv"), QStringLiteral("--output"), file.fileName()});
    QCOMPARE(exporting.end(), 6);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("older"));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("missing.sqlite"))));
}

void TestCliListen::endsWithSixWhenSomebodyElseWrites()
{
    Program listening(arguments(), secret());
    QCOMPARE(post(portOf(listening), signedPost("/callbacks", kWebhookSecret, kBody)), 200);
    Program second(arguments(), secret());
    QCOMPARE(second.end(), 6);
    QCOMPARE(second.output(), QByteArray());
    QVERIFY(!second.errors().isEmpty());
    Program lookup({QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--identity"),
                    QStringLiteral("RCS:46701234550"), QStringLiteral("--database"), database()});
    QCOMPARE(lookup.end(), 6);
    Program reading({QStringLiteral("history"), QStringLiteral("--database"), database()}); // may always read
    QCOMPARE(reading.end(), 0);
    QVERIFY(reading.output().contains("46701234567"));
    QCOMPARE(listening.terminate(), 0);
}

void TestCliListen::listensWithTls()
{
    const TlsFiles files = TestCertificate().writeTo(m_folder->path());
    Program listening(arguments()
                          + QStringList {QStringLiteral("--tls-certificate"), files.certificate,
                                         QStringLiteral("--tls-key"), files.key},
                      secret());
    const QUrl url(listening.json().value(QLatin1String("callback_url")).toString());
    QCOMPARE(url.scheme(), QStringLiteral("https"));
    RawHttpClient vendor(quint16(url.port()), RawHttpClient::Tls {});
    vendor.send(signedPost("/callbacks", kWebhookSecret, kBody));
    QCOMPARE(vendor.next().value_or(RawReply {}).status, 200);
    QVERIFY(!listening.line().isEmpty());
    QCOMPARE(listening.terminate(), 0);
}

void TestCliListen::endsWithSixWhenItsCertificateCannotBeUsed()
{
    const TlsFiles files = TestCertificate().writeTo(m_folder->path());
    Program listening(arguments()
                          + QStringList {QStringLiteral("--tls-certificate"), files.certificate,
                                         QStringLiteral("--tls-key"), files.certificate},
                      secret());
    QCOMPARE(listening.end(), 6);
    QVERIFY(listening.errors().contains("holds no private key"));
    QCOMPARE(listening.output(), QByteArray());
}

void TestCliListen::endsWithSixWhenThePortIsTaken()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    Program listening({QStringLiteral("listen"), QStringLiteral("--listen"),
                       QStringLiteral("127.0.0.1:%1").arg(taken.serverPort()), QStringLiteral("--database"),
                       database()},
                      secret());
    QCOMPARE(listening.end(), 6);
    QCOMPARE(listening.output(), QByteArray());
    QVERIFY(listening.errors().contains(QByteArray::number(taken.serverPort())));
}

void TestCliListen::endsWithSixWithoutAHistory_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("history") << QStringLiteral("history --database /nowhere/h.sqlite");
    QTest::newRow("export") << QStringLiteral("export --database /nowhere/h.sqlite --format csv --output -");
    QTest::newRow("listen") << QStringLiteral(
        "listen --unsigned --listen 127.0.0.1:0 --database /proc/nowhere/h.sqlite");
}

void TestCliListen::endsWithSixWithoutAHistory()
{
    QFETCH(QString, line);
    Program program(line.split(QLatin1Char(' ')));
    QCOMPARE(program.end(), 6);
    QVERIFY(program.errors().contains("nowhere"));
}

QTEST_GUILESS_MAIN(TestCliListen)
#include "tst_cli_listen.moc"
