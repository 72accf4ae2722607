// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lookup_bench.h"
#include "ui/detail/detail_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QTest>

#include <array>

using namespace console;
using namespace std::chrono_literals;

class TestDetailPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_query = {200, "{}"};
        m_bench = std::make_unique<LookupBench>([this](const FakeRequest &request) -> std::optional<FakeAnswer> {
            if (request.path() == QLatin1String("/token"))
                return fakeToken();
            if (request.path().endsWith(QLatin1String("capability:query")))
                return m_query;
            return std::nullopt;
        });
        m_history = std::make_unique<HistoryAccess>(m_bench->path);
        m_panel = std::make_unique<DetailPanel>(*m_history, m_bench->service);
        m_panel->setAppChannels({LookupBench::app()});
        m_panel->setProject(LookupBench::projectId());
        m_panel->resize(340, 800);
        m_panel->show();
    }
    void cleanup()
    {
        m_panel.reset();
        m_history.reset();
        m_bench.reset();
    }

    void everyControlHasTheNameThatScriptsRelyOn_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"Verdict", "Explanation", "Timeline", "Raw", "Copy for ticket", "Look up again"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyControlHasTheNameThatScriptsRelyOn()
    {
        QFETCH(QString, name);
        auto *widget = m_panel->findChild<QWidget *>(name);
        QVERIFY(widget);
        auto *button = qobject_cast<QPushButton *>(widget);
        QCOMPARE(button ? button->text() : widget->accessibleName(), name);
    }
    void answersAppearAsTheyArrive()
    {
        const Lookup lookup = ask();
        m_panel->showLookup(lookup);
        QCOMPARE(label("who"), QStringLiteral("Anna"));
        QCOMPARE(label("bestChannel"), QStringLiteral("Waiting for the first answer"));
        QTRY_COMPARE(verdicts()->model()->rowCount(), 2);
        QCOMPARE(headline(0), QStringLiteral("No answer yet"));
        receive(lookup, "RCS", "CAPABILITY_FULL");
        QTRY_COMPARE(headline(0), QStringLiteral("RCS may work"));
        QCOMPARE(headline(1), QStringLiteral("No answer yet"));
        QCOMPARE(label("bestChannel"), QStringLiteral("Best so far: RCS"));
        QVERIFY(!label("bestChannelReason").isEmpty());
    }
    void theExplanationFollowsTheChosenCard()
    {
        const Lookup lookup = answered();
        QVERIFY2(explanation().startsWith(QLatin1String("RCS may work")), qPrintable(explanation()));
        verdicts()->setFocus();
        QTest::keyClick(verdicts(), Qt::Key_Down);
        QVERIFY2(explanation().startsWith(QLatin1String("SMS")), qPrintable(explanation()));
        receive(lookup, "RCS", "CAPABILITY_FULL"); // the same again moves nothing
        QTRY_COMPARE(verdicts()->currentIndex().row(), 1);
    }
    void rawShowsTheBytesOfTheChosenCard()
    {
        answered();
        verdicts()->setCurrentIndex(verdicts()->model()->index(1, 0));
        m_panel->findChild<QPushButton *>(QStringLiteral("As received"))->click();
        auto *raw = m_panel->findChild<QPlainTextEdit *>(QStringLiteral("Raw"));
        QTRY_COMPARE(raw->toPlainText(), QString::fromUtf8(m_lastBody));
        m_panel->findChild<QPushButton *>(QStringLiteral("Headers"))->click();
        QVERIFY(raw->toPlainText().startsWith(QLatin1String("Content-Type: application/json")));
    }
    void theTimelineHoldsEarlierLookupsOfTheContact()
    {
        const Lookup first = ask();
        receive(first, "RCS", "CAPABILITY_FULL");
        m_bench->clock.advance(1h);
        const Lookup second = ask();
        receive(second, "RCS", "NO_CAPABILITY");
        m_panel->showLookup(second);
        auto *timeline = m_panel->findChild<QListView *>(QStringLiteral("Timeline"));
        QTRY_COMPARE(timeline->model()->rowCount(), 2 + 2); // answers and lookups
        receive(second, "SMS", "CAPABILITY_FULL");
        QTRY_COMPARE(timeline->model()->rowCount(), 3 + 2);
        QCOMPARE(timeline->model()->index(4, 0).data().toString(), QStringLiteral("Looked up"));
        Q_EMIT timeline->activated(timeline->model()->index(4, 0));
        QTRY_COMPARE(verdicts()->model()->rowCount(), 2);
        QTRY_COMPARE(headline(0), QStringLiteral("RCS may work"));
        ask();
        QTRY_COMPARE(timeline->model()->rowCount(), 3 + 3);
    }
    void theTimelineOfTypedIdentitiesFollowsTheChosenOne()
    {
        const QList<ChannelIdentity> typed {LookupBench::address("RCS", "46701"), LookupBench::address("SMS", "46701")};
        m_bench->service.submit(m_bench->connection, {LookupBench::app().id, typed, {}, typed});
        const Lookup lookup = m_bench->service.recent().first();
        receive(lookup, "RCS", "CAPABILITY_FULL");
        receive(lookup, "SMS", "NO_CAPABILITY");
        m_panel->showLookup(*m_bench->service.find(lookup.requestId));
        auto *timeline = m_panel->findChild<QListView *>(QStringLiteral("Timeline"));
        QTRY_COMPARE(timeline->model()->rowCount(), 1 + 1);
        QCOMPARE(timeline->model()->index(0, 0).data().toString(), QStringLiteral("RCS"));
        verdicts()->setCurrentIndex(verdicts()->model()->index(1, 0));
        QTRY_COMPARE(timeline->model()->index(0, 0).data().toString(), QStringLiteral("SMS"));
    }
    void aRowOfTheTableChoosesItsCardAndItsBytes()
    {
        answered();
        const auto rows = rowsOfHistory();
        const auto sms = std::find_if(rows.begin(), rows.end(), [](const NotificationRow &row) {
            return row.address.channel.value == Channel::Sms;
        });
        m_panel->clear();
        m_panel->showRow(*sms);
        QTRY_COMPARE(verdicts()->model()->rowCount(), 2);
        QCOMPARE(verdicts()->currentIndex().row(), 1);
        QCOMPARE(label("who"), QStringLiteral("Anna"));
    }
    void aRowThatNobodyAskedForStandsAlone()
    {
        QVERIFY(m_bench->receive(
            callbackBody({}, LookupBench::address("TELEGRAM", "77"), QStringLiteral("CAPABILITY_FULL"))));
        m_panel->showRow(rowsOfHistory().first());
        QCOMPARE(label("who"), QStringLiteral("77"));
        QCOMPARE(verdicts()->model()->rowCount(), 1);
        QVERIFY(m_panel->findChild<QPushButton *>(QStringLiteral("Look up again"))->isEnabled());
        QList<LookupDraft> drafts;
        connect(m_panel.get(), &DetailPanel::lookUpAgainRequested, this,
                [&](const LookupDraft &draft) { drafts.append(draft); });
        m_panel->findChild<QPushButton *>(QStringLiteral("Look up again"))->click();
        QCOMPARE(drafts.size(), 1);
        QCOMPARE(std::get<QList<ChannelIdentity>>(drafts.first().recipient).first().identity, QStringLiteral("77"));
    }
    void theTicketSaysWhoAndThatItIsTheSandbox()
    {
        const Lookup lookup = answered();
        m_panel->setSandboxProject(LookupBench::projectId());
        m_panel->findChild<QPushButton *>(QStringLiteral("Copy for ticket"))->click();
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY2(text.contains(QLatin1String("Anna")) && text.contains(QLatin1String("SANDBOX"))
                     && text.contains(lookup.requestId.toString()) && text.contains(QLatin1String("Support")),
                 qPrintable(text));
    }
    void theContactsOwnWishDecidesTheBestChannel()
    {
        const Lookup lookup = ask();
        receive(lookup, "SMS", "CAPABILITY_FULL");
        receive(lookup, "WHATSAPP", "CAPABILITY_PARTIAL", {QStringLiteral("IMAGE")});
        m_panel->setContactOf([](const ContactId &id) {
            return Contact {id, {}, {}, {}, {}, {}, {ChannelName::fromValue(Channel::Sms)}};
        });
        m_panel->showLookup(*m_bench->service.find(lookup.requestId));
        QTRY_COMPARE(label("bestChannel"), QStringLiteral("Best so far: SMS"));
    }
    void aChannelThatTheAppLacksIsNamed()
    {
        answered();
        QVERIFY(m_panel->findChild<QLabel *>(QStringLiteral("notAsked"))->isHidden());
        m_panel->setContactOf([](const ContactId &id) {
            return Contact {id, {}, {},
                            {}, {}, {LookupBench::address("SMS", "46701"), LookupBench::address("VIBERBM", "46701")},
                            {}};
        });
        QCOMPARE(label("notAsked"), QStringLiteral("Not asked: Viber. The app has no such channel."));
        m_panel->copyTicket();
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            QLatin1String("Not asked, since the app has no such channel: Viber\n")));
    }
    void theSilenceOfAllIsProbablyOurOwnFault()
    {
        const Lookup lookup = ask();
        QTRY_VERIFY(m_bench->service.find(lookup.requestId)->registeredAt);
        m_panel->showLookup(*m_bench->service.find(lookup.requestId));
        QVERIFY(bannerText("silenceDoubt").isEmpty());
        m_bench->clock.advance(lookup.wait + 1s);
        m_panel->showLookup(*m_bench->service.find(lookup.requestId));
        QVERIFY2(bannerText("silenceDoubt").startsWith(QLatin1String("Not one callback came")),
                 qPrintable(bannerText("silenceDoubt")));
        m_panel->copyTicket();
        QVERIFY(QGuiApplication::clipboard()->text().contains(bannerText("silenceDoubt")));
    }
    void aRefusedLookupShowsTheVendorsWords()
    {
        m_query = {403, R"({"error":{"code":403,"message":"not your app","status":"PERMISSION_DENIED"}})"};
        const Lookup lookup = ask();
        m_panel->showLookup(lookup);
        QTRY_VERIFY(m_bench->service.find(lookup.requestId)->failure);
        QVERIFY(bannerText("failureAdvice").contains(QLatin1String("not your app")));
        QCOMPARE(verdicts()->model()->rowCount(), 0);
    }
    void anUnknownOutcomeSaysThatOnlyTheUserMayAskAgain()
    {
        m_query = {0};
        const Lookup lookup = ask();
        m_panel->showLookup(lookup);
        QTRY_VERIFY(m_bench->service.find(lookup.requestId)->failure);
        QVERIFY(bannerText("failureAdvice").contains(QLatin1String("only you")));
        QCOMPARE(m_bench->network.count("capability:query"), 1);
    }
    void anotherRequestIdIsAWarning()
    {
        m_query = {200, R"({"request_id":"theirs"})"};
        const Lookup lookup = ask();
        m_panel->showLookup(lookup);
        QTRY_VERIFY(bannerText("aliasWarning").contains(QLatin1String("theirs")));
    }
    void anotherProjectsLookupCannotBeAskedAgainFromHere()
    {
        answered();
        auto *again = m_panel->findChild<QPushButton *>(QStringLiteral("Look up again"));
        QVERIFY(again->isEnabled());
        m_panel->setProject(ProjectId::fromOptional(QStringLiteral("another")));
        QVERIFY(!again->isEnabled());
        QVERIFY(!again->toolTip().isEmpty());
        m_panel->setProject({});
        QVERIFY(!again->isEnabled());
    }
    void nothingIsCutAtTheNarrowestWidth()
    {
        answered();
        m_panel->resize(320, 640);
        QCoreApplication::processEvents();
        const auto labels = m_panel->findChildren<QLabel *>();
        for (const auto *one : labels) {
            if (one->isVisible() && one->wordWrap())
                QVERIFY2(one->height() >= one->heightForWidth(one->width()), qPrintable(one->text()));
        }
        for (const auto *button : m_panel->findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
        }
    }
    void theKeyboardWalksDownThePanel_data()
    {
        QTest::addColumn<int>("tab");
        QTest::newRow("with the explanation") << 0;
        QTest::newRow("with the timeline") << 1;
        QTest::newRow("with the raw bytes") << 2;
    }
    void theKeyboardWalksDownThePanel()
    {
        QFETCH(int, tab);
        answered();
        m_panel->findChild<QTabWidget *>()->setCurrentIndex(tab);
        const auto *shown = m_panel->findChild<QWidget *>(
            QLatin1String(std::array {"Explanation", "Timeline", "Raw"}.at(size_t(tab))));
        QTRY_VERIFY(shown->isVisible()); // what is read from the history comes a moment later
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        m_panel->activateWindow();
        verdicts()->setFocus();
        QTRY_VERIFY(verdicts()->hasFocus());
        int top = -1;
        QStringList walked;
        int stops = 0;
        do {
            const int next = qApp->focusWidget()->mapTo(m_panel.get(), QPoint()).y();
            walked.append(qApp->focusWidget()->objectName());
            QVERIFY2(next >= top, qPrintable(walked.join(QStringLiteral(", "))));
            top = next;
            QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
        } while (++stops < 20 && !verdicts()->hasFocus());
        QVERIFY2(stops >= 5 && stops < 20, qPrintable(QString::number(stops)));
    }
    void theChosenTabIsRestored()
    {
        m_panel->findChild<QTabWidget *>()->setCurrentIndex(2);
        const QByteArray state = m_panel->saveState();
        DetailPanel other(*m_history, m_bench->service);
        QVERIFY(other.restoreState(state));
        QCOMPARE(other.findChild<QTabWidget *>()->currentIndex(), 2);
        QVERIFY(!other.restoreState("rubbish"));
    }

