// SPDX-License-Identifier: GPL-3.0-or-later
#include "query_panel_bench.h"

#include <QAction>
#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace console;

/// The request that Look up would send, shown and copied.
class TestRequestActions : public QObject, protected QueryPanelBench
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }

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
};

QTEST_MAIN(TestRequestActions)
#include "tst_request_actions.moc"
