// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/stored_count.h"
#include "app/history/story_history.h"
#include "ui/notifications/column_layout.h"
#include "ui/notifications/filter_bar.h"
#include "ui/notifications/filter_line.h"
#include "ui/notifications/json_column_dialog.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/notifications_page.h"
#include "ui/notifications/saved_views.h"
#include "ui/settings/checked_field.h"
#include "ui/theme/banner.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QToolButton>

using namespace console;

/// The page over a history of its own: what is shown is what SQL counts, whatever arrives.
class TestNotificationsFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_history = std::make_unique<StoryHistory>(400);
        m_access = std::make_unique<HistoryAccess>(m_history->file.path());
        m_lookups = std::make_unique<LookupService>(*m_history->writer, m_history->clock);
        m_page = std::make_unique<NotificationsPage>(m_history->clock);
        m_page->resize(1000, 600);
        m_page->show();
        m_page->open(*m_access, *m_lookups);
        QTRY_COMPARE(rows(), stored("1"));
    }
    void cleanup()
    {
        m_page.reset();
        m_lookups.reset();
        m_access.reset();
        m_history.reset();
    }

    void showsEveryStoredRowThatTheFilterLetsThrough_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("all") << QString() << QByteArray("1");
        QTest::newRow("a channel") << QStringLiteral("channel:SMS") << kIsSms;
    }
    void showsEveryStoredRowThatTheFilterLetsThrough()
    {
        QFETCH(const QString, expression);
        QFETCH(const QByteArray, sql);
        type(expression);
        QTRY_COMPARE(rows(), stored(sql));
        m_history->tell(20);
        QTRY_COMPARE(loaded(), stored("1"));
        QTRY_COMPARE(rows(), stored(sql));
        const QLocale locale;
        const QString count = expression.isEmpty()
            ? QString()
            : QStringLiteral("%1 of %2").arg(locale.toString(rows()), locale.toString(loaded()));
        QTRY_COMPARE(m_page->findChild<QLabel *>(QStringLiteral("rowCountText"))->text(), count);
    }

    void aColumnFromJsonShowsWhatStandsInTheStoredBodies()
    {
        showJson();
        const int json = kNotificationColumns;
        const QString found = QStringLiteral("SMS");
        type(QStringLiteral("channel:SMS is:signed"));
        QTRY_VERIFY(rows() > 0 && rows() < stored("1"));
        QTRY_VERIFY(m_page->model()->index(0, json).data().toString() == found
                    || m_page->model()->index(1, json).data().toString() == found); // one may be flat
        QCOMPARE(m_page->model()->headerData(json, Qt::Horizontal).toString(), QStringLiteral("channel"));
        QVERIFY(m_page->model()
                    ->headerData(json, Qt::Horizontal, Qt::ToolTipRole)
                    .toString()
                    .contains(QLatin1String(kPath)));
        m_page->table()->sortByColumn(json, Qt::AscendingOrder);
        QCOMPARE(m_page->model()->order(), SortOrder());
        QCOMPARE(m_page->table()->horizontalHeader()->sortIndicatorSection(), int(NotificationColumn::Received));
    }

    void aColumnFromJsonComesBackAndCanBePutAway()
    {
        showJson();
        NotificationsPage next(m_history->clock);
        next.restoreState(m_page->saveState());
        QVERIFY(next.table()->columns()->shown().contains(kNotificationColumns));
        QMenu menu;
        next.table()->columns()->fillMenu(&menu);
        for (auto *action : menu.actions()) {
            if (action->text() == QLatin1String("channel"))
                action->trigger();
        }
        QVERIFY(!next.table()->columns()->shown().contains(kNotificationColumns));
        QVERIFY(!next.model()->json().path(0));
    }

    void exportsGetTheShownColumnsInTheirOrder()
    {
        NotificationsPage page(m_history->clock);
        const auto texts = [&page] {
            QStringList shown;
            for (const JsonPath &path : page.model()->json().pathsOf(page.table()->columns()->shown()))
                shown.append(path.text());
            return shown;
        };
        QVERIFY(texts().isEmpty());
        for (const char *path : {"a.b", "c"})
            page.model()->json().add(*JsonPath::parse(QLatin1String(path)));
        page.table()->columns()->show(
            {int(NotificationColumn::Channel), kNotificationColumns + 1, kNotificationColumns});
        QCOMPARE(texts(), QStringList({QStringLiteral("c"), QStringLiteral("a.b")}));
    }

    void theDialogOffersThePathsOfTheChosenRowWithAPreview()
    {
        m_page->table()->selectRow(0);
        Q_EMIT m_page->table()->columns()->jsonColumnWanted();
        auto *dialog = m_page->findChild<JsonColumnDialog *>();
        auto *path = dialog->findChild<QComboBox *>(QStringLiteral("jsonPath"));
        QTRY_VERIFY(path->count() > 3);
        path->setEditText(QStringLiteral("no such["));
        QVERIFY(!dialog->path());
        QVERIFY(!dialog->findChild<CheckedField *>()->problem().isEmpty());
        path->setEditText(path->itemText(0));
        QVERIFY(!dialog->findChild<QLabel *>(QStringLiteral("jsonPreview"))->text().isEmpty());
        dialog->accept();
        QCOMPARE(m_page->model()->json().path(0)->text(), JsonPath::parse(path->itemText(0))->text());
        QVERIFY(m_page->table()->columns()->shown().contains(kNotificationColumns));
    }

    void anExpressionThatCannotBeReadKeepsTheRowsAndSaysWhere()
    {
        type(QStringLiteral("channel:SMS"));
        QTRY_COMPARE(rows(), stored(kIsSms));
        line()->setText(QStringLiteral("channel:SMS latency>fast"));
        QTRY_VERIFY(
            m_page->findChild<Banner *>(QStringLiteral("filterMessage"))->text().contains(QStringLiteral("fast")));
        QCOMPARE(rows(), stored(kIsSms));
        QTest::keyClick(line(), Qt::Key_Escape);
        QTRY_COMPARE(rows(), stored("1"));
    }

    void bodiesAreSearchedAndTheSearchCanBeEnded()
    {
        type(QStringLiteral("raw:\"CAPABILITY_FULL\""));
        const qint64 full = stored("instr(w.body, 'CAPABILITY_FULL') > 0");
        QTRY_VERIFY(full > 0 && rows() == full);
        type(QStringLiteral("capability_notification.channel:SMS"));
        QTRY_COMPARE(rows(), stored("json_extract(CAST(w.body AS TEXT),'$.capability_notification.channel')='SMS'"));
        auto *cancel = m_page->findChild<QToolButton *>(QStringLiteral("cancelSearch"));
        QTRY_VERIFY(cancel->isHidden());
        type(QStringLiteral("raw:nowhere"));
        m_page->model()->history().endSearch();
        QTRY_VERIFY(m_page->model()->history().isSettled());
        QTRY_VERIFY(cancel->isHidden());
    }

    void whatArrivesElsewhereIsCountedExactlyAndMovesNothing()
    {
        type(QStringLiteral("channel:SMS"));
        QTRY_COMPARE(rows(), stored(kIsSms));
        QCoreApplication::processEvents();
        table()->selectRow(20);
        table()->verticalScrollBar()->setValue(333);
        const qint64 top = idAt(table()->rowAt(0)), chosen = table()->currentRow()->id;
        const int offset = table()->rowViewportPosition(table()->rowAt(0));
        const qint64 before = rows();
        m_history->tell(60);
        QTRY_COMPARE(rows(), stored(kIsSms));
        QVERIFY(rows() > before);
        QCOMPARE(idAt(table()->rowAt(0)), top);
        QCOMPARE(table()->rowViewportPosition(table()->rowAt(0)), offset);
        QCOMPARE(table()->currentRow()->id, chosen);
        QCOMPARE(table()->selectionModel()->selectedRows().size(), 1);
        auto *pill = m_page->findChild<QPushButton *>(QStringLiteral("newRowsPill"));
        QCOMPARE(pill->text(), QStringLiteral("%1 new").arg(rows() - before));
        pill->click();
        QVERIFY(table()->isFollowing());
        QVERIFY(pill->isHidden());
    }

    void pauseFreezesWhatIsShownAndCountsWhatFits()
    {
        type(QStringLiteral("channel:SMS"));
        QTRY_COMPARE(rows(), stored(kIsSms));
        const qint64 before = rows();
        m_page->pauseButton()->click();
        m_history->tell(40);
        const qint64 fitting = stored(kIsSms) - before;
        QVERIFY(fitting > 0);
        QTRY_COMPARE(qint64(m_page->model()->history().heldCount()), fitting);
        QCOMPARE(rows(), before);
        m_page->pauseButton()->click();
        QTRY_COMPARE(rows(), before + fitting);
    }

    void chipsWriteTheExpressionAndShowWhatStandsThere()
    {
        auto *capability = m_page->findChild<QPushButton *>(QStringLiteral("statusFilter"));
        capability->menu()->actions().at(2)->trigger();
        QCOMPARE(line()->text(), QStringLiteral("status:none"));
        QTRY_COMPARE(rows(), stored("st.text = 'NO_CAPABILITY'"));
        QVERIFY(capability->isChecked());
        QCOMPARE(capability->text(), QStringLiteral("Capability: None"));
        QCOMPARE(capability->accessibleName(), capability->text());
        type(QStringLiteral("status:CAPABILITY_FULL received>-2h"));
        QCOMPARE(capability->text(), QStringLiteral("Capability: Full"));
        auto *time = m_page->findChild<QPushButton *>(QStringLiteral("timeFilter"));
        QVERIFY(time->isChecked());
        time->menu()->actions().constLast()->trigger();
        QCOMPARE(line()->text(), QStringLiteral("status:CAPABILITY_FULL received:yesterday"));
        time->menu()->actions().constLast()->trigger();
        QCOMPARE(line()->text(), QStringLiteral("status:CAPABILITY_FULL"));
    }

    void aChipAsksForThisProjectOrAll()
    {
        auto *project = m_page->findChild<QPushButton *>(QStringLiteral("projectFilter"));
        QVERIFY(!project->isVisible()); // there is only one
        m_page->filterBar()->setProject(QStringLiteral("Nordic customers"));
        QVERIFY(project->isVisible() && project->text() == QLatin1String("All projects"));
        type(QStringLiteral("status:none"));
        const auto choices = project->menu()->actions();
        QVERIFY(choices.at(1)->isChecked());
        choices.at(0)->trigger();
        QCOMPARE(line()->text(), QStringLiteral("status:none project:\"Nordic customers\""));
        QCOMPARE(project->text(), QStringLiteral("This project"));
        QVERIFY(project->isChecked() && !choices.at(1)->isChecked());
        QTRY_COMPARE(rows(), 0);
        m_page->filterBar()->setProject(QStringLiteral("Sandbox")); // another one is selected
        QCOMPARE(project->text(), QStringLiteral("Nordic customers"));
        project->menu()->actions().at(1)->trigger();
        QCOMPARE(line()->text(), QStringLiteral("status:none"));
        project->menu()->actions().at(1)->trigger();
        QVERIFY(project->menu()->actions().at(1)->isChecked() && !project->isChecked());
    }

    void aChipWhoseMenuWentAwayLooksLeft()
    {
        auto *capability = m_page->findChild<QPushButton *>(QStringLiteral("statusFilter"));
        capability->setAttribute(Qt::WA_UnderMouse); // as Qt leaves it when the pointer goes into the menu
        QCursor::setPos(capability->mapToGlobal(QPoint(-20, -20)));
        capability->menu()->popup(capability->mapToGlobal(QPoint(0, 40)));
        capability->menu()->close();
        QVERIFY(!capability->underMouse());
    }

    void aStatusThatNobodyKnowsIsTakenAndDoubted()
    {
        type(QStringLiteral("status:failed"));
        QTRY_COMPARE(rows(), 0);
        auto *message = m_page->findChild<QWidget *>(QStringLiteral("filterMessage"));
        QTRY_VERIFY(message->isVisible());
        type(QStringLiteral("status:none"));
        QTRY_VERIFY(!message->isVisible());
        QTRY_COMPARE(rows(), stored("st.text = 'NO_CAPABILITY'"));
    }

    void aBarOfArrivalsShowsItsSpanOfTime()
    {
        auto *plot = m_page->findChild<QAbstractButton *>(QStringLiteral("arrivalPlot"));
        QTRY_VERIFY(!plot->accessibleDescription().isEmpty());
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Left); // the newest
        const QString told = plot->accessibleDescription().section(QLatin1String(": "), -1);
        QTest::keyClick(plot, Qt::Key_Space);
        QVERIFY(line()->text().startsWith(QLatin1String("received>=")));
        QTRY_VERIFY(m_page->model()->history().isSettled());
        QTRY_COMPARE(QLocale().toString(rows()), told);
        auto *time = m_page->findChild<QPushButton *>(QStringLiteral("timeFilter"));
        QVERIFY(time->isChecked());
    }

    void aBarOfWaitsShowsItsAnswers()
    {
        m_page->findChild<QAbstractButton *>(QStringLiteral("showWaits"))->click();
        auto *plot = [&]() -> QAbstractButton * {
            QAbstractButton *found = nullptr;
            const bool isThere = QTest::qWaitFor([&] {
                found = m_page->findChild<QAbstractButton *>(QStringLiteral("waits-SMS"));
                return found && found->isVisible();
            });
            return isThere ? found : nullptr;
        }();
        QVERIFY(plot);
        QVERIFY(plot->accessibleDescription().startsWith(QLatin1String("Half came within ")));
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Left); // the longest of all channels
        for (int i = 0; i < 60 && plot->accessibleDescription().endsWith(QLatin1String(": 0")); ++i)
            QTest::keyClick(plot, Qt::Key_Left);
        const QString told = plot->accessibleDescription().section(QLatin1String(": "), -1);
        QVERIFY(told != QStringLiteral("0"));
        QTest::keyClick(plot, Qt::Key_Space);
        QVERIFY(line()->text().startsWith(QLatin1String("channel:SMS latency")));
        QTRY_VERIFY(m_page->model()->history().isSettled());
        QTRY_COMPARE(QLocale().toString(rows()), told);
    }

    void groupsHaveLiveCountsAndStayOpen()
    {
        NotificationTableModel &model = *m_page->model();
        model.setGroupKey(GroupKey::Channel);
        QTRY_VERIFY(model.headAt(0));
        QMap<QString, int> counts;
        for (int line = 0; line < model.rowCount(); ++line)
            counts[model.headAt(line)->title] = model.headAt(line)->rows;
        QCOMPARE(qint64(counts.value(QStringLiteral("SMS"))), stored(kIsSms));
        const auto lineOf = [&](const QString &title) {
            int line = 0;
            while (!model.headAt(line) || model.headAt(line)->title != title)
                ++line;
            return line;
        };
        table()->setCurrentIndex(model.index(lineOf(QStringLiteral("SMS")), 0));
        QTest::keyClick(table(), Qt::Key_Right);
        QVERIFY(model.headAt(lineOf(QStringLiteral("SMS")))->isOpen);
        QCOMPARE(rows(), counts.size() + stored(kIsSms));
        QCOMPARE(table()->currentIndex().row(), lineOf(QStringLiteral("SMS")));
        table()->selectRow(lineOf(QStringLiteral("SMS")) + 3);
        const qint64 chosen = table()->currentRow()->id;
        QCOMPARE(table()->currentRow()->address.channel.value, Channel::Sms);
        m_history->tell(60);
        QTRY_COMPARE(loaded(), stored("1"));
        QTRY_COMPARE(qint64(model.headAt(lineOf(QStringLiteral("SMS")))->rows), stored(kIsSms));
        QVERIFY(model.headAt(lineOf(QStringLiteral("SMS")))->isOpen);
        QCOMPARE(table()->currentRow()->id, chosen);
        const int line = lineOf(QStringLiteral("SMS"));
        QVERIFY(model.idAt(line + 1) > model.idAt(line + 2)); // newest first inside
        QTest::keyClick(table(), Qt::Key_Home, Qt::ControlModifier);
        model.toggleGroup(line);
        QVERIFY(!model.headAt(line)->isOpen);
        model.setGroupKey(GroupKey::None);
        QTRY_COMPARE(rows(), stored("1"));
        QVERIFY(!model.headAt(0));
    }

    void sortingKeepsWhatIsSelectedAndGoesToItsPlace()
    {
        table()->selectRow(100);
        const qint64 chosen = table()->currentRow()->id;
        table()->sortByColumn(int(NotificationColumn::Contact), Qt::AscendingOrder);
        QTRY_VERIFY(m_page->model()->history().isSettled());
        QCOMPARE(table()->currentRow()->id, chosen);
        QVERIFY(table()->viewport()->rect().intersects(table()->visualRect(table()->currentIndex())));
        table()->selectAll();
        const qsizetype all = rows();
        QTRY_COMPARE(table()->selectionModel()->selectedRows().size(), all);
        table()->sortByColumn(int(NotificationColumn::Received), Qt::DescendingOrder);
        QTRY_VERIFY(m_page->model()->history().isSettled());
        QCOMPARE(table()->selectionModel()->selectedRows().size(), all);
    }

