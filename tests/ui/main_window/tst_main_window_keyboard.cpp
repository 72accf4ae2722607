// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "ui/notifications/notification_table_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace console;

namespace {

constexpr int kSandboxPatience = 15'000; // answers come after 0.3 to 3 s
constexpr int kMostStops = 100;

} // namespace

/// The window as it is used without a mouse, and what is chosen while it is.
class TestMainWindowKeyboard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_console = std::make_unique<RunningConsole>(m_folder->path());
        window().resize(1440, 900);
        window().activateWindow();
        QTRY_VERIFY(window().isActiveWindow());
    }
    void cleanup() { m_console.reset(); }

    void theKeyboardBeginsInTheSearchField()
    {
        QTRY_COMPARE(QApplication::focusWidget(), m_console->find<QLineEdit>("Find contact"));
    }
    void findContactLeavesTheIdentities()
    {
        auto *pages = m_console->find<QTabWidget>("Recipient");
        auto *field = m_console->find<QLineEdit>("Find contact");
        QTRY_VERIFY(field->hasFocus());
        field->setText(QStringLiteral("anna"));
        QTest::keyClick(&window(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), 1);
        QVERIFY(m_console->find<QWidget>("Identity")->hasFocus());
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), 0);
        QVERIFY(field->hasFocus());
        QCOMPARE(field->selectedText(), QStringLiteral("anna"));
    }
    void theTabKeyReachesEverythingBothWays()
    {
        lookUp(1);
        const QStringList forward = walk(Qt::Key_Tab);
        const QStringList wanted {
            QStringLiteral("project"),      QStringLiteral("app"),         QStringLiteral("receiverStatus"),
            QStringLiteral("Find contact"), QStringLiteral("Look up"),     QStringLiteral("pause"),
            QStringLiteral("filter"),       QStringLiteral("columns"),     QStringLiteral("notifications"),
            QStringLiteral("Verdict"),      QStringLiteral("Explanation"), QStringLiteral("Copy for ticket")};
        QStringList found;
        std::copy_if(forward.begin(), forward.end(), std::back_inserter(found),
                     [&](const QString &name) { return wanted.contains(name); });
        QCOMPARE(found, wanted);
        QStringList backward = walk(Qt::Key_Backtab);
        std::reverse(backward.begin(), backward.end());
        QCOMPARE(backward, forward);
    }
    void aPaneIsOneKeyAway()
    {
        lookUp(1);
        m_console->find<QLineEdit>("Find contact")->setFocus();
        QTest::keyClick(&window(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("notifications"));
        QTest::keyClick(&window(), Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("Verdict"));
        QTest::keyClick(&window(), Qt::Key_F6, Qt::ShiftModifier);
        QTest::keyClick(&window(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(m_console->find<QLineEdit>("Find contact")->hasFocus());
    }
    void aPaneIsEnteredAtWhatItIsFor_data()
    {
        QTest::addColumn<QString>("left"); // the place in the pane where the keyboard was
        QTest::addColumn<QString>("entry");
        const auto row = [](const char *tag, const char *left, const char *entry) {
            QTest::newRow(tag) << QString::fromLatin1(left) << QString::fromLatin1(entry);
        };
        row("the table, from its tabs", "qt_tabwidget_tabbar", "notifications");
        row("the table, from its filter", "filter", "notifications");
        row("the search, from the button", "Look up", "Find contact");
        row("the verdicts, from the ticket", "Copy for ticket", "Verdict");
    }
    void aPaneIsEnteredAtWhatItIsFor()
    {
        QFETCH(QString, left);
        QFETCH(QString, entry);
        lookUp(1);
        QWidget *from = left == QLatin1String("qt_tabwidget_tabbar")
            ? m_console->find<QTabWidget>("pages")->findChild<QWidget *>(left)
            : m_console->find<QWidget>(qPrintable(left));
        from->setFocus();
        QTRY_VERIFY(from->hasFocus());
        QTest::keyClick(&window(), Qt::Key_F6);
        QTest::keyClick(&window(), Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget()->objectName(), entry);
    }
    void theTicketIsCopiedByKey()
    {
        lookUp(1);
        QVERIFY(m_console->find<QPushButton>("Copy for ticket")->toolTip().contains(QLatin1String("Ctrl+T")));
        QTest::keyClick(&window(), Qt::Key_T, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(
            m_console->session().lookups().recent().constFirst().requestId.toString()));
    }
    void whatIsChosenIsTheSameEverywhere()
    {
        lookUp(1);
        auto *table = m_console->find<NotificationTableView>("notifications");
        auto *recent = m_console->find<QListView>("Recent lookups");
        table->selectRow(0);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
        auto *contacts = m_console->find<QListView>("Contacts");
        contacts->setCurrentIndex(contacts->model()->index(1, 0));
        lookUp(2);
        QVERIFY(!table->selectionModel()->hasSelection()); // its row is about somebody else
        QCOMPARE(recent->currentIndex().row(), 0);
        table->selectRow(table->model()->rowCount() - 1);
        QCOMPARE(recent->currentIndex().row(), 1);
        QCOMPARE(contacts->currentIndex().row(), 1); // whom Look up means is the user's choice
        const QString who = recent->currentIndex().data().toString();
        QTRY_COMPARE(m_console->find<QPushButton>("Look up again")->toolTip(),
                     QStringLiteral("Look up %1 again").arg(who));
    }
    void aContactThatIsChosenShowsItsOwnLookup()
    {
        lookUp(1);
        auto *cards = m_console->find<QListView>("Verdict");
        auto *recent = m_console->find<QListView>("Recent lookups");
        auto *contacts = m_console->find<QListView>("Contacts");
        QTRY_VERIFY(cards->isVisible());
        contacts->setCurrentIndex(contacts->model()->index(1, 0));
        QVERIFY(!cards->isVisible()); // nobody asked about this one
        QVERIFY(!recent->currentIndex().isValid());
        contacts->setCurrentIndex(contacts->model()->index(0, 0));
        QVERIFY(cards->isVisible());
        QCOMPARE(recent->currentIndex().row(), 0);
    }
    void anEndingOfTheSandboxIsAskedForByChoosingIt()
    {
        QTRY_VERIFY(!m_console->projects().sandboxEndings().isEmpty());
        QTest::keyClick(&window(), Qt::Key_F1, Qt::ShiftModifier);
        auto *dialog = window().findChild<QDialog *>(QStringLiteral("endingsDialog"));
        QVERIFY(dialog);
        auto *endings = dialog->findChild<QTableView *>(QStringLiteral("endings"));
        const QModelIndex full = endings->model()->index(1, 0);
        QCOMPARE(full.data().toString(), QStringLiteral("50"));
        endings->selectionModel()->select(full, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        dialog->findChild<QPushButton *>(QStringLiteral("useEndings"))->click();
        auto *added = m_console->find<QListView>("Added identities");
        QCOMPARE(added->model()->rowCount(), 1);
        QVERIFY(added->model()->index(0, 0).data().toString().endsWith(QLatin1String("50")));
    }
    void whereBothPanelsDoNotFitTheyTakeTurns()
    {
        window().resize(900, 640);
        auto *query = window().findChild<QAction *>(QStringLiteral("showQuery"));
        auto *detail = window().findChild<QAction *>(QStringLiteral("showDetail"));
        QTRY_VERIFY(query->isChecked() && !detail->isChecked());
        QTest::keyClick(&window(), Qt::Key_F8);
        QVERIFY(!query->isChecked() && detail->isChecked());
        QTest::keyClick(&window(), Qt::Key_F7);
        QVERIFY(query->isChecked() && !detail->isChecked());
        QVERIFY(m_console->find<QLineEdit>("Find contact")->hasFocus()); // the keyboard goes along
        QTest::keyClick(&window(), Qt::Key_F7);
        QVERIFY(!query->isChecked() && !detail->isChecked());
    }
    void anAnswerOutOfSightIsAnnounced()
    {
        window().resize(900, 640);
        auto *hint = m_console->find<QWidget>("answerHint");
        QVERIFY(!hint->isVisible());
        lookUp(1);
        QTRY_VERIFY(hint->isVisible());
        hint->findChild<QPushButton *>(QStringLiteral("bannerAction"))->click();
        QVERIFY(m_console->find<QWidget>("Copy for ticket")->isVisible());
        QVERIFY(!hint->isVisible());
    }

private:
    MainWindow &window() { return m_console->window(); }
    void lookUp(int lookups)
    {
        m_console->find<QPushButton>("Look up")->click();
        const auto &recent = m_console->session().lookups().recent();
        QTRY_VERIFY_WITH_TIMEOUT(recent.size() == lookups && recent.constFirst().answers.size() == 3, kSandboxPatience);
    }
    /// The names of what the key comes by, from the project on until it is there again.
    QStringList walk(Qt::Key key)
    {
        auto *first = m_console->find<QWidget>("project");
        first->setFocus();
        QStringList names {first->objectName()};
        for (int i = 0; i < kMostStops; ++i) {
            QTest::keyClick(QApplication::focusWidget(), key,
                            key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
            if (QApplication::focusWidget() == first)
                return key == Qt::Key_Tab ? names : names.mid(1) + names.mid(0, 1);
            names += QApplication::focusWidget()->objectName();
        }
        qWarning() << "the key never came back" << names;
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RunningConsole> m_console;
};

QTEST_MAIN(TestMainWindowKeyboard)
#include "tst_main_window_keyboard.moc"
