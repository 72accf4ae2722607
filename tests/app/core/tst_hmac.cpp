// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hmac.h"
#include "support/fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace console;

class TestHmac : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheVendorsVectors_data();
    void agreesWithTheVendorsVectors();
    void agreesWithRfc4231_data();
    void agreesWithRfc4231();
    void takesAnEmptyKeyForWhatItIs();
    void joinsItsParts();
    void hashesLikeSha256();
    void comparesWholeSignatures();
    void stretchesAKeyAsOthersDo();
};

void TestHmac::agreesWithTheVendorsVectors_data()
{
    QTest::addColumn<QJsonObject>("vector");
    const auto document = QJsonDocument::fromJson(fixture("receiver/signature-vectors.json"));
    const QJsonArray vectors = document[QLatin1String("vectors")].toArray();
    QVERIFY(vectors.size() >= 8);
    for (const auto &value : vectors)
        QTest::newRow(qPrintable(value[QLatin1String("id")].toString())) << value.toObject();
}

void TestHmac::agreesWithTheVendorsVectors()
{
    QFETCH(QJsonObject, vector);
    const auto member = [&](const char *name) { return vector[QLatin1String(name)].toString().toUtf8(); };
    const QByteArray made
        = hmacSha256(member("secret"), {member("body"), ".", member("nonce"), ".", member("timestamp")}).toBase64();
    QCOMPARE(equalInConstantTime(made, member("signature")), vector[QLatin1String("expect_valid")].toBool());
}

void TestHmac::agreesWithRfc4231_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("mac");
    QTest::newRow("case 2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                            << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    QTest::newRow("case 6, a key longer than a block")
        << QByteArray(131, '\xaa') << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
        << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

void TestHmac::agreesWithRfc4231()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, mac);
    QCOMPARE(hmacSha256(key, {message}).toHex(), mac);
}

void TestHmac::takesAnEmptyKeyForWhatItIs()
{
    QVERIFY(hmacSha256("another key", {"message"}).size() == 32); // a key that must not linger
    QCOMPARE(hmacSha256(QByteArray(), {QByteArrayView()}).toHex(),
             QByteArray("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"));
}

void TestHmac::joinsItsParts()
{
    QCOMPARE(hmacSha256("k", {"ab", "", "c"}), hmacSha256("k", {"abc"}));
    QVERIFY(hmacSha256("k", {"ab"}) != hmacSha256("k", {"abc"}));
}

void TestHmac::hashesLikeSha256()
{
    QCOMPARE(sha256("abc").toHex(), QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(sha256("").toHex(), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
}

void TestHmac::comparesWholeSignatures()
{
    QVERIFY(equalInConstantTime("abc", "abc"));
    QVERIFY(equalInConstantTime("", ""));
    QVERIFY(!equalInConstantTime("abc", "abd"));
    QVERIFY(!equalInConstantTime("abc", "abcd"));
    QVERIFY(!equalInConstantTime("abc", ""));
}

void TestHmac::stretchesAKeyAsOthersDo()
{
    // Python: hashlib.pbkdf2_hmac('sha256', b'secret', b'purpose', 50000)
    QCOMPARE(stretchedKey("secret", "purpose").toHex(),
             QByteArray("b39e942c19ad1fab03aedc018f38f3fc6bb64eec2427d01ff8abddb0ac9e5bb3"));
    QVERIFY(stretchedKey("secret", "another") != stretchedKey("secret", "purpose"));
}

QTEST_APPLESS_MAIN(TestHmac)
#include "tst_hmac.moc"
