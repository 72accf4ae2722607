// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notifications/filter_line.h"
#include "ui/theme/banner.h"
#include "ui/theme/spacing.h"
#include "ui/theme/widget_roles.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace console;

class TestFilterLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_line
            = new FilterLine([this](const QString &text,
                                    qsizetype cursor) { return completeFilter(text, cursor, m_store, FilterNames {}); },
                             m_window.get());
        makeColumn(m_window.get())->addWidget(m_line, 0, Qt::AlignTop);
        m_window->resize(600, 400);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_line->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void proposesFieldsAndThenTheirValues()
    {
        QTest::keyClicks(m_line, QStringLiteral("sta"));
        QVERIFY(list()->isVisible());
        QCOMPARE(proposals(), QStringList(QStringLiteral("status:")));
        QTest::keyClick(m_line, Qt::Key_Tab);
        QCOMPARE(m_line->text(), QStringLiteral("status:"));
        QVERIFY(proposals().contains(QStringLiteral("none")));
        QVERIFY(m_line->hasFocus());
        QTest::keyClicks(m_line, QStringLiteral("no"));
        QTest::keyClick(m_line, Qt::Key_Down);
        QTest::keyClick(m_line, Qt::Key_Return);
        QCOMPARE(m_line->text(), QStringLiteral("status:none"));
        QVERIFY(!list()->isVisible());
    }

    void returnTakesTheTextAsItWasTyped()
    {
        QSignalSpy pressed(m_line, &QLineEdit::returnPressed);
        QTest::keyClicks(m_line, QStringLiteral("sta"));
        QTest::keyClick(m_line, Qt::Key_Return);
        QCOMPARE(m_line->text(), QStringLiteral("sta"));
        QCOMPARE(pressed.size(), 1);
        QVERIFY(!list()->isVisible());
    }

    void escapePutsTheListAwayAndThenClears()
    {
        QTest::keyClicks(m_line, QStringLiteral("sta"));
        QTest::keyClick(m_line, Qt::Key_Escape);
        QVERIFY(!list()->isVisible());
        QCOMPARE(m_line->text(), QStringLiteral("sta"));
        QTest::keyClick(m_line, Qt::Key_Escape);
        QCOMPARE(m_line->text(), QString());
    }

    void downShowsAllFieldsOfAnEmptyLine()
    {
        QTest::keyClick(m_line, Qt::Key_Down);
        QVERIFY(proposals().contains(QStringLiteral("channel:")));
        QVERIFY(proposals().contains(QStringLiteral("received>")));
    }

    void aClickTakesAProposal()
    {
        QTest::keyClicks(m_line, QStringLiteral("x chan"));
        const QRect row = list()->visualRect(list()->model()->index(0, 0));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(m_line->text(), QStringLiteral("x channel:"));
    }

    void anErrorIsSaidBelowTheLineOnceTypingPauses()
    {
        QTest::keyClicks(m_line, QStringLiteral("latency>fast"));
        m_line->showError(FilterError {8, 4, QStringLiteral("this is no duration")});
        auto *message = m_window->findChild<Banner *>(QStringLiteral("filterMessage"));
        QVERIFY(!message->isVisible());
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->text().contains(QStringLiteral("fast")));
        QVERIFY(message->text().contains(QStringLiteral("this is no duration")));
        QVERIFY(message->y() >= m_line->geometry().bottom());
        QVERIFY(isFieldInvalid(m_line));
        QVERIFY(m_line->accessibleDescription().contains(QStringLiteral("this is no duration")));
        QCOMPARE(m_line->text(), QStringLiteral("latency>fast"));
        m_line->showError(std::nullopt);
        QVERIFY(!message->isVisible());
        QVERIFY(!isFieldInvalid(m_line));
    }

    void aDoubtIsSaidWithoutRefusingTheLine()
    {
        QTest::keyClicks(m_line, QStringLiteral("status:failed"));
        m_line->showError(std::nullopt);
        m_line->showDoubt(FilterError {7, 6, QStringLiteral("no status is called “failed”; known: full")});
        auto *message = m_window->findChild<Banner *>(QStringLiteral("filterMessage"));
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->text().contains(QStringLiteral("No status is called “failed”")));
        QVERIFY(m_line->accessibleDescription().contains(QStringLiteral("failed")));
        QVERIFY(!isFieldInvalid(m_line));
        m_line->showError(std::nullopt);
        m_line->showDoubt(std::nullopt);
        QVERIFY(!message->isVisible());
    }

private:
    QListView *list() const { return m_window->findChild<QListView *>(QStringLiteral("filterProposals")); }
    QStringList proposals() const
    {
        QStringList texts;
        for (int row = 0; list()->isVisible() && row < list()->model()->rowCount(); ++row)
            texts += list()->model()->index(row, 0).data().toString();
        return texts;
    }

    ColumnStore m_store;
    std::unique_ptr<QWidget> m_window;
    FilterLine *m_line = nullptr;
};

QTEST_MAIN(TestFilterLine)
#include "tst_filter_line.moc"
