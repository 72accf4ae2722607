// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/history_fixture.h"
#include "ui/history/erase_dialog.h"
#include "ui/theme/banner.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestEraseDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_history = std::make_unique<HistoryFixture>();
        m_history->record(NotificationJson {.identity = "46701234567"}.enveloped());
        m_history->record(NotificationJson {.identity = "46709999999"}.enveloped());
        m_keeper = std::make_unique<HistoryKeeper>(m_history->file.path(), *m_history->writer, m_history->clock);
    }
    void cleanup()
    {
        m_keeper.reset();
        m_history.reset();
    }

    void itSaysWhatGoesErasesItAndTellsTheProof()
    {
        EraseDialog dialog(*m_keeper, {{QStringLiteral("46701234567")}, {}}, QStringLiteral("Anna"));
        QSignalSpy erased(&dialog, &EraseDialog::erased);
        auto *erase = dialog.findChild<QPushButton *>(QStringLiteral("erasePerson"));
        QVERIFY(!erase->isEnabled()); // until it is known what goes
        QTRY_VERIFY(erase->isEnabled());
        const QString words = dialog.findChild<QLabel *>(QStringLiteral("eraseFound"))->text();
        for (const char *word : {"Anna", "46701234567", "1 notification"})
            QVERIFY2(words.contains(QLatin1String(word)), qPrintable(words));
        QCOMPARE(m_history->rows().size(), 2);
        erase->click();
        QTRY_COMPARE(erased.size(), 1);
        QCOMPARE(m_history->rows().size(), 1);
        auto *outcome = dialog.findChild<Banner *>(QStringLiteral("eraseOutcome"));
        QVERIFY2(outcome->text().contains(QLatin1String("no trace is left")), qPrintable(outcome->text()));
    }

    void cancellingChangesNothing()
    {
        EraseDialog dialog(*m_keeper, {{QStringLiteral("46701234567")}, {}}, QStringLiteral("Anna"));
        QSignalSpy rejected(&dialog, &QDialog::rejected);
        dialog.findChild<QPushButton *>(QStringLiteral("closeErase"))->click();
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(m_history->rows().size(), 2);
    }

    void somebodyUnknownIsSaid()
    {
        EraseDialog dialog(*m_keeper, {{QStringLiteral("111111111")}, {}}, QStringLiteral("Bo"));
        auto *found = dialog.findChild<QLabel *>(QStringLiteral("eraseFound"));
        QTRY_VERIFY(found->text().contains(QLatin1String("nothing about Bo")));
    }

private:
    std::unique_ptr<HistoryFixture> m_history;
    std::unique_ptr<HistoryKeeper> m_keeper;
};

QTEST_MAIN(TestEraseDialog)
#include "tst_erase_dialog.moc"
