// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/dictionary.h"
#include "storage/transaction.h"
#include "support/temp_database.h"

#include <QTest>

using namespace console;

class TestDictionary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<TempDatabase>();
        m_file->migrate();
        m_database = m_file->opened();
        m_dictionary = std::make_unique<Dictionary>(m_database->connection());
    }
    void cleanup()
    {
        m_dictionary.reset();
        m_database.reset();
        m_file.reset();
    }

    void aTextStandsOnceInTheFile()
    {
        const QVariant first = m_dictionary->term(TermKind::Channel, QStringLiteral("SMS"));
        QCOMPARE(m_dictionary->term(TermKind::Channel, QStringLiteral("SMS")), first);
        QCOMPARE(Dictionary(m_database->connection()).term(TermKind::Channel, QStringLiteral("SMS")), first);
        QCOMPARE(m_file->value("SELECT count(*) FROM term").toInt(), 1);
    }

    void theSameTextOfAnotherKindIsAnotherTerm()
    {
        QVERIFY(m_dictionary->term(TermKind::Channel, QStringLiteral("A"))
                != m_dictionary->term(TermKind::Status, QStringLiteral("A")));
    }

    void textsThatDifferOnlyInCaseAreDifferent()
    {
        QVERIFY(m_dictionary->term(TermKind::Channel, QStringLiteral("sms"))
                != m_dictionary->term(TermKind::Channel, QStringLiteral("SMS")));
    }

    void theEmptyTextIsNull()
    {
        QVERIFY(m_dictionary->term(TermKind::Channel, {}).isNull());
        QVERIFY(m_dictionary->term(TermKind::Channel, QStringLiteral("")).isNull());
        QVERIFY(m_dictionary->contact({}).isNull());
        QCOMPARE(m_file->value("SELECT count(*) FROM term").toInt(), 0);
    }

    void aNameReplacesTheOneKnownBeforeUnlessItIsEmpty()
    {
        const QString key = QStringLiteral("contact-1");
        const QVariant id = m_dictionary->contact(key);
        QCOMPARE(m_dictionary->contactName(key), QString());
        QCOMPARE(m_dictionary->contact(key, QStringLiteral("Anna")), id);
        QCOMPARE(m_dictionary->contact(key), id);
        QCOMPARE(m_dictionary->contactName(key), QStringLiteral("Anna"));
        m_dictionary->contact(key, QStringLiteral("Anna Lindqvist"));
        QCOMPARE(Dictionary(m_database->connection()).contactName(key), QStringLiteral("Anna Lindqvist"));
    }

    void aRequestIdIsFoundOnceItWasMade()
    {
        QVERIFY(!m_dictionary->findRequest(QStringLiteral("r-1")));
        const qint64 id = m_dictionary->request(QStringLiteral("r-1"));
        QCOMPARE(m_dictionary->findRequest(QStringLiteral("r-1")), id);
        QCOMPARE(m_dictionary->request(QStringLiteral("r-1")), id);
    }

    void afterARollbackNothingOfItIsRemembered()
    {
        const QVariant kept = m_dictionary->term(TermKind::Channel, QStringLiteral("SMS"));
        {
            const Transaction undone(m_database->connection());
            m_dictionary->term(TermKind::Channel, QStringLiteral("RCS"));
            m_dictionary->contact(QStringLiteral("contact-1"), QStringLiteral("Anna"));
            m_dictionary->request(QStringLiteral("r-1"));
        }
        m_dictionary->forget();
        QCOMPARE(m_dictionary->term(TermKind::Channel, QStringLiteral("SMS")), kept);
        QVERIFY(!m_dictionary->findRequest(QStringLiteral("r-1")));
        QCOMPARE(m_dictionary->contactName(QStringLiteral("contact-1")), QString());
        const QVariant made = m_dictionary->term(TermKind::Channel, QStringLiteral("RCS"));
        QCOMPARE(m_file->value("SELECT id FROM term WHERE text='RCS'"), made);
    }

    void moreTextsThanAreRememberedKeepTheirIds()
    {
        Transaction transaction(m_database->connection());
        const QVariant first = m_dictionary->term(TermKind::Description, QStringLiteral("text 0"));
        for (int i = 1; i <= 50'001; ++i)
            m_dictionary->term(TermKind::Description, QStringLiteral("text %1").arg(i));
        QCOMPARE(m_dictionary->term(TermKind::Description, QStringLiteral("text 0")), first);
        transaction.commit();
        QCOMPARE(m_file->value("SELECT count(*) FROM term").toInt(), 50'002);
    }

    void aListOfFeaturesComesBackAsItWas_data()
    {
        QTest::addColumn<QStringList>("features");
        QTest::newRow("none") << QStringList();
        QTest::newRow("one") << QStringList {QStringLiteral("RCS_CARD")};
        QTest::newRow("with spaces and commas") << QStringList {QStringLiteral("A, B"), QStringLiteral("C D")};
        QTest::newRow("an empty one among others") << QStringList {QStringLiteral("A"), QString(), QStringLiteral("B")};
    }
    void aListOfFeaturesComesBackAsItWas()
    {
        QFETCH(QStringList, features);
        QCOMPARE(splitFeatures(joinFeatures(features)), features);
    }

private:
    std::unique_ptr<TempDatabase> m_file;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Dictionary> m_dictionary;
};

QTEST_GUILESS_MAIN(TestDictionary)
#include "tst_dictionary.moc"
