// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/banner.h"
#include "ui/theme/console_style.h"
#include "ui/theme/empty_state.h"
#include "ui/theme/key_value_grid.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace console;

class TestBanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dismissHidesItAndTells();
    void actionIsTold();
    void longTextWrapsWithoutBeingCut();
    void textFollowsTheTheme();
    void isNamedByItsText();
    void emptyStateOffersItsAction();
    void emptyStateWithoutActionHasNoButton();
    void valuesAreNamedByTheirKeys();
    void aLongPathBreaksInsteadOfBeingCut();
};

void TestBanner::initTestCase()
{
    QApplication::setPalette(paletteFor(Appearance::Light));
    QApplication::setStyle(new ConsoleStyle);
}

void TestBanner::dismissHidesItAndTells()
{
    Banner banner(Banner::Shape::Strip);
    banner.setMessage(Tone::Warn, Icon::Flask, QStringLiteral("SANDBOX"));
    banner.setDismissible(true);
    banner.show();
    QSignalSpy dismissals(&banner, &Banner::dismissed);
    QTest::mouseClick(banner.findChild<QToolButton *>(QStringLiteral("bannerDismiss")), Qt::LeftButton);
    QCOMPARE(dismissals.size(), 1);
    QVERIFY(banner.isHidden());
}

void TestBanner::actionIsTold()
{
    Banner banner(Banner::Shape::Card);
    banner.setAction(QStringLiteral("Connect a project…"));
    QSignalSpy presses(&banner, &Banner::actionTriggered);
    banner.actionButton()->click();
    QCOMPARE(presses.size(), 1);
    banner.setAction(QString());
    QVERIFY(banner.actionButton()->isHidden());
}

void TestBanner::longTextWrapsWithoutBeingCut()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *banner = new Banner(Banner::Shape::Card, &window);
    banner->setMessage(Tone::Bad, Icon::CircleX, QStringLiteral("word ").repeated(60));
    column->addWidget(banner);
    column->addStretch();
    window.resize(300, 600);
    window.show();
    const auto *label = banner->findChild<QLabel *>();
    QTRY_VERIFY(label->height() > 0 && label->height() >= label->heightForWidth(label->width()));
}

void TestBanner::textFollowsTheTheme()
{
    Banner banner(Banner::Shape::Strip);
    banner.setMessage(Tone::Warn, Icon::Flask, QStringLiteral("SANDBOX"));
    for (const auto appearance : {Appearance::Dark, Appearance::Light}) {
        QApplication::setPalette(paletteFor(appearance));
        QTRY_COMPARE(banner.findChild<QLabel *>()->palette().color(QPalette::WindowText),
                     colorsFor(appearance).tone(Tone::Warn).text);
    }
}

void TestBanner::isNamedByItsText()
{
    Banner banner(Banner::Shape::Strip);
    banner.setMessage(Tone::Info, Icon::Info, QStringLiteral("One"));
    banner.setMessage(Tone::Info, Icon::Info, QStringLiteral("Two"));
    QCOMPARE(banner.accessibleName(), QStringLiteral("Two"));
    banner.setAccessibleName(QStringLiteral("Sandbox banner"));
    banner.setMessage(Tone::Info, Icon::Info, QStringLiteral("Three"));
    QCOMPARE(banner.accessibleName(), QStringLiteral("Sandbox banner"));
}

void TestBanner::emptyStateOffersItsAction()
{
    EmptyState state;
    state.setContent(Icon::Filter, QStringLiteral("Nothing matches"), QStringLiteral("Try a wider filter."),
                     QStringLiteral("Clear the filter"));
    QSignalSpy presses(&state, &EmptyState::actionTriggered);
    state.actionButton()->click();
    QCOMPARE(presses.size(), 1);
    QCOMPARE(state.accessibleName(), QStringLiteral("Nothing matches"));
}

void TestBanner::emptyStateWithoutActionHasNoButton()
{
    EmptyState state;
    state.setContent(Icon::Hourglass, QStringLiteral("Waiting"), QStringLiteral("The first answer is on its way."));
    QVERIFY(state.actionButton()->isHidden());
}

void TestBanner::valuesAreNamedByTheirKeys()
{
    KeyValueGrid grid;
    const auto *value = grid.addId(QStringLiteral("Request id"), QStringLiteral("01HQ7ZK3M4"));
    QCOMPARE(value->accessibleName(), QStringLiteral("Request id: 01HQ7ZK3M4"));
    grid.clear();
    QVERIFY(grid.findChildren<QLabel *>().isEmpty());
}

void TestBanner::aLongPathBreaksInsteadOfBeingCut()
{
    Banner banner(Banner::Shape::Card);
    const QString path = QStringLiteral("recipient.identified_by.channel_identities[2].channel");
    banner.setMessage(Tone::Bad, Icon::CircleX, path);
    const auto labels = banner.findChildren<QLabel *>();
    const bool isCut = std::any_of(labels.begin(), labels.end(),
                                   [](const QLabel *label) { return label->minimumSizeHint().width() > 200; });
    QVERIFY(!isCut);
    QCOMPARE(banner.text(), path); // whoever copies or hears it gets it whole
    QCOMPARE(banner.accessibleName(), path);
}

QTEST_MAIN(TestBanner)
#include "tst_banner.moc"
