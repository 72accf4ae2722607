// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/port_holder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace console;

class TestPortHolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheProgramThatListens_data();
    void namesTheProgramThatListens();
    void findsNobodyAtAFreePort();
    void aConnectionIsNoListener();
};

void TestPortHolder::namesTheProgramThatListens_data()
{
    QTest::addColumn<QHostAddress>("address");
    QTest::newRow("on this machine only") << QHostAddress(QHostAddress::LocalHost);
    QTest::newRow("everywhere") << QHostAddress(QHostAddress::AnyIPv4);
    QTest::newRow("by both protocols") << QHostAddress(QHostAddress::Any);
}

void TestPortHolder::namesTheProgramThatListens()
{
#ifdef Q_OS_LINUX
    QFETCH(const QHostAddress, address);
    QTcpServer server;
    QVERIFY(server.listen(address));
    const auto holder = findPortHolder(server.serverPort());
    QVERIFY(holder);
    QCOMPARE(holder->processId, QCoreApplication::applicationPid());
    QCOMPARE(holder->program, QFileInfo(QCoreApplication::applicationFilePath()).fileName());
    QVERIFY(holder->user.isEmpty());
#endif
}

void TestPortHolder::findsNobodyAtAFreePort()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    server.close();
    QVERIFY(!findPortHolder(port));
}

void TestPortHolder::aConnectionIsNoListener()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    QVERIFY(!findPortHolder(client.localPort()));
}

QTEST_GUILESS_MAIN(TestPortHolder)
#include "tst_port_holder.moc"
