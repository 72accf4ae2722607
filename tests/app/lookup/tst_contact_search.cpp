// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_search.h"
#include "sandbox_connection.h"

#include <QSignalSpy>

#include <set>

using namespace console;

/// Against a sandbox with contacts on 55 pages.
class TestContactSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_sandbox.reset(); }
    void init();
    void listsTheFirstPages();
    void fetchesMoreWhenAsked();
    void findsByNameOnAnyPage();
    void findsANameOnTheLastPage();
    void searchesAtOnceWhatWasRead();
    void restsWhenEnoughWereFoundAndGoesOn();
    void stopsInTheMiddleAndGoesOn();
    void readsAgainWhenAsked();
    void findsANumberAtOnce_data();
    void findsANumberAtOnce();
    void findsByExternalId();
    void findsNobody();
    void countsOnlyTheNewestSearch();
    void givesNothingAfterAnotherProjectWasOpened();
    void tellsAFailure();

private:
    QStringList names() const;
    bool runs(const QString &text);

    static constexpr int kContacts = 1100;
    std::unique_ptr<SandboxConnection> m_sandbox;
    std::unique_ptr<ContactSearch> m_search;
    QList<ChannelName> m_channels;
    std::optional<Contact> m_last; ///< of the sandbox's last page
};

void TestContactSearch::initTestCase()
{
    SandboxOptions options;
    options.contacts = kContacts;
    m_sandbox = std::make_unique<SandboxConnection>(options);
    m_channels = {ChannelName::fromValue(Channel::Rcs), ChannelName::fromValue(Channel::Sms),
                  ChannelName::fromValue(Channel::WhatsApp), ChannelName::fromValue(Channel::Messenger)};
    m_search = std::make_unique<ContactSearch>();
    QVERIFY(runs(QStringLiteral("Wrong signature")));
    QCOMPARE(names(), QStringList({QStringLiteral("Wrong signature")}));
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
    m_search->open(m_sandbox->connection.get());
    m_search->start(text);
    m_search->askExactly(m_channels);
    return m_search->isRunning() && finished.wait(10'000) && !m_search->isRunning();
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

void TestContactSearch::findsANameOnTheLastPage()
{
    QSignalSpy progressed(m_search.get(), &ContactSearch::progressed);
    QVERIFY(runs(QStringLiteral("Wrong signature")));
    QCOMPARE(names(), QStringList({QStringLiteral("Wrong signature")}));
    QVERIFY(!m_search->hasMore());
    QCOMPARE(m_search->searchedCount(), kContacts);
    QCOMPARE(progressed.size(), kContacts / ContactsClient::kPageSize);
}

void TestContactSearch::searchesAtOnceWhatWasRead()
{
    QVERIFY(runs(QStringLiteral("Wrong signature")));
    m_search->start(QStringLiteral("lindqvist"));
    QVERIFY(!m_search->isRunning());
    QVERIFY(names().contains(QStringLiteral("Anna Lindqvist")));
}

void TestContactSearch::restsWhenEnoughWereFoundAndGoesOn()
{
    QVERIFY(runs(QStringLiteral("a")));
    const qsizetype first = m_search->found().size();
    QVERIFY(first >= ContactSearch::kEnough && first < ContactSearch::kEnough + ContactsClient::kPageSize);
    QVERIFY(m_search->hasMore());
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->fetchMore();
    QVERIFY(finished.wait());
    QVERIFY(m_search->found().size() >= first + ContactSearch::kEnough);
}

void TestContactSearch::stopsInTheMiddleAndGoesOn()
{
    m_search->open(m_sandbox->connection.get());
    m_search->start(QStringLiteral("Wrong signature"));
    QSignalSpy progressed(m_search.get(), &ContactSearch::progressed);
    QVERIFY(progressed.wait());
    m_search->stop();
    QVERIFY(!m_search->isRunning());
    QVERIFY(progressed.wait()); // the page that was under way counts
    QVERIFY(!progressed.wait(100));
    QVERIFY(m_search->hasMore());
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->fetchMore();
    QVERIFY(finished.wait(10'000));
    QCOMPARE(names(), QStringList({QStringLiteral("Wrong signature")}));
}

void TestContactSearch::readsAgainWhenAsked()
{
    QVERIFY(runs(QStringLiteral("Wrong signature")));
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->readAgain();
    QVERIFY(m_search->found().isEmpty());
    QVERIFY(finished.wait(10'000));
    QCOMPARE(names(), QStringList({QStringLiteral("Wrong signature")}));
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
    QSignalSpy foundMore(m_search.get(), &ContactSearch::foundMore);
    m_search->open(m_sandbox->connection.get());
    m_search->start(before + m_last->identities.first().identity);
    m_search->askExactly(m_channels);
    QVERIFY(foundMore.wait());
    QVERIFY(m_search->searchedCount() < kContacts / 2); // it was asked for, not come across
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(names(), QStringList({m_last->displayName})); // once, though it was read, too
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
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->open(m_sandbox->connection.get());
    m_search->start(QStringLiteral("crm-0001"));
    m_search->askExactly(m_channels);
    m_search->start(QStringLiteral("crm-0002"));
    m_search->askExactly(m_channels);
    QVERIFY(finished.wait(10'000));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_search->found().size(), 1);
    QCOMPARE(m_search->found().first().externalId, QStringLiteral("crm-0002"));
}

void TestContactSearch::givesNothingAfterAnotherProjectWasOpened()
{
    QSignalSpy foundMore(m_search.get(), &ContactSearch::foundMore);
    QSignalSpy finished(m_search.get(), &ContactSearch::finished);
    m_search->open(m_sandbox->connection.get());
    m_search->start({});
    m_search->open(nullptr);
    QVERIFY(!m_search->isRunning());
    await(m_sandbox->connection->apps().list()); // all that was under way has come
    await(m_sandbox->connection->apps().list());
    QCOMPARE(foundMore.size() + finished.size(), 0);
    QVERIFY(m_search->found().isEmpty());
    QVERIFY(!m_search->hasMore());
}

void TestContactSearch::tellsAFailure()
{
    const auto refused = m_sandbox->connect(Secret(QStringLiteral("wrong")));
    QSignalSpy failed(m_search.get(), &ContactSearch::failed);
    m_search->open(refused.get());
    m_search->start(QStringLiteral("Anna"));
    m_search->askExactly(m_channels);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Unauthorized);
    QVERIFY(!m_search->isRunning());
}

QTEST_GUILESS_MAIN(TestContactSearch)
#include "tst_contact_search.moc"
