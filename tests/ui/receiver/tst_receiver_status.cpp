// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_clock.h"
#include "ui/receiver/receiver_status.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTest>

using namespace console;

namespace {

ReceiverView listening(const FakeClock &clock)
{
    ReceiverView view;
    view.wanted = *ListenAddress::parse(QStringLiteral("127.0.0.1:8787"));
    view.state.listeners = {{view.wanted, view.wanted, true, {}}};
    view.state.lastCallbackAt = clock.now();
    view.callbackUrl = QUrl(QStringLiteral("http://127.0.0.1:8787/callbacks/x"));
    return view;
}

} // namespace

class TestReceiverStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAddressAndAge()
    {
        FakeClock clock;
        const ReceiverView view = listening(clock);
        clock.advance(std::chrono::seconds(12));
        QCOMPARE(receiverShortText(view, clock.now()), QStringLiteral("Receiver :8787 · 12 s ago"));
        QCOMPARE(receiverSentence(view), QStringLiteral("receiver 127.0.0.1:8787 listening"));
    }

    void tellsWhatIsWrong_data()
    {
        QTest::addColumn<ReceiverView>("view");
        QTest::addColumn<QString>("problem");
        FakeClock clock;
        auto taken = listening(clock);
        taken.state.listeners[0].isListening = false;
        taken.state.listeners[0].problem = QStringLiteral("the port is taken");
        auto off = listening(clock);
        off.offBecause = QStringLiteral("another program writes this history");
        QTest::newRow("nothing") << listening(clock) << QString();
        QTest::newRow("a port that is taken") << taken << QStringLiteral("the port is taken");
        QTest::newRow("a history that is only read") << off << QStringLiteral("another program writes this history");
        QTest::newRow("not started yet is no problem") << ReceiverView {} << QString();
    }
    void tellsWhatIsWrong()
    {
        QFETCH(const ReceiverView, view);
        QFETCH(const QString, problem);
        const FakeClock clock;
        ReceiverStatus status(clock);
        status.setView(view);
        QCOMPARE(view.problem(), problem);
        QCOMPARE(status.accessibleName(), QStringLiteral("Receiver status"));
        QVERIFY(status.accessibleDescription().contains(problem));
    }

    void offersToListenAgainOnlyWhereItCouldNot()
    {
        const FakeClock clock;
        ReceiverStatus status(clock);
        auto taken = listening(clock);
        status.setView(taken);
        QVERIFY(!status.listenAgainAction()->isEnabled());
        taken.state.listeners[0].isListening = false;
        taken.state.listeners[0].problem = QStringLiteral("the port is taken");
        status.setView(taken);
        QVERIFY(status.listenAgainAction()->isEnabled());
        taken.offBecause = QStringLiteral("another program writes this history");
        status.setView(taken);
        QVERIFY(!status.listenAgainAction()->isEnabled());
    }

    void tellsTheCertificateAndWarnsFourteenDaysBeforeItsEnd_data()
    {
        QTest::addColumn<int>("hoursLeft");
        QTest::addColumn<QString>("warning");
        QTest::newRow("there is time") << 24 * 14 + 1 << QString();
        QTest::newRow("two weeks") << 24 * 14 << QStringLiteral("the certificate expires in 14 days");
        QTest::newRow("one day") << 40 << QStringLiteral("the certificate expires in 1 days");
        QTest::newRow("hours") << 5 << QStringLiteral("the certificate expires in less than a day");
        QTest::newRow("it is over") << 0 << QStringLiteral("expired on");
    }
    void tellsTheCertificateAndWarnsFourteenDaysBeforeItsEnd()
    {
        QFETCH(const int, hoursLeft);
        QFETCH(const QString, warning);
        const FakeClock clock;
        auto view = listening(clock);
        QCOMPARE(certificateSentence(view), QString());
        view.state.listeners[0].certificate
            = TlsCertificate {QStringLiteral("receiver.example"), clock.now() + std::chrono::hours(hoursLeft), {}};
        QVERIFY(
            certificateSentence(view).startsWith(QStringLiteral("TLS certificate of receiver.example, valid until")));
        QVERIFY(certificateWarning(view, clock.now()).contains(warning));
        QCOMPARE(certificateWarning(view, clock.now()).isEmpty(), warning.isEmpty());
        ReceiverStatus status(clock);
        status.setView(view);
        QVERIFY(status.accessibleDescription().contains(warning));
        QMetaObject::invokeMethod(status.menu(), "aboutToShow");
        const auto entries = status.menu()->actions();
        const auto tells = [&](const QString &line) {
            return std::any_of(entries.begin(), entries.end(), [&](QAction *one) { return one->text() == line; });
        };
        QVERIFY(tells(certificateSentence(view)));
        QVERIFY(warning.isEmpty() || tells(certificateWarning(view, clock.now())));
    }

    void tellsThatARenewedCertificateCannotBeUsed()
    {
        const FakeClock clock;
        auto view = listening(clock);
        view.state.listeners[0].certificate
            = TlsCertificate {QStringLiteral("x"), clock.now() + std::chrono::days(50), {}};
        view.state.listeners[0].renewalProblem = QStringLiteral("the key does not fit");
        QVERIFY(certificateWarning(view, clock.now()).endsWith(QStringLiteral("the key does not fit")));
    }

    void copiesTheCallbackUrl()
    {
        const FakeClock clock;
        ReceiverStatus status(clock);
        status.setView(listening(clock));
        status.copyUrlAction()->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:8787/callbacks/x"));
        status.setView({});
        QVERIFY(!status.copyUrlAction()->isEnabled());
    }
};

QTEST_MAIN(TestReceiverStatus)
#include "tst_receiver_status.moc"