private:
    static constexpr char kPath[] = "capability_notification.channel";
    void showJson()
    {
        const SavedView view {QStringLiteral("JSON"),
                              {},
                              {QStringLiteral("contact"), QLatin1String("json:") + QLatin1String(kPath)},
                              QStringLiteral("received"),
                              true};
        m_page->savedViews()->keep(view);
        QMenu menu;
        m_page->savedViews()->fillMenu(&menu);
        menu.actions().constFirst()->trigger();
        QVERIFY(m_page->table()->columns()->shown().contains(kNotificationColumns));
    }
    static inline const QByteArray kIsSms = "ch.text = 'SMS'";

    NotificationTableView *table() const { return m_page->table(); }
    FilterLine *line() const { return m_page->filterField(); }
    void type(const QString &expression)
    {
        line()->clear();
        QTest::keyClicks(line(), expression);
    }
    qint64 idAt(int row) const { return m_page->model()->idAt(row); }
    qint64 rows() const { return table()->model()->rowCount(); }
    qint64 loaded() const { return m_page->model()->history().loadedCount(); }
    qint64 stored(const QByteArray &where) const { return countWhere(m_history->file, where.constData()); }

    std::unique_ptr<StoryHistory> m_history;
    std::unique_ptr<HistoryAccess> m_access;
    std::unique_ptr<LookupService> m_lookups;
    std::unique_ptr<NotificationsPage> m_page;
};

QTEST_MAIN(TestNotificationsFlow)
#include "tst_notifications_flow.moc"
