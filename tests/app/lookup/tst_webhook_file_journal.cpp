// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/webhook_file_journal.h"
#include "support/await.h"
#include "support/result_macros.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace console;

namespace {

OwnWebhook webhook(const char *id = "W1", const char *project = "P1")
{
    return {*WebhookId::parse(QLatin1String(id)), QLatin1String(project), QStringLiteral("A1"),
            QStringLiteral("https://console.test/callbacks"), fromMilliseconds(1'790'000'000'123)};
}

/// Another process that remembers a webhook and then lives until it is killed.
class OtherRun
{
public:
    OtherRun(const QString &folder, const OwnWebhook &webhook)
    {
        int ready[2] = {};
        if (::pipe(ready) != 0)
            qFatal("no pipe");
        m_pid = ::fork();
        if (m_pid == 0) {
            WebhookFileJournal journal(folder);
            const bool isKept = bool(journal.journal().remember(webhook).result());
            [[maybe_unused]] const auto written = ::write(ready[1], isKept ? "y" : "n", 1);
            for (;;)
                ::pause();
        }
        char answer = 0;
        m_isKept = ::read(ready[0], &answer, 1) == 1 && answer == 'y';
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~OtherRun() { kill(); }
    void kill()
    {
        if (m_pid > 0) {
            ::kill(m_pid, SIGKILL);
            ::waitpid(std::exchange(m_pid, -1), nullptr, 0);
        }
    }
    bool isKept() const { return m_isKept; }

private:
    pid_t m_pid = -1;
    bool m_isKept = false;
};

} // namespace

class TestWebhookFileJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void touchesNothingUntilItRemembers();
    void forgetsWithoutATrace();
    void findsWhatADeadRunLeft();
    void leavesWhatALiveRunHolds();
    void leavesItsOwn();
    void findsTheLeftoversOfOneProject();
    void keepsALeftoverUntilItIsForgotten();
    void skipsFilesThatItCannotRead();
    void saysWhenItCannotWrite();
    void standsInTheStateFolder_data();
    void standsInTheStateFolder();

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("webhooks")); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestWebhookFileJournal::touchesNothingUntilItRemembers()
{
    WebhookFileJournal journal(folder());
    QVERIFY(journal.leftovers(QStringLiteral("P1")).isEmpty());
    QVERIFY(!QDir(folder()).exists());
}

void TestWebhookFileJournal::forgetsWithoutATrace()
{
    WebhookFileJournal journal(folder());
    VERIFY_OK(await(journal.journal().remember(webhook())));
    QVERIFY(!files().isEmpty());
    VERIFY_OK(await(journal.journal().forget(*WebhookId::parse(QStringLiteral("another")))));
    QVERIFY(!files().isEmpty());
    VERIFY_OK(await(journal.journal().forget(webhook().id)));
    QCOMPARE(files(), QStringList());
}

void TestWebhookFileJournal::findsWhatADeadRunLeft()
{
    OtherRun other(folder(), webhook());
    QVERIFY(other.isKept());
    other.kill();
    WebhookFileJournal journal(folder());
    const auto left = journal.leftovers(QStringLiteral("P1"));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().id, webhook().id);
    QCOMPARE(left.first().projectId, webhook().projectId);
    QCOMPARE(left.first().appId, webhook().appId);
    QCOMPARE(left.first().target, webhook().target);
    QCOMPARE(left.first().createdAt, webhook().createdAt);
}

void TestWebhookFileJournal::leavesWhatALiveRunHolds()
{
    OtherRun other(folder(), webhook());
    QVERIFY(other.isKept());
    WebhookFileJournal journal(folder());
    QVERIFY(journal.leftovers(QStringLiteral("P1")).isEmpty());
    other.kill();
    QCOMPARE(journal.leftovers(QStringLiteral("P1")).size(), 1);
}

void TestWebhookFileJournal::leavesItsOwn()
{
    WebhookFileJournal journal(folder());
    VERIFY_OK(await(journal.journal().remember(webhook())));
    QVERIFY(journal.leftovers(QStringLiteral("P1")).isEmpty());
}

void TestWebhookFileJournal::findsTheLeftoversOfOneProject()
{
    for (const char *project : {"P1", "P2", "P1"})
        OtherRun(folder(), webhook(project, project)).kill();
    WebhookFileJournal journal(folder());
    QCOMPARE(journal.leftovers(QStringLiteral("P1")).size(), 2);
    QCOMPARE(journal.leftovers(QStringLiteral("P2")).size(), 1);
    QVERIFY(journal.leftovers(QStringLiteral("P3")).isEmpty());
}

void TestWebhookFileJournal::keepsALeftoverUntilItIsForgotten()
{
    OtherRun(folder(), webhook()).kill();
    {
        WebhookFileJournal journal(folder());
        QCOMPARE(journal.leftovers(QStringLiteral("P1")).size(), 1);
    }
    WebhookFileJournal journal(folder());
    QCOMPARE(journal.leftovers(QStringLiteral("P1")).size(), 1);
    VERIFY_OK(await(journal.journal().forget(webhook().id)));
    QVERIFY(journal.leftovers(QStringLiteral("P1")).isEmpty());
    QCOMPARE(files(), QStringList());
}

void TestWebhookFileJournal::skipsFilesThatItCannotRead()
{
    QVERIFY(QDir().mkpath(folder()));
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("\xff\x00[", 3), QByteArray("[General]\nproject_id=P1\n")}) {
        QFile file(folder() + QStringLiteral("/%1.ini").arg(bytes.size()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    WebhookFileJournal journal(folder());
    QVERIFY(journal.leftovers(QStringLiteral("P1")).isEmpty());
}

void TestWebhookFileJournal::saysWhenItCannotWrite()
{
    QVERIFY(QFile(folder()).open(QIODevice::WriteOnly)); // a file where the folder should be
    WebhookFileJournal journal(folder());
    COMPARE_ERROR(await(journal.journal().remember(webhook())), Error::Kind::Storage);
}

void TestWebhookFileJournal::standsInTheStateFolder_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QString>("expected");
    const QString usual = QDir::home().filePath(QStringLiteral(".local/state/capability-console/webhooks"));
    QTest::newRow("a folder") << QByteArray("/srv/state") << QStringLiteral("/srv/state/capability-console/webhooks");
    QTest::newRow("empty") << QByteArray("") << usual;
    QTest::newRow("relative") << QByteArray("state") << usual;
}

void TestWebhookFileJournal::standsInTheStateFolder()
{
    QFETCH(QByteArray, state);
    QFETCH(QString, expected);
    qputenv("XDG_STATE_HOME", state);
    QCOMPARE(WebhookFileJournal::defaultFolder(), expected);
    qunsetenv("XDG_STATE_HOME");
}

QTEST_GUILESS_MAIN(TestWebhookFileJournal)
#include "tst_webhook_file_journal.moc"
