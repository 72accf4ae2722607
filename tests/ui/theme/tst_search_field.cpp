// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/search_field.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace console;

class TestSearchField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapeClears();
    void everyButtonInItHasAName();
};

void TestSearchField::escapeClears()
{
    SearchField field(Icon::Filter, QStringLiteral("Filter"), QStringLiteral("Filter…"));
    QTest::keyClicks(&field, QStringLiteral("status:full"));
    QSignalSpy changes(&field, &QLineEdit::textChanged);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(changes.size(), 1);
}

void TestSearchField::everyButtonInItHasAName()
{
    const SearchField field(Icon::Filter, QStringLiteral("Filter"), QStringLiteral("Filter…"));
    QCOMPARE(field.accessibleName(), QStringLiteral("Filter"));
    const auto buttons = field.findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    for (const auto *button : buttons)
        QVERIFY(!button->accessibleName().isEmpty());
}

QTEST_MAIN(TestSearchField)
#include "tst_search_field.moc"
