// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/client_hello.h"

#include <QTest>

using namespace console;

class TestClientHello : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesTheFirstBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("look");
        const auto row = [](const char *name, const QByteArray &bytes, HelloLook look) {
            QTest::newRow(name) << bytes << int(look);
        };
        row("nothing", {}, HelloLook::Incomplete);
        row("one byte", QByteArray::fromHex("16"), HelloLook::Incomplete);
        row("all but the last", QByteArray::fromHex("1603010200010001"), HelloLook::Incomplete);
        row("a usual one", QByteArray::fromHex("1603010200010001fc"), HelloLook::Fine);
        row("a usual one and more", QByteArray::fromHex("1603010200010001fc0303aabb"), HelloLook::Fine);
        row("the longest that is taken", QByteArray::fromHex("160301400001004000"), HelloLook::Fine);
        row("one byte longer", QByteArray::fromHex("160301400001004001"), HelloLook::TooLong);
        row("128 KiB", QByteArray::fromHex("16030100200101ffff"), HelloLook::TooLong);
        row("plain HTTP", "POST /", HelloLook::NotTls);
        row("its first letter", "P", HelloLook::NotTls);
        row("an alert", QByteArray::fromHex("15030100020100"), HelloLook::NotTls);
        row("another message", QByteArray::fromHex("160301020002"), HelloLook::NotTls);
        row("another version", QByteArray::fromHex("1604"), HelloLook::NotTls);
        row("SSL 2", QByteArray::fromHex("802e0100020015"), HelloLook::NotTls);
    }
    void judgesTheFirstBytes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, look);
        QCOMPARE(int(lookAtHello(bytes)), look);
    }
};

QTEST_GUILESS_MAIN(TestClientHello)
#include "tst_client_hello.moc"
