// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visible_text.h"

#include <QTest>

using namespace console;

class TestVisibleText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWhatCannotBeSeen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("visible");
        QTest::newRow("an escape sequence") << QStringLiteral("\x1b[31mred") << QStringLiteral("␛[31mred");
        QTest::newRow("NUL") << QStringLiteral("a\0b") << QStringLiteral("a␀b");
        QTest::newRow("a bell") << QStringLiteral("\a") << QStringLiteral("␇");
        QTest::newRow("a lone carriage return") << QStringLiteral("good\rbad") << QStringLiteral("good␍bad");
        QTest::newRow("delete") << QStringLiteral("a\x7f") << QStringLiteral("a␡");
        QTest::newRow("the escape of eight bits") << QString(QChar(0x9b)) << QStringLiteral("⟨U+009B⟩");
        QTest::newRow("an override") << QStringLiteral("\u202Eabc\u202C") << QStringLiteral("⟨U+202E⟩abc⟨U+202C⟩");
        QTest::newRow("an isolate") << QStringLiteral("\u2067a\u2069") << QStringLiteral("⟨U+2067⟩a⟨U+2069⟩");
        QTest::newRow("a direction mark") << QStringLiteral("\u200Fa") << QStringLiteral("⟨U+200F⟩a");
        QTest::newRow("a space without width") << QStringLiteral("pay\u200Bpal") << QStringLiteral("pay⟨U+200B⟩pal");
        QTest::newRow("a byte order mark") << QStringLiteral("\uFEFFa") << QStringLiteral("⟨U+FEFF⟩a");
        QTest::newRow("half a pair in front") << QChar(0xdc00) + QStringLiteral("a") << QStringLiteral("\uFFFDa");
        QTest::newRow("half a pair at the end") << QStringLiteral("a") + QChar(0xd83d) << QStringLiteral("a\uFFFD");
    }
    void marksWhatCannotBeSeen()
    {
        QFETCH(QString, text);
        QFETCH(QString, visible);
        QCOMPARE(visibleText(text), visible);
        QCOMPARE(visibleLine(text), visible);
        QVERIFY(hidesSomething(text));
        QVERIFY(!hidesSomething(visible));
    }

    void leavesWhatPeopleWrite_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "Anna Lindqvist", "Åsa", "שלום", "مرحبا", "नमस्ते", "👩‍💻",
                                 "می‌خواهم", "<b>&amp;</b>", "=cmd()"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void leavesWhatPeopleWrite()
    {
        QFETCH(QString, text);
        QCOMPARE(visibleText(text), text);
        QCOMPARE(visibleLine(text), text);
        QVERIFY(!hidesSomething(text));
    }

    void aLineHasNoLineEnds()
    {
        const QString text = QStringLiteral("a\r\nb\tc\n");
        QCOMPARE(visibleText(text), text);
        QVERIFY(!hidesSomething(text));
        QCOMPARE(visibleLine(text), QStringLiteral("a␍␊b␉c␊"));
    }
};

QTEST_APPLESS_MAIN(TestVisibleText)
#include "tst_visible_text.moc"
