// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/column_block_reader.h"
#include "storage/history_reader.h"
#include "storage/history_store.h"
#include "storage/schema_migrator.h"
#include "storage/sql.h"
#include "support/fake_clock.h"
#include "support/fixture.h"
#include "support/result_macros.h"
#include "support/temp_database.h"

#include <QFile>

using namespace console;
using Migration = SchemaMigrator::Outcome;

namespace {

const QString kFirst
    = QStringLiteral("-- why\n\nCREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT);\n\n"
                     "INSERT INTO meta VALUES ('readable_from_version', '1');\n\nCREATE TABLE word(text TEXT);\n");
const QString kSecond
    = QStringLiteral("ALTER TABLE word ADD COLUMN length INTEGER;\n\nINSERT INTO word VALUES ('abc', 3);");
const QString kBroken = QStringLiteral("CREATE TABLE extra(id INTEGER);\n\nALTER TABLE word ADD COLUMN more TEXT;\n\n"
                                       "UPDATE word SET text='changed';\n\nUPDATE missing SET nothing=1;");

/// All that a migration may change: version, mark, schema and rows.
QString contentsOf(const QSqlDatabase &connection)
{
    QStringList lines;
    for (const char *sql : {"PRAGMA user_version", "PRAGMA application_id",
                            "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY name"}) {
        Statement statement(connection, sql);
        statement.run();
        while (statement.next())
            lines += statement.text(0);
    }
    const QStringList tables = connection.tables();
    for (const QString &table : tables) {
        Statement rows(connection, qPrintable(QStringLiteral("SELECT * FROM ") + table));
        rows.run();
        while (rows.next())
            lines += table + rows.text(0);
    }
    return lines.join(QLatin1Char('\n'));
}

QString schemaOf(const TempDatabase &file)
{
    return file
        .value("SELECT group_concat(name || ' ' || coalesce(sql, ''), char(10)) FROM (SELECT * FROM sqlite_master "
               "ORDER BY name)")
        .toString();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSchemaMigrator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = std::make_unique<TempDatabase>(); }

    void anEmptyFileIsMadeNew()
    {
        const auto database = m_file->opened();
        const SchemaMigrator migrator({kFirst, kSecond});
        const auto report = migrator.migrate(database->connection());
        QCOMPARE(report.outcome, Migration::Upgraded);
        QCOMPARE(report.version, 2);
        QCOMPARE(migrator.inspect(database->connection()).outcome, Migration::Current);
    }

    void whatIsCurrentIsLeftAlone()
    {
        const auto database = m_file->opened();
        const SchemaMigrator migrator({kFirst});
        QVERIFY(migrator.migrate(database->connection()).mayWrite());
        const QString before = contentsOf(database->connection());
        QCOMPARE(migrator.migrate(database->connection()).outcome, Migration::Current);
        QCOMPARE(contentsOf(database->connection()), before);
    }

    void anOlderFileIsBroughtUpWithItsRows()
    {
        const auto database = m_file->opened();
        QVERIFY(SchemaMigrator({kFirst}).migrate(database->connection()).mayWrite());
        execute(database->connection(), QStringLiteral("INSERT INTO word VALUES ('old')"));
        const auto report = SchemaMigrator({kFirst, kSecond}).migrate(database->connection());
        QCOMPARE(report.outcome, Migration::Upgraded);
        QCOMPARE(report.version, 2);
        QCOMPARE(m_file->value("SELECT group_concat(text) FROM word").toString(), QStringLiteral("old,abc"));
    }

    void aStepThatBreaksHalfWayLeavesTheFileAsItWas()
    {
        const auto database = m_file->opened();
        QVERIFY(SchemaMigrator({kFirst}).migrate(database->connection()).mayWrite());
        execute(database->connection(), QStringLiteral("INSERT INTO word VALUES ('old')"));
        const QString before = contentsOf(database->connection());
        const auto report = SchemaMigrator({kFirst, kBroken}).migrate(database->connection());
        QCOMPARE(report.outcome, Migration::Failed);
        QCOMPARE(report.version, 1);
        QVERIFY2(report.detail.contains(QStringLiteral("missing")), qPrintable(report.detail));
        QVERIFY(!report.mayWrite());
        QCOMPARE(contentsOf(database->connection()), before);
    }

