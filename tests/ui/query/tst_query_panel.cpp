// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lookup_bench.h"
#include "ui/query/query_panel.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

using namespace console;

class TestQueryPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<LookupBench>([this](const FakeRequest &request) { return answer(request); });
        m_panel = std::make_unique<QueryPanel>(m_bench->service);
        m_requested.clear();
        connect(m_panel.get(), &QueryPanel::lookupRequested, this,
                [this](const LookupDraft &draft) { m_requested.append(draft); });
        m_names = {QStringLiteral("Anna Lindqvist"), QStringLiteral("Bo Ek"), QStringLiteral("Cian Gallagher")};
        m_contactStatus = 200;
        m_heldFrom = -1;
    }
    void cleanup()
    {
        m_panel.reset();
        m_bench.reset();
    }

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
    void aKeyStrokeFiltersWhatWasReadAtOnce()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        const int before = m_bench->network.count("/contacts");
        QTest::keyClicks(find<QLineEdit>("Find contact"), QStringLiteral("cian"));
        QCOMPARE(list("Contacts")->model()->rowCount(), 1);
        QCOMPARE(chosenName(), QStringLiteral("Cian Gallagher"));
        QTRY_COMPARE(messageText("contactsFooter"), QStringLiteral("1 found in all 3 contacts."));
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
        QTRY_COMPARE(messageText("contactsFooter"), QStringLiteral("0 found in all 200 contacts."));
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
        QTRY_COMPARE(messageText("contactsFooter"), QStringLiteral("0 found in 1,400 contacts…"));
        button->click();
        QCOMPARE(messageText("contactsFooter"), QStringLiteral("0 found in the first 1,400 contacts."));
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
    void theRequestIsShownAsItWouldBeSentAndCopied()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        find<QToolButton>("Request preview")->click();
        auto *dialog = find<QDialog>("requestDialog");
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->findChild<QLabel *>(QStringLiteral("requestUrl"))->text(),
                 QStringLiteral("POST https://api.test/v1/projects/project/capability:query"));
        const QString shown = dialog->findChild<QPlainTextEdit *>(QStringLiteral("Request"))->toPlainText();
        const auto body = QJsonDocument::fromJson(shown.toUtf8()).object();
        QCOMPARE(body.value(QLatin1String("recipient")).toObject().value(QLatin1String("contact_id")).toString(),
                 QStringLiteral("id-Anna Lindqvist"));
        QTest::keyClick(find<QLineEdit>("Find contact"), Qt::Key_Down); // the dialog keeps to what it shows
        dialog->findChild<QPushButton *>(QStringLiteral("Copy JSON"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), shown);
        dialog->findChild<QPushButton *>(QStringLiteral("Copy as cURL"))->click();
        const QString command = QGuiApplication::clipboard()->text();
        QVERIFY(command.startsWith(QLatin1String("curl ")) && command.contains(QLatin1String("id-Anna Lindqvist")));
        QVERIFY(!command.contains(QLatin1String("secret")));
        QCOMPARE(m_requested.size(), 0);
    }
    void theRequestIsCopiedByMenuWithAnIdOfItsOwnEachTime()
    {
        connectProject();
        QTRY_COMPARE(chosenName(), QStringLiteral("Anna Lindqvist"));
        const auto copy = [this] {
            m_panel->findChild<QAction *>(QStringLiteral("copyRequestCurl"))->trigger();
            return QGuiApplication::clipboard()->text();
        };
        const QString first = copy();
        QVERIFY(first.startsWith(QLatin1String("curl ")));
        QVERIFY(!messageText("submitMessage").isEmpty());
        QVERIFY(copy() != first);
    }
    void aRequestThatCannotBeMadeSaysWhyAtItsField()
    {
        auto *preview = m_panel->findChild<QAction *>(QStringLiteral("requestPreview"));
        preview->trigger();
        QCOMPARE(messageText("submitMessage"), QStringLiteral("The project is not ready yet."));
        m_names.clear();
        connectProject();
        QTRY_COMPARE(find<QPushButton>("emptyStateAction")->text(), QStringLiteral("Ask for an identity"));
        preview->trigger();
        QVERIFY(!messageText("contactMessage").isEmpty());
        pages()->setCurrentIndex(1);
        preview->trigger();
        QVERIFY(!messageText("identityMessage").isEmpty());
        QVERIFY(!find<QDialog>("requestDialog"));
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

private:
    std::optional<FakeAnswer> answer(const FakeRequest &request)
    {
        if (request.path() == QLatin1String("/token"))
            return fakeToken();
        if (request.path().endsWith(QLatin1String("/contacts"))) {
            if (m_contactStatus != 200)
                return FakeAnswer {m_contactStatus, R"({"error":{"message":"no"}})"};
            if (!request.argument("external_id").isEmpty() || !request.argument("channel").isEmpty())
                return FakeAnswer {200, contactsBody({})};
            const int from = request.argument("page_token").toInt();
            const QString next = from + 20 < m_names.size() ? QString::number(from + 20) : QString();
            return FakeAnswer {
                200, contactsBody(m_names.mid(from, 20), next), {}, m_heldFrom >= 0 && from >= m_heldFrom};
        }
        if (request.path().endsWith(QLatin1String("capability:query")))
            return FakeAnswer {200, "{}", {}, true};
        return std::nullopt;
    }
    void fillProject(int contacts)
    {
        m_names.clear();
        for (int i = 0; i < contacts; ++i)
            m_names.append(QStringLiteral("Contact %1").arg(i, 4, 10, QLatin1Char('0')));
    }
    void connectProject() { m_panel->setConnection(&m_bench->connection, LookupBench::app()); }
    template <typename T>
    T *find(const char *name)
    {
        return m_panel->findChild<T *>(QLatin1String(name));
    }
    QListView *list(const char *name) { return find<QListView>(name); }
    QTabWidget *pages() { return m_panel->findChild<QTabWidget *>(); }
    QString chosenName() { return list("Contacts")->currentIndex().data().toString(); }
    QString messageText(const char *name)
    {
        auto *label = find<QLabel>(name);
        return (label ? label : find<QWidget>(name)->findChild<QLabel *>())->text();
    }

    std::unique_ptr<LookupBench> m_bench;
    std::unique_ptr<QueryPanel> m_panel;
    QList<LookupDraft> m_requested;
    QStringList m_names;
    int m_contactStatus = 200;
    int m_heldFrom = -1; ///< pages from this contact on wait until they are released
};

QTEST_MAIN(TestQueryPanel)
#include "tst_query_panel.moc"
