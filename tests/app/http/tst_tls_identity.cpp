// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tls_identity.h"
#include "support/result_macros.h"
#include "support/test_certificate.h"

#include <QTemporaryDir>
#include <QTest>

using namespace console;
using Days = std::chrono::days;

class TestTlsIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoseTheCertificateIsAndWhenItEnds();
    void takesBothFromOneFile();
    void saysWhatIsWrongWithTheFiles_data();
    void saysWhatIsWrongWithTheFiles();
    void warnsFourteenDaysAhead();

private:
    static Timestamp now() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }
};

void TestTlsIdentity::tellsWhoseTheCertificateIsAndWhenItEnds()
{
    const QTemporaryDir folder;
    const auto identity = TlsIdentity::load(TestCertificate("receiver.example").writeTo(folder.path()), now());
    VERIFY_OK(identity);
    QCOMPARE(identity->certificate().subject, QStringLiteral("receiver.example"));
    QVERIFY(identity->certificate().expiresAt > now() + Days(89));
    QVERIFY(identity->certificate().expiresAt < now() + Days(91));
    QCOMPARE(identity->certificate().digest.size(), 32);
}

void TestTlsIdentity::takesBothFromOneFile()
{
    const QTemporaryDir folder;
    const TestCertificate certificate;
    const QString file = folder.filePath(QStringLiteral("both.pem"));
    TestCertificate::write(file, certificate.keyPem() + certificate.certificatePem());
    VERIFY_OK(TlsIdentity::load({file, file}, now()));
}

void TestTlsIdentity::saysWhatIsWrongWithTheFiles_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("words");
    const TestCertificate good;
    const QByteArray other = TestCertificate().keyPem();
    const TestCertificate expired("old.example", Days(-30), Days(-1));
    const TestCertificate early("new.example", Days(2), Days(30));
    QTest::newRow("the certificate is missing") << QByteArray() << good.keyPem() << "there is no file";
    QTest::newRow("the key is missing") << good.certificatePem() << QByteArray() << "there is no file";
    QTest::newRow("the certificate is something else")
        << QByteArray("hello") << good.keyPem() << "no certificate in PEM";
    QTest::newRow("the certificate is cut off")
        << good.certificatePem().first(300) << good.keyPem() << "no certificate in PEM";
    QTest::newRow("the key is something else")
        << good.certificatePem() << QByteArray("hello") << "no private key in PEM";
    QTest::newRow("the key is the certificate")
        << good.certificatePem() << good.certificatePem() << "no private key in PEM";
    QTest::newRow("the key is another one's") << good.certificatePem() << other << "does not fit the certificate";
    QTest::newRow("the key has a password") << good.certificatePem() << good.encryptedKeyPem() << "is encrypted";
    QTest::newRow("the certificate has expired") << expired.certificatePem() << expired.keyPem() << "expired at";
    QTest::newRow("the certificate is not valid yet") << early.certificatePem() << early.keyPem() << "not valid before";
}

void TestTlsIdentity::saysWhatIsWrongWithTheFiles()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, words);
    const QTemporaryDir folder;
    const TlsFiles files {folder.filePath(QStringLiteral("c.pem")), folder.filePath(QStringLiteral("k.pem"))};
    if (!certificate.isEmpty())
        TestCertificate::write(files.certificate, certificate);
    if (!key.isEmpty())
        TestCertificate::write(files.key, key);
    const auto identity = TlsIdentity::load(files, now());
    COMPARE_ERROR(identity, Error::Kind::Config);
    QVERIFY2(identity.error().detail.contains(words), qPrintable(identity.error().detail));
    QVERIFY(!identity.error().detail.contains(QLatin1String("BEGIN")));
}

void TestTlsIdentity::warnsFourteenDaysAhead()
{
    const TlsCertificate certificate {QStringLiteral("x"), now() + Days(14) + std::chrono::seconds(1), {}};
    QVERIFY(!certificate.expiresSoon(now()));
    QVERIFY(certificate.expiresSoon(now() + std::chrono::seconds(1)));
    QVERIFY(!certificate.hasExpired(now() + Days(14)));
    QVERIFY(certificate.hasExpired(now() + Days(15)));
}

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "tst_tls_identity.moc"
