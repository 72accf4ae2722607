// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lookup_bench.h"
#include "support/result_macros.h"
#include "ui/masking/masker.h"
#include "ui/query/field_message.h"
#include "ui/query/identity_list_model.h"
#include "ui/query/identity_picker.h"
#include "ui/theme/widget_roles.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace console;

class TestIdentityPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_picker = std::make_unique<IdentityPicker>();
        m_picker->setApp(LookupBench::app());
    }

    void theAppsChannelsComeFirstInItsOrder()
    {
        auto *channel = m_picker->findChild<QComboBox *>(QStringLiteral("Channel"));
        QCOMPARE(channel->itemData(0).toString(), QStringLiteral("RCS"));
        QCOMPARE(channel->itemData(1).toString(), QStringLiteral("SMS"));
        QCOMPARE(channel->itemData(2).toString(), QStringLiteral("WHATSAPP"));
        QVERIFY(channel->findData(QStringLiteral("TELEGRAM")) > 3);
        QCOMPARE(channel->currentIndex(), 0);
    }
    void theFieldsTextKeepsOffItsBorder()
    {
        QVERIFY(m_picker->findChild<QPlainTextEdit *>(QStringLiteral("Identity"))->document()->documentMargin() >= 6);
    }
    void maskedNobodyReadsWhatWasTyped()
    {
        m_picker->show();
        type("46701234550\n46701234551");
        auto *channel = m_picker->findChild<QComboBox *>(QStringLiteral("Channel"));
        channel->setFocus();
        QTRY_VERIFY(channel->hasFocus());
        const int height = field()->sizeHint().height();
        Masker::instance().setOn(true);
        QCOMPARE(spoken().remove(QChar(0x2022)), QStringLiteral("\n"));
        QCOMPARE(field()->sizeHint().height(), height);
        QCOMPARE(m_picker->identities()->size(), 2);
        QTest::keyClicks(field(), QStringLiteral("9")); // as a tool would that asks nobody for the focus
        QCOMPARE(m_picker->identities()->size(), 2);
        field()->setFocus();
        QTRY_VERIFY(field()->hasFocus());
        QCOMPARE(spoken(), QStringLiteral("46701234550\n46701234551"));
        field()->moveCursor(QTextCursor::End);
        QTest::keyClick(field(), Qt::Key_Backspace);
        channel->setFocus();
        QTRY_COMPARE(spoken().remove(QChar(0x2022)), QStringLiteral("\n"));
        Masker::instance().setOn(false);
        QCOMPARE(spoken(), QStringLiteral("46701234550\n4670123455"));
        QVERIFY(field()->textCursor().atEnd());
        field()->undo();
        QCOMPARE(spoken(), QStringLiteral("46701234550\n46701234551"));
    }
    void maskingLeavesTheFieldThatIsBeingEdited()
    {
        m_picker->show();
        type("46701234550");
        field()->setFocus();
        QTRY_VERIFY(field()->hasFocus());
        Masker::instance().setOn(true);
        QVERIFY(!spoken().contains(QStringLiteral("46701234550")));
        field()->setFocus();
        QTRY_COMPARE(spoken(), QStringLiteral("46701234550"));
        Masker::instance().setOn(false);
    }
    void maskedWhatIsAddedLeavesTheFieldEmpty()
    {
        m_picker->show();
        Masker::instance().setOn(true);
        m_picker->propose(QStringLiteral("46701234550"));
        auto *channel = m_picker->findChild<QComboBox *>(QStringLiteral("Channel"));
        channel->setFocus();
        QTRY_COMPARE(spoken().remove(QChar(0x2022)), QString());
        press("Add identity");
        QCOMPARE(list()->model()->rowCount(), 1);
        Masker::instance().setOn(false);
        QCOMPARE(spoken(), QString());
        QVERIFY(!field()->isReadOnly());
    }
    void manyAreTakenOutAtOnce()
    {
        m_picker->add({QStringLiteral("46701234550"), QStringLiteral("46701234551"), QStringLiteral("46701234552")});
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(1, 0));
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(list()->model()->rowCount(), 0);
        m_picker->add({QStringLiteral("46701234550"), QStringLiteral("46701234551")});
        m_picker->findChild<QAbstractButton *>(QStringLiteral("Clear identities"))->click();
        QCOMPARE(list()->model()->rowCount(), 0);
    }
    void aChosenChannelSurvivesAnotherApp()
    {
        m_picker->setChannel(QStringLiteral("SMS"));
        m_picker->setApp({});
        QCOMPARE(m_picker->channel(), QStringLiteral("SMS"));
    }
    void linesAreNormalisedAndCountOnce()
    {
        type("+46 70 123 45 01\n0046701234501\nSMS:46701234502");
        const auto identities = m_picker->identities();
        VERIFY_OK(identities);
        QCOMPARE(*identities,
                 (QList<ChannelIdentity> {LookupBench::address("RCS", "46701234501"),
                                          LookupBench::address("SMS", "46701234502")}));
    }
    void addedOnesComeBeforeWhatStandsInTheField()
    {
        type("46701234501");
        press("Add identity");
        QVERIFY(field()->toPlainText().isEmpty());
        type("46701234502");
        const auto identities = m_picker->identities();
        VERIFY_OK(identities);
        QCOMPARE(identities->size(), 2);
        QCOMPARE(identities->first().identity, QStringLiteral("46701234501"));
    }
    void returnAddsAndShiftReturnMakesALine()
    {
        QTest::keyClicks(field(), QStringLiteral("46701234501"));
        QTest::keyClick(field(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(field(), QStringLiteral("46701234502"));
        QCOMPARE(list()->model()->rowCount(), 0);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(list()->model()->rowCount(), 2);
    }
    void whatLooksOddIsSaidAndNotRefused()
    {
        type("070 123");
        QVERIFY2(message()->text().contains(QLatin1String("country code")), qPrintable(message()->text()));
        QVERIFY(!isFieldInvalid(field()));
        press("Add identity");
        QCOMPARE(list()->model()->rowCount(), 1);
        QVERIFY(!list()->model()->index(0, 0).data(IdentityListModel::OddRole).toString().isEmpty());
    }
    void nothingTypedIsAnErrorAtTheField()
    {
        press("Add identity");
        QVERIFY(isFieldInvalid(field()));
        QVERIFY(!message()->text().isEmpty());
        COMPARE_ERROR(m_picker->identities(), Error::Kind::Config);
        type("4");
        QVERIFY(!isFieldInvalid(field()));
    }
    void deleteRemovesTheChosenOne()
    {
        type("46701234501\n46701234502");
        press("Add identity");
        list()->setCurrentIndex(list()->model()->index(0, 0));
        QTest::keyClick(list(), Qt::Key_Delete);
        QCOMPARE(list()->model()->rowCount(), 1);
        list()->setCurrentIndex(list()->model()->index(0, 0));
        m_picker->findChild<QAbstractButton *>(QStringLiteral("Remove identity"))->click();
        QCOMPARE(list()->model()->rowCount(), 0);
    }
    void theModelKeepsItsPromises()
    {
        IdentityListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append({{LookupBench::address("SMS", "1"), {}}, {LookupBench::address("SMS", "2"), {}}});
        model.append({{LookupBench::address("SMS", "+1"), {}}});
        QCOMPARE(model.rowCount(), 2);
        model.remove(0);
        model.clear();
    }

private:
    void type(const char *text) { field()->setPlainText(QLatin1String(text)); }
    /// What a screen reader reads of the field.
    QString spoken()
    {
        const QAccessibleTextInterface *text = QAccessible::queryAccessibleInterface(field())->textInterface();
        return text->text(0, text->characterCount());
    }
    void press(const char *name) { m_picker->findChild<QPushButton *>(QLatin1String(name))->click(); }
    QPlainTextEdit *field() { return m_picker->findChild<QPlainTextEdit *>(QStringLiteral("Identity")); }
    QListView *list() { return m_picker->findChild<QListView *>(QStringLiteral("Added identities")); }
    FieldMessage *message() { return m_picker->findChild<FieldMessage *>(); }

    std::unique_ptr<IdentityPicker> m_picker;
};

QTEST_MAIN(TestIdentityPicker)
#include "tst_identity_picker.moc"
