// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql.h"
#include "storage/transaction.h"
#include "support/temp_database.h"

#include <QTest>

using namespace console;

class TestTransaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<TempDatabase>();
        m_database = m_file->opened();
        execute(m_database->connection(), QStringLiteral("CREATE TABLE word(text TEXT UNIQUE)"));
    }
    void cleanup()
    {
        m_database.reset();
        m_file.reset();
    }

    void keepsWhatWasCommitted()
    {
        {
            Transaction transaction(m_database->connection());
            insert("one");
            transaction.commit();
        }
        QCOMPARE(count(), 1);
    }

    void undoesWhatWasNotCommitted()
    {
        {
            const Transaction transaction(m_database->connection());
            insert("one");
        }
        QCOMPARE(count(), 0);
    }

    void undoesWhatAnErrorInterrupted()
    {
        const auto insertTwice = [this] {
            Transaction transaction(m_database->connection());
            insert("one");
            insert("one");
            transaction.commit();
        };
        QVERIFY_THROWS_EXCEPTION(SqlFailure, insertTwice());
        QCOMPARE(count(), 0);
    }

    void anExplicitRollbackLeavesNothingForTheDestructor()
    {
        {
            Transaction transaction(m_database->connection());
            insert("one");
            transaction.rollback();
            insert("two"); // outside of any transaction: the destructor must not take it away
        }
        QCOMPARE(count(), 1);
    }

    void theConnectionServesTheNextOne()
    {
        {
            const Transaction undone(m_database->connection());
        }
        Transaction transaction(m_database->connection());
        insert("one");
        transaction.commit();
        QCOMPARE(count(), 1);
    }

    void aSecondWriterIsToldThatTheFileIsBusy()
    {
        const auto other = m_file->opened();
        execute(other->connection(), QStringLiteral("PRAGMA busy_timeout=0"));
        const Transaction transaction(m_database->connection());
        try {
            const Transaction second(other->connection());
            QFAIL("two transactions write at the same time");
        } catch (const SqlFailure &failure) {
            QCOMPARE(failure.toError().kind, Error::Kind::Busy);
        }
    }

private:
    void insert(const char *text)
    {
        Statement statement(m_database->connection(), "INSERT INTO word(text) VALUES (?)");
        statement.run({QLatin1String(text)});
    }
    int count() const { return m_file->value("SELECT count(*) FROM word").toInt(); }

    std::unique_ptr<TempDatabase> m_file;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestTransaction)
#include "tst_transaction.moc"
