// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/buttons.h"
#include "ui/theme/console_style.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStyleOption>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QToolTip>
#include <QVBoxLayout>

#include <functional>

using namespace console;

namespace {

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

void show(QWidget *window)
{
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
}

} // namespace

class TestConsoleStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void controlsStandOnOneHeight();
    void controlsGrowWithTheFont();
    void primaryButtonIsFilledWithTheAccent();
    void disabledPrimaryButtonIsNot();
    void tabKeyShowsTheFocusOfEveryControl_data();
    void tabKeyShowsTheFocusOfEveryControl();
    void refusedFieldShowsIt();
    void iconButtonHasAName();
    void noLabelGuessesThatATextIsHtml();
    void longMenuTextFits();
    void thumbCoversItsShareOfTheBar();
    void thumbOfAnEndlessBarStaysLargeEnough();
    void theWheelOnlyScrolls();
};

void TestConsoleStyle::init()
{
    QApplication::setFont(QFont(QApplication::font().family(), 10));
    QApplication::setPalette(paletteFor(Appearance::Light));
    QApplication::setStyle(new ConsoleStyle);
}

void TestConsoleStyle::controlsStandOnOneHeight()
{
    QCOMPARE(QPushButton(QStringLiteral("Look up")).sizeHint().height(), kControlHeight);
    QCOMPARE(QLineEdit().sizeHint().height(), kControlHeight);
    QCOMPARE(QComboBox().sizeHint().height(), kControlHeight);
    QCOMPARE(QSpinBox().sizeHint().height(), kControlHeight);
    QCOMPARE(QToolButton().sizeHint().height(), kControlHeight);
    QPushButton compact(QStringLiteral("Look up"));
    setCompact(&compact);
    QCOMPARE(compact.sizeHint().height(), kCompactControlHeight);
}

void TestConsoleStyle::controlsGrowWithTheFont()
{
    QApplication::setFont(QFont(QApplication::font().family(), 30));
    QPushButton button(QStringLiteral("Look up"));
    const QFontMetrics metrics(button.font());
    QVERIFY(button.sizeHint().height() > metrics.height());
    QVERIFY(button.sizeHint().width() > metrics.horizontalAdvance(button.text()));
    QLineEdit field;
    QVERIFY(field.sizeHint().height() > QFontMetrics(field.font()).height());
}

void TestConsoleStyle::primaryButtonIsFilledWithTheAccent()
{
    QScopedPointer<QPushButton> button(
        makeButton(QStringLiteral("b"), QStringLiteral("Look up"), nullptr, ButtonRole::Primary));
    QVERIFY(contains(button->grab().toImage(), colorsFor(Appearance::Light).accent));
    setButtonRole(button.data(), ButtonRole::Plain);
    QVERIFY(!contains(button->grab().toImage(), colorsFor(Appearance::Light).accent));
}

void TestConsoleStyle::disabledPrimaryButtonIsNot()
{
    QScopedPointer<QPushButton> button(
        makeButton(QStringLiteral("b"), QStringLiteral("Look up"), nullptr, ButtonRole::Primary));
    button->setEnabled(false);
    QVERIFY(!contains(button->grab().toImage(), colorsFor(Appearance::Light).accent));
}

void TestConsoleStyle::tabKeyShowsTheFocusOfEveryControl_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"push button", "primary button", "tool button", "line edit", "combo box", "spin box",
                             "check box", "radio button", "tab bar"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestConsoleStyle::tabKeyShowsTheFocusOfEveryControl()
{
    QFETCH(QString, kind);
    const QHash<QString, std::function<QWidget *()>> makers {
        {QStringLiteral("push button"), [] { return new QPushButton(QStringLiteral("Word")); }},
        {QStringLiteral("primary button"),
         [] { return makeButton(QStringLiteral("p"), QStringLiteral("Word"), nullptr, ButtonRole::Primary); }},
        {QStringLiteral("tool button"),
         [] { return makeIconButton(QStringLiteral("t"), Icon::Settings, QStringLiteral("Settings"), nullptr); }},
        {QStringLiteral("line edit"), [] { return new QLineEdit; }},
        {QStringLiteral("combo box"), [] { return new QComboBox; }},
        {QStringLiteral("spin box"), [] { return new QSpinBox; }},
        {QStringLiteral("check box"), [] { return new QCheckBox(QStringLiteral("Word")); }},
        {QStringLiteral("radio button"), [] { return new QRadioButton(QStringLiteral("Word")); }},
        {QStringLiteral("tab bar"),
         [] {
             auto *tabs = new QTabBar;
             tabs->addTab(QStringLiteral("One"));
             return tabs;
         }},
    };
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *first = new QLineEdit(&window);
    column->addWidget(first);
    QWidget *control = makers.value(kind)();
    column->addWidget(control);
    show(&window);
    first->setFocus();
    const QImage before = control->grab().toImage();
    QTest::keyClick(first, Qt::Key_Tab);
    QVERIFY(control->hasFocus());
    const QImage after = control->grab().toImage();
    QVERIFY(before != after);
    QVERIFY(contains(after, colorsFor(Appearance::Light).accent));
}

