// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification_rows.h"
#include "open_history.h"
#include "ui/notifications/color_rules.h"
#include "ui/notifications/color_rules_dialog.h"
#include "ui/notifications/notification_table_model.h"
#include "ui/settings/checked_field.h"

#include <QBrush>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace console;

namespace {

const ColorRule kNone {QStringLiteral("Nobody there"), QStringLiteral("status:none"), RowColor::Red};
const ColorRule kRcs {QStringLiteral("RCS"), QStringLiteral("channel:RCS"), RowColor::Blue};

struct Fixture
{
    OpenHistory history;
    NotificationTableModel model {history.clock};

    Fixture()
    {
        model.history().start(history.access.path());
        HistoryBatch batch;
        batch.added = {makeRow(1, "RCS", "NO_CAPABILITY"), makeRow(2, "RCS"), makeRow(3, "SMS")};
        model.history().apply(batch);
    }
    QString rule(int row) const { return model.index(row, 0).data(NotificationTableModel::RuleRole).toString(); }
};

std::optional<FilterError> problem(const QString &filter)
{
    return filter == QLatin1String("bad:") ? std::optional(FilterError {0, 4, QStringLiteral("no such field")})
                                           : std::nullopt;
}

template <typename Widget>
Widget *find(const QDialog &dialog, const char *name)
{
    return dialog.findChild<Widget *>(QLatin1String(name));
}

} // namespace

class TestColorRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstRuleThatHoldsColoursARow()
    {
        Fixture f;
        QTRY_COMPARE(f.model.rowCount(), 3);
        QSignalSpy changed(&f.model, &QAbstractItemModel::dataChanged);
        f.model.rules().setRules({kNone, kRcs});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(QStringList({f.rule(0), f.rule(1), f.rule(2)}), QStringList({QString(), kRcs.name, kNone.name}));
        QVERIFY(!f.model.index(0, 0).data(Qt::BackgroundRole).isValid());
        const auto ground
            = [&](int row) { return f.model.index(row, 3).data(Qt::BackgroundRole).value<QBrush>().color(); };
        QVERIFY(ground(1) != ground(2));
    }

    void theNameOfTheRuleIsToldBesideTheColour()
    {
        Fixture f;
        f.model.rules().setRules({kRcs});
        QTRY_COMPARE(f.model.rowCount(), 3);
        for (const auto column : {NotificationColumn::Received, NotificationColumn::Capability}) {
            const QModelIndex cell = f.model.index(1, int(column));
            QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(kRcs.name));
            QVERIFY(cell.data(Qt::AccessibleDescriptionRole).toString().contains(kRcs.name));
        }
    }

    void aRowThatChangesGetsAnotherColour()
    {
        Fixture f;
        f.model.rules().setRules({{QStringLiteral("Mine"), QStringLiteral("tag:vip"), RowColor::Green}});
        QTRY_COMPARE(f.model.rowCount(), 3);
        QCOMPARE(f.rule(1), QString());
        NotificationRow row = makeRow(2);
        row.annotation.tags = {QStringLiteral("vip")};
        f.model.history().apply(changedBatch(row));
        QTRY_COMPARE(f.rule(1), QStringLiteral("Mine"));
    }

    void rulesThatCannotBeUsedColourNothing_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("a field that does not exist") << QStringLiteral("sttus:none");
        QTest::newRow("one that reads bodies") << QStringLiteral("raw:RCS");
        QTest::newRow("one that asks a path") << QStringLiteral("message.status:x");
        QTest::newRow("one that all rows match") << QStringLiteral(" ");
    }
    void rulesThatCannotBeUsedColourNothing()
    {
        QFETCH(QString, filter);
        Fixture f;
        QTRY_COMPARE(f.model.rowCount(), 3);
        f.model.rules().setRules({{QStringLiteral("Odd"), filter, RowColor::Pink}});
        QVERIFY(f.model.rules().problemOf(filter));
        QCOMPARE(f.rule(1), QString());
    }

    void aRuleThatIsOffWaits()
    {
        Fixture f;
        QTRY_COMPARE(f.model.rowCount(), 3);
        ColorRule off = kRcs;
        off.isOn = false;
        f.model.rules().setRules({off});
        QCOMPARE(f.rule(1), QString());
    }

    void rulesComeBackWithTheNextWindow()
    {
        QTemporaryDir folder;
        Fixture f;
        QWidget window;
        ColorRules rules(f.model.rules(), &window);
        rules.useFolder(folder.path());
        rules.use({kRcs, kNone});
        Fixture next;
        ColorRules others(next.model.rules(), &window);
        others.useFolder(folder.path());
        QCOMPARE(next.model.rules().rules(), QList<ColorRule>({kRcs, kNone}));
    }

    void theDialogAddsOrdersAndRemoves()
    {
        ColorRulesDialog dialog({kNone, kRcs}, problem);
        find<QToolButton>(dialog, "colorRuleDown")->click();
        QCOMPARE(dialog.rules(), QList<ColorRule>({kRcs, kNone}));
        find<QToolButton>(dialog, "removeColorRule")->click();
        QCOMPARE(dialog.rules(), QList<ColorRule>({kRcs}));
        find<QToolButton>(dialog, "addColorRule")->click();
        QTest::keyClicks(find<QLineEdit>(dialog, "colorRuleName"), QStringLiteral("Late"));
        QTest::keyClicks(find<QLineEdit>(dialog, "colorRuleFilter"), QStringLiteral("is:late"));
        find<QListWidget>(dialog, "colorRules")->item(1)->setCheckState(Qt::Unchecked);
        dialog.accept();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.rules().last().filter, QStringLiteral("is:late"));
        QVERIFY(!dialog.rules().last().isOn);
    }

    void aProblemStandsBelowItsFieldAndKeepsTheDialogOpen()
    {
        ColorRulesDialog dialog({{QStringLiteral("Odd"), QStringLiteral("bad:"), RowColor::Teal}, kRcs}, problem);
        dialog.show();
        find<QListWidget>(dialog, "colorRules")->setCurrentRow(1);
        dialog.accept();
        QVERIFY(dialog.isVisible());
        QCOMPARE(find<QListWidget>(dialog, "colorRules")->currentRow(), 0);
        QStringList problems;
        for (const auto *row : dialog.findChildren<CheckedField *>())
            problems.append(row->problem());
        QVERIFY(problems.join(QLatin1Char(' ')).contains(QStringLiteral("no such field")));
    }
};

QTEST_MAIN(TestColorRules)
#include "tst_color_rules.moc"
