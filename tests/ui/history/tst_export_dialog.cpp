// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/story_history.h"
#include "support/result_macros.h"
#include "ui/history/export_dialog.h"
#include "ui/history/pdf_report.h"
#include "ui/history/task_dialog.h"
#include "ui/theme/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_history = std::make_unique<StoryHistory>(40);
        m_loaded = std::make_unique<LoadedStore>(m_history->file.path());
        for (quint32 id = m_loaded->lastId; id >= m_loaded->firstId; id -= 2)
            m_ids.append(id);
    }
    void cleanupTestCase()
    {
        m_loaded.reset();
        m_history.reset();
    }

    void theFileHoldsWhatWasCounted_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("rowMark"); // once a row
        QTest::addColumn<int>("more");           // times that it stands elsewhere
        QTest::newRow("csv") << 0 << QByteArray("\r\n") << 1;
        QTest::newRow("ndjson") << 1 << QByteArray("{\"received_at\"") << 0;
        QTest::newRow("json") << 2 << QByteArray("{\"received_at\"") << 0;
        QTest::newRow("html") << 3 << QByteArray("<tr class=") << 0;
    }
    void theFileHoldsWhatWasCounted()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, rowMark);
        QFETCH(int, more);
        ExportDialog dialog(m_loaded->store, {m_ids});
        const QString count = dialog.findChild<QLabel *>(QStringLiteral("exportCount"))->text();
        QVERIFY2(count.contains(QString::number(m_ids.size())), qPrintable(count));
        const QByteArray bytes = exported(dialog, format);
        QCOMPARE(bytes.count(rowMark), m_ids.size() + more);
        QVERIFY(outcome(dialog).contains(QString::number(m_ids.size())));
    }

    void aReportIsAPdf()
    {
        ExportDialog dialog(m_loaded->store, {m_ids, QStringLiteral("status:none")});
        const QByteArray bytes = exported(dialog, 4);
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.trimmed().endsWith("%%EOF"));
    }

    void aReportHoldsEveryRow()
    {
        RowExport order;
        while (order.ids.size() < 6'000)
            order.ids += m_ids;
        order.path = m_folder.filePath(QStringLiteral("long.pdf"));
        const auto report = writePdfReport(m_loaded->store, order, [](qint64) { return true; });
        VERIFY_OK(report);
        QCOMPARE(report->rows, order.ids.size());
        QCOMPARE(report->removed, 0);
        QFile file(order.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto pages = file.readAll().count("/Type /Page\n");
        QVERIFY2(pages > 100 && pages < 600, qPrintable(QString::number(pages)));
    }

    void aReportThatIsCancelledLeavesNoFile()
    {
        RowExport order;
        order.ids = m_ids;
        order.path = m_folder.filePath(QStringLiteral("cancelled.pdf"));
        COMPARE_ERROR(writePdfReport(m_loaded->store, order, [](qint64) { return false; }), Error::Kind::Cancelled);
        QVERIFY(!QFile::exists(order.path));
    }

    void thePreviewShowsWhatTheFileWillHold()
    {
        ExportDialog dialog(m_loaded->store, {m_ids});
        const NotificationRow first = m_loaded->store.row(m_ids.first());
        auto *preview = dialog.findChild<QPlainTextEdit *>(QStringLiteral("exportPreview"));
        QVERIFY(preview->toPlainText().contains(first.address.identity));
        dialog.findChild<QCheckBox *>(QStringLiteral("exportRedact"))->setChecked(true);
        QVERIFY(!preview->toPlainText().contains(first.address.identity));
        QVERIFY(preview->toPlainText().contains(QLatin1String("replacements")));
        const QString shown = preview->toPlainText().section(QLatin1Char('\n'), 1, 2); // the head and a row
        QByteArray bytes = exported(dialog, 0);
        QVERIFY2(bytes.replace("\r\n", "\n").contains(shown.toUtf8() + '\n'), bytes.constData());
        QVERIFY(!bytes.contains(first.address.identity.toUtf8()));
        QVERIFY(outcome(dialog).contains(QLatin1String("replacements")));
    }

    void whatARedactionCannotFindIsSaid()
    {
        ExportDialog dialog(m_loaded->store, {m_ids});
        dialog.show();
        auto *limits = dialog.findChild<QLabel *>(QStringLiteral("redactionLimits"));
        auto *texts = dialog.findChild<QCheckBox *>(QStringLiteral("exportTexts"));
        const auto described = std::find_if(m_ids.begin(), m_ids.end(), [this](quint32 id) {
            return !m_loaded->store.row(id).reason.description.isEmpty();
        });
        QVERIFY(described != m_ids.end());
        const QByteArray words = m_loaded->store.row(*described).reason.description.left(12).toUtf8();
        QVERIFY(limits->isHidden() && !texts->isEnabled());
        dialog.findChild<QCheckBox *>(QStringLiteral("exportRedact"))->setChecked(true);
        QVERIFY(limits->isVisible() && texts->isEnabled());
        QVERIFY(exported(dialog, 0).contains(words));
        texts->setChecked(true);
        QVERIFY(!exported(dialog, 0).contains(words));
    }

    void columnsFromTheBodiesStandInEveryFormat_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("csv") << 0 << QByteArray(",note,capability_notification.identity,event_time\r\n");
        QTest::newRow("ndjson") << 1 << QByteArray("\"capability_notification.identity\":\"");
        QTest::newRow("json") << 2 << QByteArray("\"capability_notification.identity\":\"");
        QTest::newRow("html") << 3 << QByteArray("<th>capability_notification.identity</th><th>event_time</th>");
    }
    void columnsFromTheBodiesStandInEveryFormat()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, head);
        ExportDialog dialog(m_loaded->store, withColumns());
        const QByteArray plain = exported(dialog, format);
        QVERIFY2(plain.contains(head), plain.left(900).constData());
        const QByteArray identity = m_loaded->store.row(m_ids.first()).address.identity.toUtf8();
        QCOMPARE(plain.count(identity), 2 * rowsOf(identity));
        dialog.findChild<QCheckBox *>(QStringLiteral("exportRedact"))->setChecked(true);
        const QByteArray redacted = exported(dialog, format);
        QVERIFY(redacted.contains(head));
        QVERIFY(!redacted.contains(identity));
        QVERIFY(redacted.count("identity-") > m_ids.size()); // few bodies have the shape of 2020
    }

    void rawBodiesAreOfferedWhereTheyFit()
    {
        ExportDialog dialog(m_loaded->store, withColumns());
        auto *raw = dialog.findChild<QCheckBox *>(QStringLiteral("exportRaw"));
        auto *preview = dialog.findChild<QPlainTextEdit *>(QStringLiteral("exportPreview"));
        for (const int format : {0, 3, 4}) {
            dialog.findChild<QComboBox *>(QStringLiteral("exportFormat"))->setCurrentIndex(format);
            QVERIFY(!raw->isEnabled());
        }
        dialog.findChild<QComboBox *>(QStringLiteral("exportFormat"))->setCurrentIndex(1);
        QVERIFY(raw->isEnabled());
        raw->setChecked(true);
        QVERIFY(preview->toPlainText().contains(QLatin1String("raw_headers")));
        QCOMPARE(exported(dialog, 1).count("\"raw_encoding\":\"utf-8\""), m_ids.size());
        QVERIFY(!exported(dialog, 0).contains("raw_body"));
    }

    void theFilesNameFollowsTheFormat()
    {
        ExportDialog dialog(m_loaded->store, {m_ids});
        auto *path = dialog.findChild<QLineEdit *>(QStringLiteral("exportPath"));
        path->setText(QStringLiteral("/tmp/answers.of.may.csv"));
        dialog.findChild<QComboBox *>(QStringLiteral("exportFormat"))->setCurrentIndex(4);
        QCOMPARE(path->text(), QStringLiteral("/tmp/answers.of.may.pdf"));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        ExportDialog dialog(m_loaded->store, {m_ids});
        dialog.findChild<QLineEdit *>(QStringLiteral("exportPath"))->setText(QStringLiteral("/nowhere/x.csv"));
        dialog.findChild<QPushButton *>(QStringLiteral("startExport"))->click();
        QTRY_VERIFY(outcome(dialog).contains(QLatin1String("/nowhere/x.csv")));
    }

    void workThatIsCancelledSaysSo()
    {
        TaskDialog dialog(QStringLiteral("Work"), QStringLiteral("Working"));
        dialog.run([](const TaskDialog::Progress &progress) -> Result<QString> {
            while (progress(0.5))
                QThread::yieldCurrentThread();
            return failure(Error::Kind::Cancelled, QStringLiteral("told to"));
        });
        dialog.findChild<QPushButton *>(QStringLiteral("closeTask"))->click();
        auto *banner = dialog.findChild<Banner *>(QStringLiteral("taskOutcome"));
        QTRY_VERIFY(banner->isVisibleTo(&dialog));
        QCOMPARE(banner->text(), QStringLiteral("Cancelled."));
    }