void TestConsoleStyle::refusedFieldShowsIt()
{
    QLineEdit field;
    setFieldInvalid(&field, true);
    QVERIFY(contains(field.grab().toImage(), colorsFor(Appearance::Light).tone(Tone::Bad).solid));
    setFieldInvalid(&field, false);
    QVERIFY(!contains(field.grab().toImage(), colorsFor(Appearance::Light).tone(Tone::Bad).solid));
}

void TestConsoleStyle::iconButtonHasAName()
{
    QScopedPointer<QToolButton> button(
        makeIconButton(QStringLiteral("settings"), Icon::Settings, QStringLiteral("Settings"), nullptr));
    QCOMPARE(button->accessibleName(), QStringLiteral("Settings"));
    QCOMPARE(button->toolTip(), QStringLiteral("Settings"));
    QCOMPARE(button->objectName(), QStringLiteral("settings"));
}

void TestConsoleStyle::noLabelGuessesThatATextIsHtml()
{
    const QString html = QStringLiteral("<b>bold</b>");
    QMessageBox message(QMessageBox::Warning, html, html);
    message.setInformativeText(html);
    show(&message);
    for (const QLabel *label : message.findChildren<QLabel *>())
        QVERIFY2(label->pixmap().isNull() == false || label->textFormat() == Qt::PlainText,
                 qPrintable(label->objectName()));
    QToolTip::showText(message.pos(), html, &message);
    const QLabel *tip = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QTipLabel"))
            tip = qobject_cast<QLabel *>(widget);
    }
    QVERIFY(tip);
    QCOMPARE(tip->text(), html);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
}

void TestConsoleStyle::longMenuTextFits()
{
    QMenu menu;
    const QString text = QStringLiteral("Copy the selected rows for a ticket");
    menu.addAction(text, QKeySequence(QStringLiteral("Ctrl+Shift+C")), &menu, &QMenu::close);
    const QFontMetrics metrics(menu.font());
    QVERIFY(menu.sizeHint().width()
            > metrics.horizontalAdvance(text) + metrics.horizontalAdvance(QStringLiteral("Ctrl+Shift+C")));
}

void TestConsoleStyle::thumbCoversItsShareOfTheBar()
{
    QStyleOptionSlider option;
    option.rect = QRect(0, 0, 11, 400);
    option.orientation = Qt::Vertical;
    option.maximum = 300;
    option.pageStep = 100;
    option.sliderPosition = 300;
    const auto thumb
        = QApplication::style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, nullptr);
    QCOMPARE(thumb, QRect(0, 300, 11, 100));
}

void TestConsoleStyle::thumbOfAnEndlessBarStaysLargeEnough()
{
    QStyleOptionSlider option;
    option.rect = QRect(0, 0, 11, 400);
    option.orientation = Qt::Vertical;
    option.maximum = std::numeric_limits<int>::max() - 100;
    option.pageStep = 30;
    option.sliderPosition = option.maximum;
    const auto thumb
        = QApplication::style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, nullptr);
    QCOMPARE(thumb, QRect(0, 368, 11, 32));
}

void TestConsoleStyle::theWheelOnlyScrolls()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *tabs = new QTabBar(&window);
    auto *box = new QComboBox(&window);
    auto *other = new QLineEdit(&window);
    for (const char *word : {"one", "two", "three"}) {
        tabs->addTab(QLatin1String(word));
        box->addItem(QLatin1String(word));
    }
    for (auto *widget : std::initializer_list<QWidget *> {tabs, box, other})
        column->addWidget(widget);
    show(&window);
    other->setFocus();
    const auto turn = [](QWidget *widget) {
        const QPointF middle = widget->rect().center();
        QWheelEvent event(middle, widget->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    };
    turn(tabs);
    turn(box);
    QCOMPARE(tabs->currentIndex(), 0);
    QCOMPARE(box->currentIndex(), 0);
    QVERIFY(!box->hasFocus());
    box->setFocus();
    turn(box);
    QCOMPARE(box->currentIndex(), 1);
}

QTEST_MAIN(TestConsoleStyle)
#include "tst_console_style.moc"