private:
    Lookup ask()
    {
        m_bench->service.submit(m_bench->connection,
                                {*AppId::parse(QStringLiteral("app")),
                                 *ContactId::parse(QStringLiteral("contact")),
                                 QStringLiteral("Anna"),
                                 {LookupBench::address("RCS", "46701"), LookupBench::address("SMS", "46701")}});
        return m_bench->service.recent().first();
    }
    void receive(const Lookup &lookup, const char *channel, const char *status, const QStringList &features = {})
    {
        m_lastBody = callbackBody(lookup.requestId.toString(), LookupBench::address(channel, "46701"),
                                  QLatin1String(status), QStringLiteral("contact"), features);
        QVERIFY(m_bench->receive(m_lastBody));
    }
    /// A lookup with both answers, shown.
    Lookup answered()
    {
        const Lookup lookup = ask();
        receive(lookup, "RCS", "CAPABILITY_FULL");
        receive(lookup, "SMS", "CAPABILITY_FULL");
        [&] { QTRY_COMPARE(m_bench->service.find(lookup.requestId)->answers.size(), 2); }();
        m_panel->showLookup(*m_bench->service.find(lookup.requestId));
        [&] { QTRY_COMPARE(headline(0), QStringLiteral("RCS may work")); }();
        [&] { QTRY_VERIFY(headline(1).startsWith(QLatin1String("SMS"))); }();
        return lookup;
    }
    QList<NotificationRow> rowsOfHistory()
    {
        auto rows = m_history->newestRows(10);
        rows.waitForFinished();
        return rows.result().value();
    }
    QListView *verdicts() { return m_panel->findChild<QListView *>(QStringLiteral("Verdict")); }
    QString headline(int row) { return verdicts()->model()->index(row, 0).data().toString(); }
    QString label(const char *name) { return m_panel->findChild<QLabel *>(QLatin1String(name))->text(); }
    QString bannerText(const char *name)
    {
        return m_panel->findChild<QWidget *>(QLatin1String(name))->findChild<QLabel *>()->text();
    }
    QString explanation()
    {
        return m_panel->findChild<QScrollArea *>(QStringLiteral("Explanation"))->accessibleDescription();
    }

    FakeAnswer m_query;
    QByteArray m_lastBody;
    std::unique_ptr<LookupBench> m_bench;
    std::unique_ptr<HistoryAccess> m_history;
    std::unique_ptr<DetailPanel> m_panel;
};

QTEST_MAIN(TestDetailPanel)
#include "tst_detail_panel.moc"
