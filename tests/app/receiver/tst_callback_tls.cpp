// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/file_watch.h"
#include "receiver_fixture.h"
#include "support/test_certificate.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace console;
using Tls = RawHttpClient::Tls;

/// A receiver whose listener has a certificate; the clock is the system's, as the certificate's is.
class TlsReceiver : public ReceiverFixture
{
public:
    TlsReceiver()
        : ReceiverFixture(oftenLooking())
    {
        clock.setTo(std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()));
        route.tls = TestCertificate("first.example").writeTo(folder.path());
        setRoutes({route});
    }
    ListenerState listener() const { return server.state().listeners.value(0); }
    QString subject() const { return listener().certificate ? listener().certificate->subject : QString(); }
    QString shownTo(RawHttpClient &client) const
    {
        const auto certificate = qobject_cast<QSslSocket *>(&client.socket())->peerCertificate();
        return certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    }

    QTemporaryDir folder;

private:
    static ServerLimits oftenLooking()
    {
        ServerLimits limits;
        limits.renewal = std::chrono::milliseconds(10);
        return limits;
    }
};

class TestCallbackTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesCallbacksOverTls()
    {
        TlsReceiver receiver;
        QVERIFY(receiver.listener().isListening);
        QCOMPARE(receiver.subject(), QStringLiteral("first.example"));
        RawHttpClient vendor(receiver.port, Tls {});
        vendor.send(receiver.honest("{}"));
        QCOMPARE(vendor.next().value_or(RawReply {}).status, 200);
        vendor.send(receiver.dishonest("{}"));
        QCOMPARE(vendor.next().value_or(RawReply {}).status, 401);
        QCOMPARE(receiver.stored.size(), 1);
    }

    void takesNothingWithoutTlsAndCountsIt()
    {
        TlsReceiver receiver;
        QCOMPARE(receiver.exchange(receiver.honest("{}")).status, 0);
        QCOMPARE(receiver.server.state().withoutTls, 1);
        QVERIFY(receiver.stored.isEmpty());
    }

    void doesNotListenWithoutTlsWhereTheFilesCannotBeUsed()
    {
        TlsReceiver receiver;
        receiver.route.tls.key = receiver.folder.filePath(QStringLiteral("other.pem"));
        receiver.setRoutes({receiver.route});
        QVERIFY(!receiver.listener().isListening);
        QVERIFY(receiver.listener().problem.contains(QLatin1String("there is no file")));
        QCOMPARE(receiver.port, quint16(0));
        QFile::copy(receiver.folder.filePath(QStringLiteral("key.pem")), receiver.route.tls.key);
        QTRY_VERIFY(receiver.listener().isListening); // as soon as they can be used
    }

    void readsRenewedFilesWithoutAnOrder()
    {
        TlsReceiver receiver;
        RawHttpClient before(receiver.port, Tls {});
        TestCertificate("second.example").writeTo(receiver.folder.path());
        QTRY_COMPARE(receiver.subject(), QStringLiteral("second.example"));
        RawHttpClient after(receiver.port, Tls {});
        QCOMPARE(receiver.shownTo(after), QStringLiteral("second.example"));
        before.send(receiver.honest("{}"));
        QCOMPARE(before.next().value_or(RawReply {}).status, 200);
    }

    void keepsTheEarlierCertificateWhereTheRenewedOneCannotBeUsed()
    {
        TlsReceiver receiver;
        const TestCertificate second("second.example");
        TestCertificate::write(receiver.route.tls.certificate, second.certificatePem());
        QTRY_VERIFY(receiver.listener().renewalProblem.contains(QLatin1String("does not fit")));
        QVERIFY(receiver.listener().isListening);
        RawHttpClient meanwhile(receiver.port, Tls {});
        QCOMPARE(receiver.shownTo(meanwhile), QStringLiteral("first.example"));
        TestCertificate::write(receiver.route.tls.key, second.keyPem());
        QTRY_COMPARE(receiver.subject(), QStringLiteral("second.example"));
        QCOMPARE(receiver.listener().renewalProblem, QString());
    }

    void goesToTlsAndBackAtTheSamePort()
    {
        TlsReceiver receiver;
        const TlsFiles files = receiver.route.tls;
        receiver.route.address.port = receiver.port;
        receiver.route.tls = {};
        receiver.setRoutes({receiver.route});
        QVERIFY(!receiver.listener().certificate);
        QCOMPARE(receiver.exchange(receiver.honest("{}")).status, 200);
        receiver.route.tls = files;
        receiver.setRoutes({receiver.route});
        QVERIFY(receiver.listener().isListening);
        QVERIFY(RawHttpClient(receiver.port, Tls {}).isOpen);
    }

    void aFileThatIsReplacedLinkedElsewhereOrGoneIsNoticed()
    {
        const QTemporaryDir folder;
        const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
        TestCertificate::write(path("one"), "1");
        TestCertificate::write(path("two"), "22");
        QFile::link(path("one"), path("link"));
        FileWatch watch({path("link")}, std::chrono::milliseconds(5));
        QSignalSpy changed(&watch, &FileWatch::changed);
        TestCertificate::write(path("one"), "1 and more");
        QVERIFY(changed.wait());
        QFile::remove(path("link"));
        QVERIFY(changed.wait());
        QFile::link(path("two"), path("link"));
        QVERIFY(changed.wait());
        QVERIFY(!changed.wait(30));
    }
};

QTEST_GUILESS_MAIN(TestCallbackTls)
#include "tst_callback_tls.moc"
