// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/chip.h"
#include "ui/theme/chip_delegate.h"
#include "ui/theme/console_style.h"
#include "ui/theme/figure_font.h"
#include "ui/theme/text_delegate.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace console;

namespace {

const ChipLook kFull {Icon::CircleCheck, QStringLiteral("Full"), Tone::Ok};

/// A table of one cell.
struct OneCell
{
    OneCell(const QString &text, QStyledItemDelegate *delegate)
    {
        model.setItem(0, 0, new QStandardItem(text));
        view.setModel(&model);
        view.setItemDelegate(delegate);
        view.resize(400, 120);
        view.setColumnWidth(0, 300);
    }
    QRect cell() { return view.visualRect(model.index(0, 0)); }
    QImage picture() { return view.viewport()->grab().toImage(); }
    QString tip()
    {
        QToolTip::hideText();
        const QPoint middle = cell().center();
        QHelpEvent event(QEvent::ToolTip, middle, view.viewport()->mapToGlobal(middle));
        QApplication::sendEvent(view.viewport(), &event);
        return QToolTip::text();
    }

    QStandardItemModel model;
    QTableView view;
};

bool contains(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == color.rgb())
                return true;
        }
    }
    return false;
}

} // namespace

class TestDelegates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cellWithAChipShowsItsTint();
    void cellWithoutAChipShowsText();
    void chipColumnIsAsWideAsTheChip();
    void narrowChipTellsItsWord();
    void elidedTextTellsTheWhole();
    void codesThatBeginAlikeStayApart();
    void textThatFitsTellsNothing();
    void digitsAreEquallyWide();
    void figuresThatDoNotFitAreElided();
    void selectionDiffersWithTheKeyboardElsewhere();
};

void TestDelegates::initTestCase()
{
    QApplication::setPalette(paletteFor(Appearance::Light));
    QApplication::setStyle(new ConsoleStyle);
}

void TestDelegates::cellWithAChipShowsItsTint()
{
    ChipDelegate delegate;
    OneCell table(QStringLiteral("Full"), &delegate);
    table.model.item(0)->setData(QVariant::fromValue(kFull), kChipRole);
    QVERIFY(contains(table.picture(), colorsFor(Appearance::Light).tone(Tone::Ok).tint));
}

void TestDelegates::cellWithoutAChipShowsText()
{
    ChipDelegate delegate;
    OneCell table(QStringLiteral("Full"), &delegate);
    QVERIFY(!contains(table.picture(), colorsFor(Appearance::Light).tone(Tone::Ok).tint));
    QVERIFY(contains(table.picture(), colorsFor(Appearance::Light).text));
}

void TestDelegates::chipColumnIsAsWideAsTheChip()
{
    ChipDelegate delegate;
    OneCell table(QStringLiteral("x"), &delegate);
    const ChipLook wide {Icon::TriangleAlert, QStringLiteral("CAPABILITY_SOMETHING_QUITE_NEW"), Tone::Warn};
    table.model.item(0)->setData(QVariant::fromValue(wide), kChipRole);
    table.view.resizeColumnToContents(0);
    QVERIFY(table.view.columnWidth(0) >= chipSize(wide, table.view.font()).width());
}

void TestDelegates::narrowChipTellsItsWord()
{
    ChipDelegate delegate;
    OneCell table(QStringLiteral("Full"), &delegate);
    table.model.item(0)->setData(QVariant::fromValue(kFull), kChipRole);
    table.view.show();
    QVERIFY(table.tip().isEmpty());
    table.view.setColumnWidth(0, 40);
    QCOMPARE(table.tip(), kFull.word);
}

void TestDelegates::elidedTextTellsTheWhole()
{
    TextDelegate delegate({Qt::ElideMiddle});
    const QString id = QStringLiteral("01HQ7ZK3M4N5P6Q7R8S9T0V1W2");
    OneCell table(id, &delegate);
    table.view.show();
    table.view.setColumnWidth(0, 80);
    QCOMPARE(table.tip(), id);
}

void TestDelegates::codesThatBeginAlikeStayApart()
{
    const auto picture = [](const QString &code, bool isCode) {
        TextDelegate delegate({Qt::ElideRight, false, false, isCode});
        OneCell table(code, &delegate);
        table.view.setColumnWidth(0, 90);
        table.view.show();
        if (table.tip() != code)
            qFatal("the whole text is not told");
        return table.picture();
    };
    const QString first = QStringLiteral("RECIPIENT_NOT_REACHABLE"), second = QStringLiteral("RECIPIENT_OPTED_OUT_OF");
    QCOMPARE(picture(first, false), picture(second, false)); // else the test would prove nothing
    QVERIFY(picture(first, true) != picture(second, true));
}

void TestDelegates::textThatFitsTellsNothing()
{
    TextDelegate delegate({Qt::ElideMiddle});
    OneCell table(QStringLiteral("short"), &delegate);
    table.view.show();
    QVERIFY(table.tip().isEmpty());
}

void TestDelegates::digitsAreEquallyWide()
{
    const FigureFont figures(QApplication::font());
    const qreal ones = figures.width(QStringLiteral("11:11:11.111"));
    for (const auto &time : {QStringLiteral("00:00:00.000"), QStringLiteral("23:47:58.496")})
        QCOMPARE(figures.width(time), ones);
}

void TestDelegates::figuresThatDoNotFitAreElided()
{
    const FigureFont figures(QApplication::font());
    QImage image(300, 40, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    figures.draw(&painter, QRect(0, 0, 60, 40), Qt::AlignLeft | Qt::AlignVCenter,
                 QStringLiteral("12345678901234567890"));
    painter.end();
    QVERIFY(contains(image, Qt::black));
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 62; x < image.width(); ++x)
            QCOMPARE(qAlpha(image.pixel(x, y)), 0);
    }
}

void TestDelegates::selectionDiffersWithTheKeyboardElsewhere()
{
    TextDelegate delegate({});
    OneCell table(QStringLiteral("text"), &delegate);
    QLineEdit elsewhere;
    QWidget window;
    auto *row = new QHBoxLayout(&window);
    row->addWidget(&table.view);
    row->addWidget(&elsewhere);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    table.view.selectRow(0);
    table.view.setFocus();
    const Colors &c = colorsFor(Appearance::Light);
    QVERIFY(contains(table.picture(), c.selection));
    elsewhere.setFocus();
    QVERIFY(!contains(table.picture(), c.selection));
    QVERIFY(contains(table.picture(), c.quietSelection));
    row->removeWidget(&table.view);
    table.view.setParent(nullptr);
    elsewhere.setParent(nullptr);
}

QTEST_MAIN(TestDelegates)
#include "tst_delegates.moc"
