// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "support/settled.h"
#include "ui/main_window/gap_notice.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/theme/banner.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
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

    void theTableShowsItAndAsksAgainOnce()
    {
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        auto *table = console.find<NotificationTableView>("notifications");
        QTRY_VERIFY(console.find<QPushButton>("Look up")->isEnabled());
        console.find<QPushButton>("Look up")->click();
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, 15'000);
        askNobody(console);
        const LookupService &lookups = console.session().lookups();
        const Timestamp now = SystemClock().now();
        console.session().lookups().recordGap({ReceiverGap::Kind::Slept, now, now + 2ms});
        QTRY_VERIFY(table->notifications().hasGapLines());
        const auto line = [&] { // answers come on top of it
            int row = 0;
            while (!table->notifications().isGap(row))
                ++row;
            return table->model()->index(row, 0);
        };
        QVERIFY2(line().data().toString().contains(QStringLiteral("answers about RCS 46701234560")),
                 qPrintable(line().data().toString()));

        const auto asked = lookups.recent().size();
        table->setCurrentIndex(line());
        QTest::keyClick(table, Qt::Key_Return);
        const auto missed = table->notifications().gapAt(line().row())->missed;
        auto *menu = table->findChild<QMenu *>(QStringLiteral("gapMenu"));
        QVERIFY(menu);
        menu->actions().constLast()->trigger(); // only shows a lookup
        QCOMPARE(lookups.recent().size(), asked);
        table->findChild<QAction *>(QStringLiteral("lookUpMissedAgain"))->trigger();
        QTRY_COMPARE(lookups.recent().size(), asked + missed.size());
        QVERIFY(table->notifications().gapAt(line().row())->missed.isEmpty());
        QVERIFY(!line().data().toString().contains(QStringLiteral("answers about")));
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
