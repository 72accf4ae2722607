// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification_rows.h"
#include "ui/notifications/comparison_model.h"

#include <QFont>
#include <QTest>

using namespace console;

namespace {

QStringList linesOf(const QList<ComparedLine> &lines, const char *what)
{
    QStringList found;
    for (const ComparedLine &line : lines) {
        if (line.what == QLatin1String(what))
            found.append(QStringLiteral("%1: %2 %3 %4")
                             .arg(line.channel, line.left, line.differs ? QStringLiteral("≠") : QStringLiteral("="),
                                  line.right));
    }
    return found;
}

} // namespace

class TestAnswerComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestAnswersOfEachChannelStandSideBySide()
    {
        const QList<NotificationRow> left {makeRow(1, "RCS", "NO_CAPABILITY"), makeRow(2, "SMS")};
        QList<NotificationRow> right {makeRow(1, "RCS"), makeRow(2, "SMS")};
        QCOMPARE(linesOf(comparedAnswers(left, right), "Capability"),
                 QStringList({QStringLiteral("RCS: None ≠ Full"), QStringLiteral("SMS: Full = Full")}));
        NotificationRow newer = makeRow(1, "RCS", "NO_CAPABILITY");
        newer.receivedAt += std::chrono::hours(1);
        right.prepend(newer);
        QCOMPARE(linesOf(comparedAnswers(left, right), "Capability").first(), QStringLiteral("RCS: None = None"));
    }

    void aChannelThatDidNotAnswerIsADifference()
    {
        const auto lines = comparedAnswers({makeRow(1, "RCS")}, {});
        QCOMPARE(linesOf(lines, "Capability"), QStringList {QStringLiteral("RCS: Full ≠ no answer")});
    }

    void theSameAddressStandsBesideItself()
    {
        const auto lines
            = comparedAnswers({makeRow(1, "RCS"), makeRow(2, "RCS")}, {makeRow(2, "RCS"), makeRow(3, "RCS")});
        QCOMPARE(linesOf(lines, "Identity"),
                 QStringList({QStringLiteral("RCS: 46700000001 = 46700000003"),
                              QStringLiteral("RCS: 46700000002 = 46700000002")}));
    }

    void anotherOrderOfFeaturesIsNoDifference()
    {
        NotificationRow left = makeRow(1), right = makeRow(1);
        left.channelCapabilities = {QStringLiteral("A"), QStringLiteral("B")};
        right.channelCapabilities = {QStringLiteral("B"), QStringLiteral("A")};
        QCOMPARE(linesOf(comparedAnswers({left}, {right}), "Features"),
                 QStringList {QStringLiteral("RCS: A, B = A, B")});
        right.channelCapabilities.append(QStringLiteral("C"));
        QCOMPARE(linesOf(comparedAnswers({left}, {right}), "Features"),
                 QStringList {QStringLiteral("RCS: A, B ≠ A, B, C")});
    }

    void twoRowsStandSideBySideWhateverTheirChannels()
    {
        const auto lines = comparedRows(makeRow(1, "RCS"), makeRow(2, "SMS", "NO_CAPABILITY"));
        QCOMPARE(linesOf(lines, "Capability"), QStringList {QStringLiteral("RCS / SMS: Full ≠ None")});
    }

    void differencesAreMarkedByASignAndByWeight()
    {
        ComparisonModel model;
        model.setLines(QStringLiteral("Left"), QStringLiteral("Right"),
                       comparedAnswers({makeRow(1)}, {makeRow(1, "RCS", "NO_CAPABILITY")}));
        QCOMPARE(model.differences(), 1);
        for (int row = 0; row < model.rowCount(); ++row) {
            const bool isMarked = model.index(row, ComparisonModel::What).data().toString().startsWith(QChar(0x2260));
            const bool isBold = model.index(row, ComparisonModel::Left).data(Qt::FontRole).value<QFont>().bold();
            QCOMPARE(isMarked, model.lines().at(row).differs);
            QCOMPARE(isBold, isMarked);
        }
    }

    void itIsCopiedAsAMarkdownTable()
    {
        NotificationRow odd = makeRow(1, "RCS", "NO_CAPABILITY");
        odd.reason.description = QStringLiteral("a|b");
        const QString text
            = comparisonMarkdown(QStringLiteral("L"), QStringLiteral("R"), comparedAnswers({makeRow(1)}, {odd}));
        QVERIFY(text.startsWith(QStringLiteral("| | | L | R |\n| --- | --- | --- | --- |\n")));
        QVERIFY(text.contains(QStringLiteral("≠ Capability | **Full** | **None** |")));
        QVERIFY(text.contains(QStringLiteral("a\\|b")));
    }
};

QTEST_MAIN(TestAnswerComparison)
#include "tst_answer_comparison.moc"
