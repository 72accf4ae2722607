// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QDir>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

using namespace console;

namespace {

const QString kPolicy = QStringLiteral(CONSOLE_TEST_POLICY_FILE);

/// The same program, built to look for the organisation's settings in a place of the test's.
class ManagedProgram : public Program
{
public:
    explicit ManagedProgram(const QStringList &arguments)
        : Program(arguments, {{QStringLiteral("CAPABILITY_WEBHOOK_SECRET"), QLatin1String(kWebhookSecret)}},
                  QStringLiteral("../tests/managed_cli"))
    { }
};

void setPolicy(const QByteArray &json)
{
    const QString folder = QFileInfo(kPolicy).absolutePath();
    QDir().mkpath(folder);
    ::chmod(QFile::encodeName(folder).constData(), 0755);
    QFile file(kPolicy);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qFatal("the policy cannot be written");
    file.close();
    ::chmod(QFile::encodeName(kPolicy).constData(), 0644);
}

QByteArray locked(const QByteArray &members)
{
    return "{\"version\": 1, \"locked\": {" + members + "}}";
}

} // namespace

class TestCliManaged : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (::geteuid() != 0)
            QSKIP("only root can write a file that belongs to root");
    }
    void cleanup() { QFile::remove(kPolicy); }

    void anOptionAgainstALockedValueIsForbidden_data()
    {
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("option");
        const QStringList listen {QStringLiteral("listen"), QStringLiteral("--database"), QStringLiteral("/tmp/none/x"),
                                  QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
        const QStringList lookup {QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--identity"),
                                  QStringLiteral("RCS:46712312351")};
        QTest::newRow("unsigned callbacks")
            << locked("\"receiver.allow_unsigned\": false") << listen + QStringList {QStringLiteral("--unsigned")}
            << QByteArray("--unsigned");
        QTest::newRow("another address") << locked("\"receiver.address\": \"127.0.0.1:8787\"") << listen
                                         << QByteArray("--listen");
        QTest::newRow("another certificate")
            << locked("\"receiver.certificate\": \"/a\", \"receiver.private_key\": \"/b\"")
            << listen
                + QStringList {QStringLiteral("--tls-certificate"), QStringLiteral("/c"), QStringLiteral("--tls-key"),
                               QStringLiteral("/b")}
            << QByteArray("--tls-certificate");
        QTest::newRow("another wait") << locked("\"lookup.wait_s\": 60")
                                      << lookup + QStringList {QStringLiteral("--wait"), QStringLiteral("5s")}
                                      << QByteArray("--wait");
    }
    void anOptionAgainstALockedValueIsForbidden()
    {
        QFETCH(QByteArray, policy);
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, option);
        setPolicy(policy);
        ManagedProgram program(arguments);
        QCOMPARE(program.end(), 7);
        const QByteArray errors = program.errors();
        QVERIFY2(errors.contains(option + ": managed by your organisation (" + QFile::encodeName(kPolicy)),
                 errors.constData());
        QVERIFY(program.output().isEmpty());
    }

    void lockedFilesAreUsedWithoutBeingNamed()
    {
        setPolicy(locked("\"receiver.certificate\": \"/none/c.pem\", \"receiver.private_key\": \"/none/k.pem\""));
        const QTemporaryDir folder;
        ManagedProgram program({QStringLiteral("listen"), QStringLiteral("--database"),
                                folder.filePath(QStringLiteral("h.sqlite")), QStringLiteral("--listen"),
                                QStringLiteral("127.0.0.1:0")});
        QCOMPARE(program.end(), 6); // and not over plain HTTP
        QVERIFY(program.errors().contains("/none/c.pem"));
    }

    void aBadValueIsToldAndTheProgramGoesOn()
    {
        setPolicy(locked("\"receiver.body_limit\": \"HUSH\""));
        const QTemporaryDir folder;
        ManagedProgram program({QStringLiteral("listen"), QStringLiteral("--database"),
                                folder.filePath(QStringLiteral("h.sqlite")), QStringLiteral("--listen"),
                                QStringLiteral("127.0.0.1:0")});
        QVERIFY(program.json().value(QLatin1String("ready")).toBool());
        QCOMPARE(program.terminate(), 0);
        const QByteArray errors = program.errors();
        QVERIFY2(errors.contains(QFile::encodeName(kPolicy) + ": locked.receiver.body_limit: a whole number"),
                 errors.constData());
        QVERIFY(!errors.contains("HUSH"));
    }

    void nothingIsDoneWhileTheFileIsDamaged()
    {
        setPolicy("{\"version\": 1,\n\"locked\": {\"lookup.wait_s\": 60,}}");
        ManagedProgram lookup({QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--identity"),
                               QStringLiteral("RCS:46712312351")});
        QCOMPARE(lookup.end(), 7);
        QVERIFY(lookup.errors().contains("line 2"));
        ManagedProgram help({QStringLiteral("lookup"), QStringLiteral("--help")});
        QCOMPARE(help.end(), 0);
        ManagedProgram check({QStringLiteral("policy"), QStringLiteral("check")});
        QCOMPARE(check.end(), 1);
        QVERIFY(check.errors().contains("line 2"));
    }

    void showsWhoDecidedWhat()
    {
        setPolicy("{\"version\": 1, \"locked\": {\"lookup.wait_s\": 60}, \"defaults\": {\"window.theme\": \"dark\"}}");
        ManagedProgram show({QStringLiteral("policy"), QStringLiteral("show")});
        QCOMPARE(show.end(), 0);
        const QByteArray output = show.output();
        QVERIFY(output.contains("lookup.wait_s\t60\tlocked by your organisation\n"));
        QVERIFY(output.contains("window.theme\tdark\tdefault of your organisation\n"));
        QVERIFY(output.contains("receiver.body_limit\t262144\tbuilt in\n"));
        ManagedProgram check({QStringLiteral("policy"), QStringLiteral("check")});
        QCOMPARE(check.end(), 0);
    }

    void theSampleIsFine()
    {
        QFile sample(QStringLiteral(CONSOLE_POLICY_SAMPLE));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        setPolicy(sample.readAll());
        ManagedProgram check({QStringLiteral("policy"), QStringLiteral("check")});
        QCOMPARE(check.end(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCliManaged)
#include "tst_cli_managed.moc"
