// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_directory.h"
#include "lookup/contact_search.h"
#include "support/fake_clock.h"
#include "support/fake_network.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace console;

/// Over a network that is a function: pages are numbers, as many as a test wants.
class TestContactDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pages = 3;
        m_isHeld = false;
        m_refused.clear();
        m_network = std::make_unique<FakeNetwork>([this](const FakeRequest &request) { return answer(request); });
        ApiSettings settings {QUrl(QStringLiteral("https://api.test")), QUrl(QStringLiteral("https://auth.test/token")),
                              *ProjectId::parse(QStringLiteral("project")), QStringLiteral("key"),
                              Secret(QStringLiteral("secret"))};
        m_connection = std::make_unique<ProjectConnection>(settings, *m_network, m_clock);
    }

    void readsPageAfterPageAndEnds()
    {
        ContactDirectory directory;
        directory.open(m_connection.get());
        for (int page = 1; page <= 3; ++page) {
            QVERIFY(!directory.isComplete());
            QVERIFY(readsOne(directory));
            QCOMPARE(directory.readCount(), 20 * page);
        }
        QVERIFY(directory.isComplete());
        directory.readPage();
        QVERIFY(!directory.isReading());
        QCOMPARE(directory.kept().size(), 60);
    }
    void asksForOnePageAtATime()
    {
        m_isHeld = true;
        ContactDirectory directory;
        directory.open(m_connection.get());
        directory.readPage();
        directory.readPage();
        QTRY_COMPARE(m_network->count("/contacts"), 1);
        directory.readPage();
        QCOMPARE(m_network->count("/contacts"), 1);
    }
    void aSearchHasTwoRequestsUnderWayAtMost()
    {
        m_isHeld = true;
        ContactSearch search;
        search.open(m_connection.get());
        search.start(QStringLiteral("46701234567"));
        search.askExactly({ChannelName::fromValue(Channel::Rcs), ChannelName::fromValue(Channel::Sms),
                           ChannelName::fromValue(Channel::WhatsApp)});
        QTRY_COMPARE(m_network->count("/contacts"), 2);
        search.start(QStringLiteral("467012345678")); // another key stroke waits for the page that is under way
        QTest::qWait(0);
        QCOMPARE(m_network->count("/contacts"), 2);
    }
    void whatIsBehindTheKeptOnesIsToldOfAndReadAnewNextTime()
    {
        constexpr int kKeptPages = int(ContactDirectory::kMostKept) / 20;
        m_pages = kKeptPages + 2;
        ContactDirectory directory;
        directory.open(m_connection.get());
        for (int page = 0; page < kKeptPages; ++page)
            QVERIFY(readsOne(directory));
        QSignalSpy read(&directory, &ContactDirectory::pageRead);
        QVERIFY(readsOne(directory));
        QCOMPARE(read.last().first().value<QList<Contact>>().size(), 20);
        QCOMPARE(directory.kept().size(), ContactDirectory::kMostKept);
        QCOMPARE(directory.readCount(), ContactDirectory::kMostKept + 20);
        directory.rewind();
        QCOMPARE(directory.readCount(), ContactDirectory::kMostKept);
        QVERIFY(readsOne(directory));
        QCOMPARE(m_network->requests.last().argument("page_token"), QString::number(kKeptPages));
    }
    void aTokenThatLeadsToItselfIsTheEnd()
    {
        m_pages = 1'000'000;
        m_loopAt = 1;
        ContactDirectory directory;
        directory.open(m_connection.get());
        QVERIFY(readsOne(directory));
        QVERIFY(readsOne(directory));
        QVERIFY(directory.isComplete());
        m_loopAt = -1;
    }
    void aTokenThatIsNoLongerKnownBeginsAnew()
    {
        ContactDirectory directory;
        directory.open(m_connection.get());
        QVERIFY(readsOne(directory));
        m_refused = QStringLiteral("1");
        QSignalSpy failed(&directory, &ContactDirectory::failed);
        directory.readPage();
        QVERIFY(failed.wait());
        QVERIFY(directory.kept().isEmpty());
        QVERIFY(readsOne(directory));
        QCOMPARE(directory.kept().size(), 20);
    }

private:
    bool readsOne(ContactDirectory &directory)
    {
        QSignalSpy read(&directory, &ContactDirectory::pageRead);
        directory.readPage();
        return directory.isReading() && (read.size() == 1 || read.wait());
    }
    std::optional<FakeAnswer> answer(const FakeRequest &request) const
    {
        if (request.path() == QLatin1String("/token"))
            return fakeToken();
        if (!request.path().endsWith(QLatin1String("/contacts")))
            return std::nullopt;
        if (!m_refused.isEmpty() && request.argument("page_token") == m_refused)
            return FakeAnswer {400, R"({"error":{"code":400,"message":"page_token: no longer valid"}})"};
        const int page = request.argument("page_token").toInt();
        QJsonArray contacts;
        for (int i = 0; i < 20; ++i)
            contacts.append(QJsonObject {{QStringLiteral("id"), QStringLiteral("id-%1").arg(20 * page + i)}});
        const int next = page == m_loopAt ? page : page + 1;
        const QJsonObject body {
            {QStringLiteral("contacts"), contacts},
            {QStringLiteral("next_page_token"), next < m_pages ? QString::number(next) : QString()}};
        return FakeAnswer {200, QJsonDocument(body).toJson(QJsonDocument::Compact), {}, m_isHeld};
    }

    FakeClock m_clock;
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<ProjectConnection> m_connection;
    int m_pages = 3;
    int m_loopAt = -1;
    bool m_isHeld = false;
    QString m_refused;
};

QTEST_GUILESS_MAIN(TestContactDirectory)
#include "tst_contact_directory.moc"