private:
    ExportedRows withColumns() const
    {
        return {m_ids,
                {},
                m_history->file.path(),
                {*JsonPath::parse(QStringLiteral("capability_notification.identity")),
                 *JsonPath::parse(QStringLiteral("event_time"))}};
    }
    qsizetype rowsOf(const QByteArray &identity) const
    {
        return std::count_if(m_ids.begin(), m_ids.end(), [&](quint32 id) {
            return m_loaded->store.row(id).address.identity.toUtf8().contains(identity);
        });
    }
    QByteArray exported(ExportDialog &dialog, int format)
    {
        const QString path = m_history->file.path("exported");
        dialog.findChild<QComboBox *>(QStringLiteral("exportFormat"))->setCurrentIndex(format);
        dialog.findChild<QLineEdit *>(QStringLiteral("exportPath"))->setText(path);
        auto *start = dialog.findChild<QPushButton *>(QStringLiteral("startExport"));
        start->click();
        if (!QTest::qWaitFor([start] { return start->isEnabled(); }, 20'000))
            return {};
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QString outcome(const ExportDialog &dialog)
    {
        return dialog.findChild<Banner *>(QStringLiteral("exportOutcome"))->text();
    }

    std::unique_ptr<StoryHistory> m_history;
    std::unique_ptr<LoadedStore> m_loaded;
    QList<quint32> m_ids;
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
