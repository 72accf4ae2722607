// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver_fixture.h"

#include <QProcess>
#include <QTest>

#include <sched.h>

using namespace console;

/// An interface that comes and goes. In a network of the test's own, where the system allows that.
class TestAbsentAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isListenedAtWithinFiveSecondsOnceItIsThere()
    {
        if (::unshare(CLONE_NEWNET) != 0)
            QSKIP("a network of its own is not allowed here");
        if (!runs({QStringLiteral("link"), QStringLiteral("set"), QStringLiteral("lo"), QStringLiteral("up")}))
            QSKIP("there is no program to set addresses up");
        FakeClock clock;
        CallbackServer server(
            clock, [](const VerifiedBody &, const CallbackAnswer &answer) { answer(CallbackDisposition::Stored); },
            {[](const RejectedCallback &) {}, [](RejectionCause, int) {}});
        CallbackRoute route;
        route.address = {QStringLiteral("10.98.76.54"), 8787};
        QVERIFY(!server.setRoutes({route}).listeners.first().isListening);
        QVERIFY(runs({QStringLiteral("addr"), QStringLiteral("add"), QStringLiteral("10.98.76.54/32"),
                      QStringLiteral("dev"), QStringLiteral("lo")}));
        QTRY_VERIFY_WITH_TIMEOUT(server.state().listeners.first().isListening, 5'000);
        QCOMPARE(server.state().listeners.size(), 1);
    }

private:
    static bool runs(const QStringList &arguments)
    {
        QProcess program;
        program.start(QStringLiteral("/usr/sbin/ip"), arguments);
        return program.waitForFinished() && program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0;
    }
};

QTEST_GUILESS_MAIN(TestAbsentAddress)
#include "tst_absent_address.moc"
