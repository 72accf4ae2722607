// SPDX-License-Identifier: GPL-3.0-or-later
#include "query_panel_bench.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace console;

/// How a contact is found in the panel, and what a press on Look up means meanwhile.
class TestContactFinding : public QObject, protected QueryPanelBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }

    void aKeyStrokeFiltersWhatWasReadAtOnce()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        const int before = m_bench->network.count("/contacts");
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("cian"));
        QCOMPARE(list("Contacts")->model()->rowCount(), 1);
        QCOMPARE(chosenName(), QStringLiteral("Cian Gallagher"));
        QTRY_COMPARE(messageText("contactsFooter"), QStringLiteral("1 found among all 3."));
        QCOMPARE(m_bench->network.count("/contacts"), before); // everybody was read
    }
    void whatTheApiCanFindIsAskedOnceAfterAPause()
    {
        fillProject(200);
        m_heldFrom = 80;
        connectProject();
        QTRY_COMPARE(list("Contacts")->model()->rowCount(), 60);
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("crm-7"));
        const auto asked = [this] {
            return std::count_if(m_bench->network.requests.begin(), m_bench->network.requests.end(),
                                 [](const FakeRequest &one) { return !one.argument("external_id").isEmpty(); });
        };
        QCOMPARE(asked(), 0);
        QTRY_COMPARE(asked(), 1);
        m_heldFrom = -1;
        m_bench->network.release();
        QTRY_COMPARE(messageText("contactsFooter"), QStringLiteral("0 found among all 200."));
        QCOMPARE(asked(), 1);
    }
    void aLongSearchCanBeStoppedAndGoneOnWith()
    {
        fillProject(2000);
        m_heldFrom = 1400;
        connectProject();
        QTRY_COMPARE(list("Contacts")->model()->rowCount(), 60);
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("Contact 1999"));
        auto *button = find<QPushButton>("contactsFooterAction");
        QCOMPARE(button->text(), QStringLiteral("Stop"));
        QTRY_COMPARE(messageText("contactsFooter"), QStringLiteral("0 found among 1,400 searched…"));
        button->click();
        QCOMPARE(messageText("contactsFooter"), QStringLiteral("0 found among the first 1,400."));
        m_heldFrom = -1;
        m_bench->network.release();
        auto *further = find<QPushButton>("emptyStateAction");
        QCOMPARE(further->text(), QStringLiteral("Search further"));
        further->click();
        QTRY_COMPARE(chosenName(), QStringLiteral("Contact 1999"));
    }
    void aPressWhileASearchRunsSendsWhatTheUserChose()
    {
        fillProject(2000);
        connectProject();
        QTRY_COMPARE(list("Contacts")->model()->rowCount(), 60);
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("Contact 000"));
        QTest::keyClick(find<QLineEdit>("Find contact"), Qt::Key_Down);
        m_panel->submit();
        QCOMPARE(m_requested.size(), 1);
        QCOMPARE(m_requested.first().displayName, QStringLiteral("Contact 0001"));
    }
    void whoStoodInTheListBeforeIsNotAskedAboutOnceSomethingElseIsTyped()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("bo"));
        m_panel->submit();
        QCOMPARE(m_requested.size(), 0);
        QTRY_COMPARE(m_requested.size(), 1); // the only one who fits
        QCOMPARE(std::get<ContactId>(m_requested.first().recipient).toString(), QStringLiteral("id-Bo Ek"));
    }
    void whenSeveralFitTheUserChooses()
    {
        m_names.append(QStringLiteral("Anna Ek"));
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("anna"));
        m_panel->submit();
        QTRY_VERIFY(!messageText("contactMessage").isEmpty());
        QCOMPARE(m_requested.size(), 0);
        QTRY_VERIFY((m_panel->submit(), m_requested.size() == 1)); // once typing has paused, the marked one is meant
    }
    void returnInTheFieldLooksUpTheMarkedContactOnce()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        auto *field = find<QLineEdit>("Find contact");
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_requested.size(), 1);
        QCOMPARE(m_requested.first().displayName, QStringLiteral("Anna Lindqvist"));
        m_bench->clock.advance(std::chrono::seconds(3));
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(field, &held);
        QCOMPARE(m_requested.size(), 1); // a key that is held down is one press
    }
    void returnWhileTheSearchRunsAsksOnceTheHitIsThere()
    {
        fillProject(2000);
        m_heldFrom = 60;
        connectProject();
        QTRY_COMPARE(list("Contacts")->model()->rowCount(), 60);
        auto *field = find<QLineEdit>("Find contact");
        QTest::keyClicks(field, QStringLiteral("Contact 1999"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_requested.size(), 0);
        QVERIFY(!messageText("submitMessage").isEmpty());
        m_heldFrom = -1;
        m_bench->network.release();
        QTRY_COMPARE(m_requested.size(), 1);
        QCOMPARE(m_requested.first().displayName, QStringLiteral("Contact 1999"));
    }
    void returnWithoutAHitTellsWhy()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("zz"));
        QTest::keyClick(find<QLineEdit>("Find contact"), Qt::Key_Return);
        QTRY_VERIFY(!messageText("contactMessage").isEmpty());
        QCOMPARE(m_requested.size(), 0);
    }
    void downLeadsIntoTheListAndTypingBackToTheField()
    {
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        auto *field = find<QLineEdit>("Find contact");
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(list("Contacts")->hasFocus());
        QCOMPARE(chosenName(), QStringLiteral("Bo Ek"));
        QTest::keyClick(list("Contacts"), Qt::Key_Up);
        QVERIFY(list("Contacts")->hasFocus());
        QTest::keyClick(list("Contacts"), Qt::Key_Up);
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClicks(list("Contacts"), QStringLiteral("c"));
        QVERIFY(field->hasFocus());
        QCOMPARE(field->text(), QStringLiteral("c"));
    }
    void arrowsInTheFieldWalkThroughTheList()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        QTest::keyClick(find<QLineEdit>("Find contact"), Qt::Key_Down);
        QCOMPARE(chosenName(), QStringLiteral("Bo Ek"));
    }
    void whenNobodyIsFoundAnIdentityIsOffered()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("zz"));
        auto *offer = find<QPushButton>("emptyStateAction");
        QTRY_COMPARE(offer->text(), QStringLiteral("Ask for an identity"));
        offer->click();
        QCOMPARE(pages()->currentIndex(), 1);
        QCOMPARE(find<QPlainTextEdit>("Identity")->toPlainText(), QStringLiteral("zz"));
    }
    void aListThatFailsSaysWhyAndCanBeTriedAgain()
    {
        m_contactStatus = 403;
        connectProject();
        auto *again = find<QPushButton>("emptyStateAction");
        QTRY_COMPARE(again->text(), QStringLiteral("Try again"));
        m_contactStatus = 200;
        again->click();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
    }
    void aPressWithoutAnyContactSaysSoAtTheField()
    {
        m_names.clear();
        m_panel->submit();
        connectProject();
        QTRY_VERIFY(!messageText("contactMessage").isEmpty());
        QCOMPARE(m_requested.size(), 0);
    }
    void anotherAppKeepsTheContactsOfTheProject()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        QTest::keyClick(find<QLineEdit>("Find contact"), Qt::Key_Down);
        const int before = m_bench->network.count("/contacts");
        App other = LookupBench::app();
        other.id = *AppId::parse(QStringLiteral("other"));
        m_panel->setConnection(&m_bench->connection, other);
        QCOMPARE(m_bench->network.count("/contacts"), before);
        QCOMPARE(chosenName(), QStringLiteral("Bo Ek"));
        m_panel->submit();
        QCOMPARE(m_requested.first().appId, other.id);
    }
    void anotherProjectStartsTheListAnew()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        m_names = {QStringLiteral("Dora")};
        ProjectConnection other(m_bench->connection.settings(), m_bench->network, m_bench->clock);
        m_panel->setConnection(&other, LookupBench::app());
        QTRY_COMPARE(chosenName(), QStringLiteral("Dora"));
        QCOMPARE(list("Contacts")->model()->rowCount(), 1);
        m_panel->setConnection(nullptr, {});
    }
    void scrollingToTheEndFetchesMore()
    {
        fillProject(100);
        m_panel->resize(340, 700);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
        connectProject();
        QTRY_COMPARE(list("Contacts")->model()->rowCount(), 60);
        list("Contacts")->scrollToBottom();
        QTRY_COMPARE(list("Contacts")->model()->rowCount(), 80);
    }
};

QTEST_MAIN(TestContactFinding)
#include "tst_contact_finding.moc"
