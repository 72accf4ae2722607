// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/headers.h"

#include <QTest>

using namespace console;

class TestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFieldsWithoutRegardToCase();
    void keepsOrderAndSpellingWhenWritten();
};

namespace {
const HeaderList kHeaders {{"X-One", "1"}, {"Host", "a"}, {"x-one", "2"}};
}

void TestHeaders::findsFieldsWithoutRegardToCase()
{
    QCOMPARE(headerValues(kHeaders, "X-ONE"), (QList<QByteArray> {"1", "2"}));
    QCOMPARE(headerValue(kHeaders, "x-one"), QByteArray("1"));
    QCOMPARE(headerValue(kHeaders, "absent"), QByteArray());
    QVERIFY(headerValues(kHeaders, "x-on").isEmpty());
}

void TestHeaders::keepsOrderAndSpellingWhenWritten()
{
    QCOMPARE(encodeHeaders(kHeaders), QByteArray("X-One: 1\r\nHost: a\r\nx-one: 2\r\n"));
    QCOMPARE(encodeHeaders({}), QByteArray());
    QCOMPARE(decodeHeaders(encodeHeaders(kHeaders)), kHeaders);
    QCOMPARE(decodeHeaders("X: a: b\r\n"), (HeaderList {{"X", "a: b"}}));
    QVERIFY(decodeHeaders("no colon\r\nno end: 1").isEmpty());
}

QTEST_APPLESS_MAIN(TestHeaders)
#include "tst_headers.moc"
