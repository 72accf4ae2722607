// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "ui/main_window/gap_notice.h"
#include "ui/theme/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace console;
using namespace std::chrono_literals;

namespace {

ReceiverGap sleepUntilNow()
{
    const Timestamp now = SystemClock().now();
    return {ReceiverGap::Kind::Slept, now - 10min, now + 1s};
}

/// One lookup that nobody answers, of the sandbox's project.
void askNobody(RunningConsole &console)
{
    QTRY_VERIFY(console.projects().connection() && console.projects().selectedApp());
    const QList<ChannelIdentity> silent {*ChannelIdentity::make(QStringLiteral("RCS"), QStringLiteral("46701234560"))};
    LookupDraft draft {console.projects().selectedApp()->id, silent, {}, silent};
    auto submitted = console.session().lookups().submit(*console.projects().connection(), draft);
    QTRY_VERIFY(submitted.isFinished());
}

QString textOf(const Banner *banner)
{
    QStringList texts;
    for (const QLabel *label : banner->findChildren<QLabel *>())
        texts += label->text();
    return texts.join(QLatin1Char(' '));
}

} // namespace

class TestGapNotice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAgainForJustThoseWhoseAnswersMayBeLost()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        askNobody(console);
        auto *banner = console.find<Banner>("gapNotice");
        QVERIFY(!banner->isVisible());
        console.window().findChild<GapNotice *>()->showGap(sleepUntilNow());
        QVERIFY(banner->isVisible());
        QVERIFY2(textOf(banner).contains(QStringLiteral("slept")), qPrintable(textOf(banner)));
        QCOMPARE(console.session().lookups().recent().size(), 1); // nothing is asked by itself
        Q_EMIT banner->actionTriggered();
        QTRY_COMPARE(console.session().lookups().recent().size(), 2);
        QCOMPARE(console.session().lookups().recent().first().recipient,
                 console.session().lookups().recent().last().recipient);
        QVERIFY(!banner->isVisible());
    }

    void aGapThatCostNothingIsToldWithoutAnOrder()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        console.window().findChild<GapNotice *>()->showGap(sleepUntilNow());
        auto *banner = console.find<Banner>("gapNotice");
        QVERIFY(banner->isVisible());
        QVERIFY2(textOf(banner).contains(QStringLiteral("No lookup")), qPrintable(textOf(banner)));
        Q_EMIT banner->dismissed();
        console.window().findChild<GapNotice *>()->showEarlierGap(sleepUntilNow());
        QVERIFY(textOf(banner).contains(QStringLiteral("No lookup")));
    }

    void aGapIsStillKnownAfterARestart()
    {
        QTemporaryDir folder;
        {
            RunningConsole console(folder.path());
            askNobody(console);
            console.session().lookups().recordGap(sleepUntilNow());
        }
        RunningConsole console(folder.path());
        QTRY_VERIFY(console.find<Banner>("gapNotice")->isVisible());
        QTRY_VERIFY2(textOf(console.find<Banner>("gapNotice")).contains(QStringLiteral("may have cost")),
                     qPrintable(textOf(console.find<Banner>("gapNotice"))));
    }
};

QTEST_MAIN(TestGapNotice)
#include "tst_gap_notice.moc"
