// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_search.h"

#include "sandbox_connection.h"

#include <QSignalSpy>

#include <set>

using namespace console;

namespace {

Contact contact()
{
    return { *ContactId::parse(QStringLiteral("01EKA07N79THJ20ZSN6AS30TMW")), QStringLiteral("Åsa Öberg"), QStringLiteral("crm-0001"),
             QStringLiteral("asa@example.com"), {},
             { *ChannelIdentity::make(QStringLiteral("SMS"), QStringLiteral("46701234567")),
               *ChannelIdentity::make(QStringLiteral("VIBER"), QStringLiteral("9KC0p+pi4zPGDO99ACDxoQ==")) },
             {} };
}

} // namespace

/// Against a sandbox with more contacts than one search reads.
class TestContactSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_sandbox.reset(); }
    void init();
    void matches_data();
    void matches();
    void listsTheFirstPages();
    void fetchesMoreWhenAsked();
    void findsByNameOnAnyPage();
    void stopsAtItsLimitAndGoesOn();
    void findsANumberAtOnce_data();
    void findsANumberAtOnce();
    void findsByExternalId();
    void findsNobody();
    void countsOnlyTheNewestSearch();
    void givesNothingAfterStop();
    void tellsAFailure();

private:
    QStringList names() const;
    bool runs(const QString &text);

    static constexpr int kContacts = 1100;
    std::unique_ptr<SandboxConnection> m_sandbox;
    std::unique_ptr<ContactSearch> m_search;
    QList<ChannelName> m_channels;
    Contact m_last = contact(); ///< the last but one of the sandbox's list
};

void TestContactSearch::initTestCase()
{
    SandboxOptions options;
    options.contacts = kContacts;
    m_sandbox = std::make_unique<SandboxConnection>(options);
    m_channels = { ChannelName::fromValue(Channel::Rcs), ChannelName::fromValue(Channel::Sms), ChannelName::fromValue(Channel::WhatsApp),
                   ChannelName::fromValue(Channel::Messenger) };
    m_search = std::make_unique<ContactSearch>();
    QVERIFY(runs(QStringLiteral("Wrong signature")));
    while (m_search->hasMore()) {
        QSignalSpy finished(m_search.get(), &ContactSearch::finished);
        m_search->fetchMore();
        QVERIFY(finished.wait());
    }
    QCOMPARE(names(), QStringList({ QStringLiteral("Wrong signature") }));
    m_last = m_search->found().first();
}

void TestContactSearch::init()
{
    m_search = std::make_unique<ContactSearch>();
}

QStringList TestContactSearch::names() const
{
    QStringList all;
    for (const auto &one : m_search->found())
        all.append(one.displayName);
    return all;
}

bool TestContactSearch::runs(const QString &text)
{
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->start(*m_sandbox->connection, text, m_channels);
    return m_search->isRunning() && finished.wait(10'000) && !m_search->isRunning();
}

void TestContactSearch::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    for (const char *text : { "", "  ", "Åsa", "åsa ö", "ÖBERG", "crm-0001", "CRM", "asa@", "46701234567", "+46 70-123 45 67", "0046701234567",
                              "701234", "01eka07n79thj20zsn6as30tmw", "9KC0p+pi4z", "４６７０１２３" })
        QTest::addRow("\"%s\" fits", text) << QString::fromUtf8(text) << true;
    for (const char *text : { "Osa", "Anna", "crm-0002", "46701234568", "01EKA07N79", "crm 701234", "00467012345670" })
        QTest::addRow("\"%s\" does not", text) << QString::fromUtf8(text) << false;
}

void TestContactSearch::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, fits);
    QCOMPARE(ContactSearch::matches(contact(), text), fits);
}

void TestContactSearch::listsTheFirstPages()
{
    QVERIFY(runs({}));
    QCOMPARE(m_search->found().size(), ContactSearch::kFirstPages * ContactsClient::kPageSize);
    QCOMPARE(m_search->found().first().displayName, QStringLiteral("Anna Lindqvist"));
    QVERIFY(m_search->hasMore());
}

