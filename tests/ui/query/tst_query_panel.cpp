// SPDX-License-Identifier: GPL-3.0-or-later
#include "query_panel_bench.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestQueryPanel : public QObject, protected QueryPanelBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }

    void everyControlHasTheNameThatScriptsRelyOn_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name : {"Find contact", "Contacts", "Identity", "Add identity", "Look up", "Recent lookups"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void everyControlHasTheNameThatScriptsRelyOn()
    {
        QFETCH(QString, name);
        auto *widget = m_panel->findChild<QWidget *>(name);
        QVERIFY(widget);
        auto *button = qobject_cast<QAbstractButton *>(widget);
        QCOMPARE(widget->accessibleName().isEmpty() && button ? button->text() : widget->accessibleName(), name);
    }
    void channelIsNamedByALabelThatIsItsBuddy()
    {
        const auto labels = m_panel->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [this](const QLabel *label) {
            return label->buddy() == find<QComboBox>("Channel") && label->text() == QLatin1String("Channel");
        }));
    }
    void theFirstContactIsChosenWhenItArrives()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        m_panel->submit();
        QCOMPARE(m_requested.size(), 1);
        QCOMPARE(std::get<ContactId>(m_requested.first().recipient).toString(), QStringLiteral("id-Anna Lindqvist"));
        QCOMPARE(m_requested.first().expected.size(), 2);
    }
    void aPressBeforeTheProjectIsReadyIsSentOnceItIs()
    {
        m_panel->setConnection(nullptr, {});
        QVERIFY(find<QPushButton>("Look up")->isEnabled());
        QTest::mouseClick(find<QPushButton>("Look up"), Qt::LeftButton);
        QTest::mouseClick(find<QPushButton>("Look up"), Qt::LeftButton);
        QVERIFY(!messageText("submitMessage").isEmpty());
        connectProject();
        QTRY_COMPARE(m_requested.size(), 1);
        QVERIFY(messageText("submitMessage").isEmpty());
    }
    void aSecondPressOfTheSameQuestionAsksOnce()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        m_panel->submit();
        m_panel->submit();
        QCOMPARE(m_requested.size(), 1);
        m_bench->clock.advance(std::chrono::seconds(1));
        m_panel->submit();
        QCOMPARE(m_requested.size(), 2);
    }
    void aQuestionThatIsUnderWayIsNotAskedAgain()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        m_panel->submit();
        m_bench->service.submit(m_bench->connection, m_requested.first());
        m_bench->clock.advance(std::chrono::seconds(3));
        m_panel->submit();
        QCOMPARE(m_requested.size(), 1);
    }
    void ctrlReturnLooksUpFromEveryField()
    {
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        find<QLineEdit>("Find contact")->setFocus();
        QTest::keyClick(find<QLineEdit>("Find contact"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_requested.size(), 1);
        pages()->setCurrentIndex(1);
        auto *identity = find<QPlainTextEdit>("Identity");
        identity->setFocus();
        QTest::keyClicks(identity, QStringLiteral("46701234500"));
        QTest::keyClick(identity, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_requested.size(), 2);
        QCOMPARE(identity->toPlainText(), QStringLiteral("46701234500"));
    }
    void unavailableSaysWhyAndTurnsLookUpOff()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        m_panel->setUnavailable(QStringLiteral("read-only history"));
        QVERIFY(!find<QPushButton>("Look up")->isEnabled());
        QVERIFY(!m_panel->submitAction()->isEnabled());
        QCOMPARE(messageText("submitMessage"), QStringLiteral("read-only history"));
        QCOMPARE(list("Contacts")->model()->rowCount(), 0);
        m_panel->submit();
        QCOMPARE(m_requested.size(), 0);
        connectProject();
        QVERIFY(find<QPushButton>("Look up")->isEnabled());
        QVERIFY(messageText("submitMessage").isEmpty());
    }
    void aReadOnlyHistoryLeavesThePickersAlone()
    {
        m_panel->setReadOnly(QStringLiteral("process 7 writes it"));
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        QVERIFY(!find<QPushButton>("Look up")->isEnabled());
        pages()->setCurrentIndex(1);
        QCOMPARE(messageText("submitMessage"), QStringLiteral("process 7 writes it"));
        pages()->setCurrentIndex(0);
        m_panel->submit();
        QCOMPARE(m_requested.size(), 0);
        m_panel->setReadOnly({});
        m_panel->submit();
        QCOMPARE(m_requested.size(), 1);
    }
    void theKeyboardWalksDownThePanel_data()
    {
        QTest::addColumn<int>("page");
        QTest::newRow("with contacts") << 0;
        QTest::newRow("with identities") << 1;
    }
    void theKeyboardWalksDownThePanel()
    {
        QFETCH(int, page);
        m_panel->resize(340, 800);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        m_bench->service.submit(m_bench->connection,
                                {LookupBench::app().id, *ContactId::parse(QStringLiteral("c")), {}, {}});
        pages()->setCurrentIndex(page);
        m_panel->activateWindow();
        pages()->setFocus();
        QTRY_VERIFY(qApp->focusWidget());
        QWidget *first = qApp->focusWidget();
        int top = -1;
        QStringList walked;
        int stops = 0;
        do {
            const int next = qApp->focusWidget()->mapTo(m_panel.get(), QPoint()).y();
            walked.append(qApp->focusWidget()->objectName());
            QVERIFY2(next >= top, qPrintable(walked.join(QStringLiteral(", "))));
            top = next;
            QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
        } while (++stops < 20 && qApp->focusWidget() != first);
        QCOMPARE(stops, page == 0 ? 7 : 8); // tabs, the page's controls, Look up, preview, find, recent lookups
    }
    void aLowPanelKeepsWhatMattersMost_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("points");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("hasRecent");
        QTest::newRow("low, contacts") << 0 << 10 << QSize(260, 300) << false;
        QTest::newRow("low, identities") << 1 << 10 << QSize(260, 300) << false;
        QTest::newRow("low, large letters") << 0 << 14 << QSize(260, 300) << false;
        QTest::newRow("low and wide, large letters") << 1 << 14 << QSize(420, 300) << false;
        QTest::newRow("middling") << 0 << 10 << QSize(320, 520) << true;
        QTest::newRow("tall, large letters") << 1 << 14 << QSize(260, 800) << true;
    }
    void aLowPanelKeepsWhatMattersMost()
    {
        QFETCH(int, page);
        QFETCH(int, points);
        QFETCH(QSize, size);
        QFETCH(bool, hasRecent);
        QFont font = m_panel->font();
        font.setPointSize(points);
        m_panel->setFont(font);
        m_panel->resize(size);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        m_panel->submit();
        m_bench->service.submit(m_bench->connection, m_requested.first());
        pages()->setCurrentIndex(page);
        auto *button = find<QPushButton>("Look up");
        QTRY_COMPARE(list("Recent lookups")->isVisible(), hasRecent);
        QCOMPARE(m_panel->size(), size);
        QVERIFY(m_panel->rect().contains(QRect(button->mapTo(m_panel.get(), QPoint()), button->size())));
        QVERIFY(button->width() >= button->sizeHint().width()); // no word is cut
        QVERIFY(find<QWidget>("Request preview")->isVisible());
    }
    void pageAndChannelAreRestored()
    {
        pages()->setCurrentIndex(1);
        auto *channel = find<QComboBox>("Channel");
        channel->setCurrentIndex(channel->findData(QStringLiteral("TELEGRAM")));
        const QByteArray state = m_panel->saveState();
        QueryPanel other(m_bench->service);
        QVERIFY(other.restoreState(state));
        QCOMPARE(other.findChild<QComboBox *>(QStringLiteral("Channel"))->currentData().toString(),
                 QStringLiteral("TELEGRAM"));
        QCOMPARE(other.findChild<QTabWidget *>()->currentIndex(), 1);
        QVERIFY(!other.restoreState("rubbish"));
    }
    void whatCouldNotBeKeptIsSaidAndMayBeTriedAtOnce()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        m_panel->submit();
        m_panel->showSubmissionError({Error::Kind::Storage, QStringLiteral("disk full")});
        QVERIFY(messageText("submitMessage").contains(QLatin1String("Disk full")));
        m_panel->submit();
        QCOMPARE(m_requested.size(), 2);
    }
};

QTEST_MAIN(TestQueryPanel)
#include "tst_query_panel.moc"
