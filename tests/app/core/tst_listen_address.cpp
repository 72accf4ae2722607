// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listen_address.h"
#include "support/result_macros.h"

#include <QTest>

using namespace console;

class TestListenAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnAddress_data();
    void readsAnAddress();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void knowsLoopback_data();
    void knowsLoopback();
};

void TestListenAddress::readsAnAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *text, const char *host, int port, const char *written) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(host) << port
                            << QString::fromLatin1(written);
    };
    row("127.0.0.1:8787", "127.0.0.1", 8787, "127.0.0.1:8787");
    row("0.0.0.0:0", "0.0.0.0", 0, "0.0.0.0:0");
    row("[::1]:65535", "::1", 65535, "[::1]:65535");
    row(":8787", "127.0.0.1", 8787, "127.0.0.1:8787");
    row("8787", "127.0.0.1", 8787, "127.0.0.1:8787");
    row("localhost:1", "localhost", 1, "localhost:1");
    row(" 127.0.0.1:1 ", "127.0.0.1", 1, "127.0.0.1:1");
}

void TestListenAddress::readsAnAddress()
{
    QFETCH(QString, text);
    QFETCH(QString, host);
    QFETCH(int, port);
    QFETCH(QString, written);
    const auto address = ListenAddress::parse(text);
    VERIFY_OK(address);
    QCOMPARE(address->host, host);
    QCOMPARE(int(address->port), port);
    QCOMPARE(address->toString(), written);
    QCOMPARE(ListenAddress::parse(address->toString()).value(), *address);
}

void TestListenAddress::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "::1:8787", "[::1]",
                             "a b:1", "127.0.0.1:8787x", "http://127.0.0.1:8787"})
        QTest::addRow("'%s'", text) << QString::fromLatin1(text);
}

void TestListenAddress::refusesWhatIsNoAddress()
{
    QFETCH(QString, text);
    COMPARE_ERROR(ListenAddress::parse(text), Error::Kind::Config);
}

void TestListenAddress::knowsLoopback_data()
{
    QTest::addColumn<bool>("isLoopback");
    QTest::newRow("127.0.0.1") << true;
    QTest::newRow("127.8.0.9") << true;
    QTest::newRow("::1") << true;
    QTest::newRow("localhost") << true;
    QTest::newRow("0.0.0.0") << false;
    QTest::newRow("192.168.0.1") << false;
    QTest::newRow("127.0.0.1.example.com") << false;
}

void TestListenAddress::knowsLoopback()
{
    QFETCH(bool, isLoopback);
    const ListenAddress address {QString::fromLatin1(QTest::currentDataTag()), 1};
    QCOMPARE(address.isLoopback(), isLoopback);
}

QTEST_APPLESS_MAIN(TestListenAddress)
#include "tst_listen_address.moc"
