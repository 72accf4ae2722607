// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/elided_label.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace console;

class TestElidedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWayWhenNarrow();
    void wholeTextFitsAtItsOwnSize();
    void tellsTheWholeWhenElided();
};

void TestElidedLabel::givesWayWhenNarrow()
{
    const ElidedLabel label(QStringLiteral("01HQ7ZK3M4N5P6Q7R8S9T0V1W2X3Y4Z5"), Qt::ElideMiddle);
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 2);
}

void TestElidedLabel::wholeTextFitsAtItsOwnSize()
{
    ElidedLabel label(QStringLiteral("01HQ7ZK3M4N5P6Q7R8S9T0V1W2X3Y4Z5"), Qt::ElideMiddle);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
}

void TestElidedLabel::tellsTheWholeWhenElided()
{
    ElidedLabel label(QStringLiteral("01HQ7ZK3M4N5P6Q7R8S9T0V1W2X3Y4Z5"), Qt::ElideMiddle);
    label.resize(80, 20);
    label.show();
    QHelpEvent event(QEvent::ToolTip, QPoint(4, 4), label.mapToGlobal(QPoint(4, 4)));
    QApplication::sendEvent(&label, &event);
    QCOMPARE(QToolTip::text(), label.text());
}

QTEST_MAIN(TestElidedLabel)
#include "tst_elided_label.moc"