    void theStepsBeforeTheBrokenOneStay()
    {
        const auto database = m_file->opened();
        const auto report = SchemaMigrator({kFirst, kSecond, kBroken}).migrate(database->connection());
        QCOMPARE(report.outcome, Migration::Failed);
        QCOMPARE(report.version, 2);
        QCOMPARE(m_file->value("PRAGMA user_version").toInt(), 2);
        QCOMPARE(SchemaMigrator({kFirst, kSecond}).inspect(database->connection()).outcome, Migration::Current);
    }

    void aFirstStepThatBreaksLeavesAnEmptyFile()
    {
        const auto database = m_file->opened();
        QCOMPARE(SchemaMigrator({kBroken}).migrate(database->connection()).outcome, Migration::Failed);
        QCOMPARE(m_file->value("SELECT count(*) FROM sqlite_master").toInt(), 0);
        QCOMPARE(m_file->value("PRAGMA application_id").toInt(), 0);
    }

    void aNewerFileIsRefusedAndUntouched_data()
    {
        QTest::addColumn<int>("readableFrom");
        QTest::addColumn<bool>("mayRead");
        QTest::newRow("that this program can still read") << 1 << true;
        QTest::newRow("that this program cannot read") << 99 << false;
    }
    void aNewerFileIsRefusedAndUntouched()
    {
        QFETCH(int, readableFrom);
        QFETCH(bool, mayRead);
        m_file->migrate();
        const int newer = m_file->value("PRAGMA user_version").toInt() + 1;
        {
            const auto database = m_file->opened();
            execute(database->connection(), QStringLiteral("PRAGMA user_version=%1").arg(newer));
            execute(database->connection(),
                    QStringLiteral("UPDATE meta SET value='%1' WHERE key='readable_from_version'").arg(readableFrom));
        }
        const QByteArray before = bytesOf(m_file->path());
        {
            const auto database = Database::open(m_file->path(), Database::Mode::ReadOnly);
            const auto report = SchemaMigrator::ofThisProgram().migrate((*database)->connection());
            QCOMPARE(report.outcome, mayRead ? Migration::NewerCompatible : Migration::NewerIncompatible);
            QCOMPARE(report.version, newer);
        }
        const auto store = HistoryStore::open(m_file->path(), m_clock);
        COMPARE_ERROR(store, Error::Kind::Config);
        QVERIFY2(store.error().detail.contains(QString::number(newer)), qPrintable(store.error().detail));
        const auto reader = HistoryReader::open(m_file->path());
        QCOMPARE(reader.has_value(), mayRead);
        if (mayRead)
            QCOMPARE((*reader)->counts()->notifications, 0);
        else
            COMPARE_ERROR(reader, Error::Kind::Config);
        QCOMPARE(bytesOf(m_file->path()), before);
    }

