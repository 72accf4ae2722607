// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/console_program.h"
#include "running_console.h"
#include "support/raw_http_client.h"
#include "support/verified_callback.h"
#include "ui/theme/banner.h"

#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>

#include <csignal>
#include <sys/resource.h>

using namespace console;

namespace {

/// What keeps the history from being written for as long as it is there.
class Trouble
{
public:
    Trouble(const QByteArray &kind, const QString &database)
        : m_kind(kind)
    {
        if (kind == "locked") {
            auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
            other.setDatabaseName(database);
            other.open();
            if (!QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")))
                qFatal("the history cannot be locked");
        } else if (kind == "full") {
            std::signal(SIGXFSZ, SIG_IGN);
            mayGrow(16 * 1024);
        } else if (kind == "deleted") {
            QFile::remove(database);
        }
    }
    ~Trouble()
    {
        if (m_kind == "full")
            mayGrow(RLIM_INFINITY);
        if (m_kind == "locked")
            QSqlDatabase::removeDatabase(QStringLiteral("other"));
    }
    Trouble(const Trouble &) = delete;
    Trouble &operator=(const Trouble &) = delete;

private:
    static void mayGrow(rlim_t bytes)
    {
        rlimit limit {};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        limit.rlim_cur = std::min(bytes, limit.rlim_max);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }

    QByteArray m_kind;
};

int post(RunningConsole &console, const QByteArray &nonce)
{
    const QByteArray body = "{\"capability_notification\":{\"channel\":\"RCS\",\"identity\":\"46701234567\","
                            "\"capability_status\":\"CAPABILITY_FULL\",\"request_id\":\""
        + nonce + "\"}}";
    const QUrl target = console.projects().receiverView().callbackUrl;
    const QString secret = console.projects().secretsOf(QStringLiteral("sandbox")).webhookSecret.reveal();
    const auto headers = signatureHeaders(body, nonce, SystemClock().now(), secret);
    RawHttpClient client(quint16(target.port()));
    client.send(RawHttpClient::request("POST", target.path().toUtf8(), body, encodeHeaders(headers)));
    return client.next().value_or(RawReply {}).status;
}

QString textOf(const QWidget *banner)
{
    QStringList texts;
    for (const QLabel *label : banner->findChildren<QLabel *>())
        texts += label->text();
    return texts.join(QLatin1Char(' '));
}

} // namespace

/// A history that cannot be written, or not even opened, as the window tells of it.
class TestStoreTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowTellsOfItAsLongAsItLasts_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("another program locks it") << QByteArray("locked");
        QTest::newRow("the disk is full") << QByteArray("full");
        QTest::newRow("it was deleted") << QByteArray("deleted");
    }
    void theWindowTellsOfItAsLongAsItLasts()
    {
        QFETCH(QByteArray, kind);
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(console.projects().connection() && console.projects().selectedApp());
        QTRY_VERIFY(!console.projects().receiverView().callbackUrl.isEmpty());
        QCOMPARE(post(console, "first"), 200);
        const auto *table = console.find<QTableView>("notifications");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        auto *notice = console.find<Banner>("notice");
        QVERIFY(!notice->isVisible());
        {
            const Trouble trouble(kind, folder.filePath(QStringLiteral("history.sqlite")));
            QCOMPARE(post(console, "second"), 503);
            QTRY_VERIFY(notice->isVisible());
            QVERIFY2(textOf(notice).contains(QStringLiteral("cannot be written")), qPrintable(textOf(notice)));
            QCOMPARE(table->model()->rowCount(), 1); // nothing is claimed
        }
        QTRY_COMPARE(post(console, "second"), 200);
        const int kept = kind == "deleted" ? 0 : 1; // what went with its file goes from the table, too
        QTRY_COMPARE(table->model()->rowCount(), kept + 1);
        QTRY_VERIFY(!notice->isVisible());
    }

    void theLookupsOfADeletedHistoryGoWithIt()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(console.projects().connection() && console.projects().selectedApp());
        QTRY_VERIFY(!console.projects().receiverView().callbackUrl.isEmpty());
        const QList<ChannelIdentity> typed {
            {ChannelName::fromText(QStringLiteral("RCS")), QStringLiteral("46701234551")}};
        LookupService &lookups = console.session().lookups();
        const auto asked = lookups.submit(*console.projects().connection(),
                                          {console.projects().selectedApp()->id, typed, {}, typed});
        const auto *recent = console.find<QListView>("Recent lookups");
        QTRY_VERIFY(asked.isFinished());
        QTRY_COMPARE(recent->model()->rowCount(), 1);
        QFile::remove(folder.filePath(QStringLiteral("history.sqlite")));
        QCOMPARE(post(console, "first"), 503);
        QCOMPARE(recent->model()->rowCount(), 1); // whether it comes back is not known yet
        QTRY_COMPARE(post(console, "first"), 200);
        QTRY_COMPARE(recent->model()->rowCount(), 0);
        QVERIFY(lookups.recent().isEmpty());
    }

    void aDamagedHistoryIsSetAsideWhenToldSo()
    {
        QTemporaryDir folder;
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.path()));
        ConsoleOptions options;
        options.profile = QStringLiteral("trouble");
        options.database = folder.filePath(QStringLiteral("history.sqlite"));
        QFile damaged(options.database);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(20'000, 'x'));
        damaged.close();
        const ConsoleProgram program(options);
        QMessageBox *message = nullptr;
        QTRY_VERIFY(message = qobject_cast<QMessageBox *>(QApplication::activeModalWidget()));
        QVERIFY(!message->informativeText().isEmpty());
        const auto kept
            = [&] { return QDir(folder.path()).entryInfoList({QStringLiteral("history.sqlite.corrupt-*")}); };
        QVERIFY(kept().isEmpty()); // only on somebody's order
        message->findChild<QPushButton *>(QStringLiteral("setAside"))->click();
        QTRY_COMPARE(kept().size(), 1);
        QCOMPARE(kept().constFirst().size(), 20'000);
        QTRY_VERIFY(QFile(options.database).size() > 0);
        QTRY_VERIFY(message = qobject_cast<QMessageBox *>(QApplication::activeModalWidget()));
        QVERIFY2(message->text().contains(kept().constFirst().fileName()), qPrintable(message->text()));
        message->reject();
    }

    void whatIsNotDamagedIsLeftAlone()
    {
        QTemporaryDir folder;
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.path()));
        ConsoleOptions options;
        options.profile = QStringLiteral("trouble");
        options.database = folder.filePath(QStringLiteral("recipes.sqlite"));
        {
            auto other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("recipes"));
            other.setDatabaseName(options.database);
            QVERIFY(other.open() && QSqlQuery(other).exec(QStringLiteral("CREATE TABLE recipes(name TEXT)")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("recipes"));
        const ConsoleProgram program(options);
        QPointer<QMessageBox> message;
        QTRY_VERIFY(message = qobject_cast<QMessageBox *>(QApplication::activeModalWidget()));
        message->findChild<QPushButton *>(QStringLiteral("setAside"))->click();
        QTRY_VERIFY(message.isNull() && QApplication::activeModalWidget()); // told once more
        QVERIFY(QFile::exists(options.database));
        QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.corrupt-*")}).isEmpty());
    }
};

QTEST_MAIN(TestStoreTrouble)
#include "tst_store_trouble.moc"
