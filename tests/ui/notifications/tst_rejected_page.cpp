// SPDX-License-Identifier: GPL-3.0-or-later
#include "open_history.h"
#include "ui/notifications/history_totals.h"
#include "ui/notifications/rejected_page.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace console;

class TestRejectedPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsCauseHeadersAndBytes()
    {
        OpenHistory history;
        HistoryTotals totals;
        totals.follow(history.access, history.lookups);
        RejectedPage page;
        page.open(history.access, totals);
        page.resize(800, 600);
        page.show();
        RejectedCallback rejected;
        rejected.receivedAt = history.clock.now();
        rejected.path = QStringLiteral("/callbacks");
        rejected.cause = RejectionCause::SignatureWrong;
        rejected.headers = "Host: here\r\n";
        rejected.body = QByteArray("{\xff}");
        history.store->writer().keepRejected(rejected);

        auto *table = page.findChild<QTableView *>(QStringLiteral("rejectedAndOther"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, KeptListModel::Kind).data().toString(), QStringLiteral("Refused"));
        QVERIFY(table->model()
                    ->index(0, KeptListModel::What)
                    .data()
                    .toString()
                    .startsWith(QStringLiteral("Wrong signature")));
        QCOMPARE(page.findChild<QPlainTextEdit *>(QStringLiteral("keptBody"))->toPlainText(),
                 QStringLiteral("{\\xff}"));
        QVERIFY(page.findChild<QPlainTextEdit *>(QStringLiteral("keptHeaders"))
                    ->toPlainText()
                    .contains(QStringLiteral("Host: here")));
        QTRY_COMPARE(totals.counts().rejectedTotal(), 1);
        page.findChild<QPushButton *>(QStringLiteral("keptHex"))->click();
        QVERIFY(page.findChild<QPlainTextEdit *>(QStringLiteral("keptBody"))
                    ->toPlainText()
                    .startsWith(QStringLiteral("0000  7b ff 7d")));
        auto *copy = page.findChild<QToolButton *>(QStringLiteral("Copy kept"));
        const QRect hex = page.findChild<QPushButton *>(QStringLiteral("keptHex"))->geometry();
        QVERIFY(std::abs(hex.center().y() - copy->geometry().center().y()) <= 1); // on one line
        const auto copies = copy->menu()->actions();
        copies.at(1)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("Host: here\r\n"));
        copies.at(2)->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("7b ff 7d"))); // no byte is lost
    }
};

QTEST_MAIN(TestRejectedPage)
#include "tst_rejected_page.moc"