    void aFileOfAnotherProgramIsRefusedAndUntouched_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("with tables") << QStringLiteral("CREATE TABLE theirs(id INTEGER)");
        QTest::newRow("with a version of its own") << QStringLiteral("PRAGMA user_version=1");
        QTest::newRow("with a mark of its own") << QStringLiteral("PRAGMA application_id=1234; ");
    }
    void aFileOfAnotherProgramIsRefusedAndUntouched()
    {
        QFETCH(QString, sql);
        {
            const auto database = m_file->opened();
            execute(database->connection(), QStringLiteral("CREATE TABLE IF NOT EXISTS theirs(id INTEGER)"));
            if (!sql.startsWith(QLatin1String("CREATE")))
                execute(database->connection(), sql);
        }
        const QByteArray before = bytesOf(m_file->path());
        {
            const auto database = Database::open(m_file->path(), Database::Mode::ReadOnly);
            QCOMPARE(SchemaMigrator::ofThisProgram().migrate((*database)->connection()).outcome, Migration::BadSchema);
        }
        COMPARE_ERROR(HistoryStore::open(m_file->path(), m_clock), Error::Kind::Config);
        COMPARE_ERROR(HistoryReader::open(m_file->path()), Error::Kind::Config);
        QCOMPARE(bytesOf(m_file->path()), before);
    }

    void aFileThatIsNoDatabaseIsRefusedAndUntouched()
    {
        const QByteArray letter = QByteArray("Dear diary, this is a letter and not a database at all. ").repeated(200);
        {
            QFile file(m_file->path());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(letter);
        }
        COMPARE_ERROR(HistoryStore::open(m_file->path(), m_clock), Error::Kind::Config);
        COMPARE_ERROR(HistoryReader::open(m_file->path()), Error::Kind::Config);
        QCOMPARE(bytesOf(m_file->path()), letter);
    }

    void anEmptyFileHasNothingToRead()
    {
        QVERIFY(QFile(m_file->path()).open(QIODevice::WriteOnly));
        COMPARE_ERROR(HistoryReader::open(m_file->path()), Error::Kind::Config);
        VERIFY_OK(HistoryStore::open(m_file->path(), m_clock));
        VERIFY_OK(HistoryReader::open(m_file->path()));
    }

    void theFirstShippedSchemaOpens()
    {
        {
            QFile copy(m_file->path());
            QVERIFY(copy.open(QIODevice::WriteOnly));
            copy.write(fixture("storage/v1.sqlite"));
        }
        VERIFY_OK(HistoryStore::open(m_file->path(), m_clock));
        const auto reader = HistoryReader::open(m_file->path());
        VERIFY_OK(reader);
        const auto rows = (*reader)->rowsAfter(0, 100);
        VERIFY_OK(rows);
        QCOMPARE(rows->size(), 5);
        QCOMPARE(rows->first().join, JoinKind::ByRequestId);
        QVERIFY(rows->first().latency.has_value());
        QVERIFY(!(*(*reader)->raw(rows->first().id))->body.isEmpty());
        QCOMPARE((*reader)->recentLookups(10)->size(), 1);
        QCOMPARE((*reader)->unreadable(10)->size(), 1);
        QCOMPARE((*reader)->rejected(10)->size(), 1);
        const TempDatabase fresh;
        fresh.migrate();
        QCOMPARE(schemaOf(*m_file), schemaOf(fresh));
    }

    void bothOfAConflictOfBeforeAreMarked()
    {
        m_file->migrate();
        {
            const auto database = m_file->opened();
            execute(database->connection(),
                    QStringLiteral("INSERT INTO notification(received_at, channel, identity, request, signature, "
                                   "join_kind, outcome, retries) VALUES "
                                   "(1, 7, '46701', 5, 0, 0, 0, 0), (2, 7, '+46701', 5, 0, 0, 2, 0), "
                                   "(3, 7, NULL, 6, 0, 0, 0, 0), (4, 7, NULL, 6, 0, 0, 2, 0), "
                                   "(5, NULL, '46701', 5, 0, 0, 0, 0), (6, 8, '46701', 5, 0, 0, 0, 0), "
                                   "(7, 7, '46702', 5, 0, 0, 0, 0), (8, 7, '46701', 9, 0, 0, 0, 0), "
                                   "(9, 7, '46701', NULL, 0, 0, 0, 0)"));
            execute(database->connection(), QStringLiteral("PRAGMA user_version=4"));
        }
        VERIFY_OK(HistoryStore::open(m_file->path(), m_clock));
        QCOMPARE(m_file->value("SELECT group_concat(id) FROM notification WHERE outcome=2").toString(),
                 QStringLiteral("1,2,3,4"));
    }

    void anOlderHistoryIsReadWithoutBeingBroughtUpToDate()
    {
        QFile copy(m_file->path());
        QVERIFY(copy.open(QIODevice::WriteOnly));
        copy.write(fixture("storage/v1.sqlite"));
        copy.close();
        const auto reader = HistoryReader::open(m_file->path());
        VERIFY_OK(reader);
        QCOMPARE((*reader)->rowsAfter(0, 100)->size(), 5);
        const auto blocks = ColumnBlockReader::open(m_file->path());
        VERIFY_OK(blocks);
        QCOMPARE((*blocks)->newestRows(10)->size(), 5);
        QCOMPARE(m_file->value("PRAGMA user_version").toInt(), 1);
    }

private:
    std::unique_ptr<TempDatabase> m_file;
    FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestSchemaMigrator)
#include "tst_schema_migrator.moc"
