// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/flow_layout.h"

#include <QTest>
#include <QWidget>

using namespace console;

namespace {

constexpr int kGap = 8;
constexpr int kSide = 100;
constexpr int kHeight = 20;

struct Row
{
    QWidget holder;
    QList<QWidget *> boxes;

    explicit Row(FlowLayout::Width width)
    {
        auto *layout = new FlowLayout(kGap, width);
        holder.setLayout(layout);
        for (int i = 0; i < 3; ++i) {
            boxes.append(new QWidget(&holder));
            boxes.last()->setMinimumSize(kSide, kHeight);
            layout->addWidget(boxes.last());
        }
    }
    void show(int width)
    {
        holder.resize(width, 200);
        holder.layout()->setGeometry(holder.rect());
    }
};

} // namespace

class TestFlowLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOneLineWhereAllFit()
    {
        Row row(FlowLayout::Width::Natural);
        row.show(3 * kSide + 2 * kGap);
        QCOMPARE(row.boxes.last()->geometry(), QRect(2 * (kSide + kGap), 0, kSide, kHeight));
        QCOMPARE(row.holder.layout()->heightForWidth(3 * kSide + 2 * kGap), kHeight);
    }

    void goesOnBelowWhereTheyDoNot()
    {
        Row row(FlowLayout::Width::Natural);
        row.show(3 * kSide + 2 * kGap - 1);
        QCOMPARE(row.boxes.last()->geometry(), QRect(0, kHeight + kGap, kSide, kHeight));
        QCOMPARE(row.holder.layout()->heightForWidth(kSide), 3 * kHeight + 2 * kGap);
    }

    void sharesTheLine()
    {
        Row row(FlowLayout::Width::Shared);
        row.show(600);
        QCOMPARE(row.boxes.first()->x(), 0);
        QCOMPARE(row.boxes.last()->geometry().right(), 599);
        row.show(kSide);
        QCOMPARE(row.boxes.last()->geometry(), QRect(0, 2 * (kHeight + kGap), kSide, kHeight));
    }

    void leavesHiddenOnesOut()
    {
        Row row(FlowLayout::Width::Natural);
        row.boxes.first()->hide();
        row.show(600);
        QCOMPARE(row.boxes.at(1)->x(), 0);
    }

    void isMirroredFromRightToLeft()
    {
        Row row(FlowLayout::Width::Natural);
        row.holder.setLayoutDirection(Qt::RightToLeft);
        row.show(600);
        QCOMPARE(row.boxes.first()->geometry().right(), 599);
    }
};

QTEST_MAIN(TestFlowLayout)
#include "tst_flow_layout.moc"