void TestContactSearch::fetchesMoreWhenAsked()
{
    QVERIFY(runs({}));
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->fetchMore();
    m_search->fetchMore(); // while it runs: nothing
    QVERIFY(finished.wait());
    QCOMPARE(m_search->found().size(), (ContactSearch::kFirstPages + 1) * ContactsClient::kPageSize);
    std::set<QString> ids;
    for (const auto &one : m_search->found())
        ids.insert(one.id.toString());
    QCOMPARE(qsizetype(ids.size()), m_search->found().size());
}

void TestContactSearch::findsByNameOnAnyPage()
{
    QSignalSpy foundMore(m_search.get(), &ContactSearch::foundMore);
    QVERIFY(runs(QStringLiteral("lindqvist")));
    QVERIFY(names().contains(QStringLiteral("Anna Lindqvist")));
    qsizetype told = 0;
    for (const auto &signal : foundMore) {
        const auto contacts = signal.first().value<QList<Contact>>();
        told += contacts.size();
        for (const auto &one : contacts)
            QVERIFY(one.displayName.contains(QLatin1String("Lindqvist")));
    }
    QCOMPARE(told, m_search->found().size());
}

void TestContactSearch::stopsAtItsLimitAndGoesOn()
{
    QVERIFY(runs(QStringLiteral("Wrong signature")));
    QVERIFY(m_search->found().isEmpty()); // it sorts behind the first 1,000
    QVERIFY(m_search->hasMore());
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->fetchMore();
    QVERIFY(finished.wait());
    QCOMPARE(names(), QStringList({ QStringLiteral("Wrong signature") }));
    QVERIFY(!m_search->hasMore());
    m_search->fetchMore();
    QVERIFY(!m_search->isRunning());
}

void TestContactSearch::findsANumberAtOnce_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("digits") << QString();
    QTest::newRow("a plus") << QStringLiteral("+");
    QTest::newRow("two noughts") << QStringLiteral("00");
}

void TestContactSearch::findsANumberAtOnce()
{
    QFETCH(QString, before);
    QVERIFY(runs(before + m_last.identities.first().identity));
    QCOMPARE(names(), QStringList({ m_last.displayName })); // once, though two channels were asked
}

void TestContactSearch::findsByExternalId()
{
    QVERIFY(runs(QStringLiteral("CRM-0999")));
    QCOMPARE(m_search->found().size(), 1);
    QCOMPARE(m_search->found().first().externalId, QStringLiteral("crm-0999"));
}

void TestContactSearch::findsNobody()
{
    QVERIFY(runs(QStringLiteral("nobody of this name")));
    QVERIFY(m_search->found().isEmpty());
}

void TestContactSearch::countsOnlyTheNewestSearch()
{
    QSignalSpy foundMore(m_search.get(), &ContactSearch::foundMore);
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->start(*m_sandbox->connection, {}, m_channels);
    m_search->start(*m_sandbox->connection, QStringLiteral("crm-0002"), m_channels);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(foundMore.size(), 1);
    QCOMPARE(m_search->found().size(), 1);
    QCOMPARE(m_search->found().first().externalId, QStringLiteral("crm-0002"));
}

void TestContactSearch::givesNothingAfterStop()
{
    QSignalSpy foundMore(m_search.get(), &ContactSearch::foundMore);
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->start(*m_sandbox->connection, {}, m_channels);
    m_search->stop();
    QVERIFY(!m_search->isRunning());
    await(m_sandbox->connection->apps().list()); // all that was under way has come
    await(m_sandbox->connection->apps().list());
    QCOMPARE(foundMore.size() + finished.size(), 0);
    QVERIFY(m_search->found().isEmpty());
}

void TestContactSearch::tellsAFailure()
{
    const auto refused = m_sandbox->connect(Secret(QStringLiteral("wrong")));
    QSignalSpy failed(m_search.get(), &ContactSearch::failed);
    m_search->start(*refused, QStringLiteral("Anna"), m_channels);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Unauthorized);
    QVERIFY(!m_search->isRunning());
}

QTEST_GUILESS_MAIN(TestContactSearch)
#include "tst_contact_search.moc"
