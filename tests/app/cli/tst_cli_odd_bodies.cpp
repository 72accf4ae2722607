// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visible_text.h"
#include "program.h"
#include "support/odd_bodies.h"
#include "support/raw_http_client.h"
#include "support/signed_post.h"

using namespace console;

/// Well signed bodies of every odd kind, through the whole program and out again on a terminal.
class TestCliOddBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_listening = std::make_unique<Program>(
            QStringList {QStringLiteral("listen"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                         QStringLiteral("--database"), database()},
            Environment {{QStringLiteral("CAPABILITY_WEBHOOK_SECRET"), QLatin1String(kWebhookSecret)}});
        m_port = quint16(QUrl(m_listening->json().value(QLatin1String("callback_url")).toString()).port());
        QVERIFY(m_port != 0);
    }

    void areAnsweredAsTheyCanBeRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        for (const auto &odd : oddBodies())
            QTest::newRow(odd.claim) << odd.bytes << (odd.isReadable ? 200 : 400);
        QTest::newRow("a text of a megabyte") << withDescription('"' + QByteArray(1 << 20, 'x') + '"') << 413;
    }
    void areAnsweredAsTheyCanBeRead()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        RawHttpClient vendor(m_port);
        vendor.send(signedPost("/callbacks", kWebhookSecret, body));
        const auto reply = vendor.next();
        QVERIFY(reply.has_value());
        QCOMPARE(reply->status, status);
        QCOMPARE(int(m_listening->process.state()), int(QProcess::Running));
    }

    void whatIsPrintedMovesNoCursor_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("listen") << QStringList {};
        QTest::newRow("history") << QStringList {QStringLiteral("history")};
        QTest::newRow("history as JSON") << QStringList {QStringLiteral("history"), QStringLiteral("--json")};
        const QStringList stdOut {QStringLiteral("--output"), QStringLiteral("-"), QStringLiteral("--format")};
        QTest::newRow("CSV") << QStringList {QStringLiteral("export")} + stdOut + QStringList {QStringLiteral("csv")};
        QTest::newRow("NDJSON") << QStringList {QStringLiteral("export")} + stdOut
                + QStringList {QStringLiteral("ndjson")};
    }
    void whatIsPrintedMovesNoCursor()
    {
        QFETCH(QStringList, command);
        QByteArray printed = m_listening->output();
        if (!command.isEmpty()) {
            Program reading(command + QStringList {QStringLiteral("--database"), database()});
            QCOMPARE(reading.end(), 0);
            printed = reading.output();
        }
        const QString text = QString::fromUtf8(printed);
        QVERIFY(text.count(QLatin1Char('\n')) > 5);
        QVERIFY2(!hidesSomething(text), qPrintable(visibleText(text)));
    }

private:
    QString database() const { return m_folder.filePath(QStringLiteral("history.sqlite")); }

    QTemporaryDir m_folder;
    std::unique_ptr<Program> m_listening;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestCliOddBodies)
#include "tst_cli_odd_bodies.moc"
