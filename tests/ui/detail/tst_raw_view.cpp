// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/raw_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace console;

class TestRawView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_view = std::make_unique<RawView>();
        m_view->setBytes(QStringLiteral("RCS"), m_body, m_headers);
    }

    void eachFormIsAButtonAway_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("text");
        QTest::newRow("one member a line")
            << QStringLiteral("Pretty") << QStringLiteral("{\n  \"b\": \"å\",\n  \"a\": 1\n}");
        QTest::newRow("as it came") << QStringLiteral("As received") << QString::fromUtf8(m_body);
        QTest::newRow("headers in their order") << QStringLiteral("Headers") << QStringLiteral("X-B: 1\nX-A: 2\n");
    }
    void eachFormIsAButtonAway()
    {
        QFETCH(QString, button);
        QFETCH(QString, text);
        m_view->findChild<QPushButton *>(button)->click();
        QCOMPARE(this->text()->toPlainText(), text);
    }
    void hexShowsTheBytes()
    {
        m_view->findChild<QPushButton *>(QStringLiteral("Hex"))->toggle(); // as assistive technology does
        QVERIFY(text()->toPlainText().contains(QLatin1String("c3 a5")));
    }
    void aWideViewShowsSixteenBytesALine_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("bytes");
        QTest::newRow("a narrow panel") << 300 << 8;
        QTest::newRow("a wide one") << 1200 << 16;
    }
    void aWideViewShowsSixteenBytesALine()
    {
        QFETCH(int, width);
        QFETCH(int, bytes);
        m_view->setForm(RawView::Form::Hex);
        m_view->setBytes(QStringLiteral("RCS"), QByteArray(64, 'a'), m_headers);
        m_view->resize(width, 400);
        m_view->show();
        QTRY_COMPARE(text()->toPlainText().section(QLatin1Char('\n'), 0, 0).count(QLatin1String("61")), bytes);
    }
    void allOfItIsCopiedWhateverIsShown()
    {
        m_view->setForm(RawView::Form::Hex);
        const auto actions = m_view->findChild<QToolButton *>(QStringLiteral("Copy raw"))->menu()->actions();
        actions.at(0)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(m_body));
        actions.at(1)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(m_headers));
        actions.at(2)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(m_headers + "\r\n" + m_body));
    }
    void bytesThatAreNoTextAreSaidToBeSo()
    {
        m_view->setBytes(QStringLiteral("RCS"), "\xff\xfe", m_headers);
        QVERIFY(caption().contains(QLatin1String("Hex")));
        m_view->setBytes(QStringLiteral("RCS"), "plain", m_headers);
        QVERIFY(caption().contains(QLatin1String("Not JSON")));
        QCOMPARE(text()->toPlainText(), QStringLiteral("plain"));
    }
    void charactersThatCannotBeSeenStandAsMarks()
    {
        m_view->setBytes(QStringLiteral("RCS"), "{\"a\":\"\xe2\x80\xae\x7f<b>\"}", "X: \x1b[2J\r\n");
        QVERIFY(text()->toPlainText().contains(QStringLiteral("\"⟨U+202E⟩␡<b>\"")));
        QVERIFY(caption().contains(QLatin1String("Hex")));
        m_view->setForm(RawView::Form::AsReceived);
        QVERIFY(text()->toPlainText().contains(QStringLiteral("⟨U+202E⟩")));
        m_view->setForm(RawView::Form::Headers);
        QCOMPARE(text()->toPlainText(), QStringLiteral("X: ␛[2J\n"));
    }
    void searchWalksThroughAllPlaces()
    {
        m_view->setBytes(QStringLiteral("RCS"), R"({"a":"xx","b":"x"})", {});
        QTest::keyClicks(field(), QStringLiteral("X"));
        QCOMPARE(text()->extraSelections().size(), 3);
        const int first = text()->textCursor().selectionStart();
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(text()->textCursor().selectionStart() > first);
        QTest::keyClick(field(), Qt::Key_Return);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(text()->textCursor().selectionStart(), first); // once around
        QTest::keyClicks(field(), QStringLiteral("qq"));
        QCOMPARE(text()->extraSelections().size(), 0);
    }
    void inHexTheBytesAreSearched_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QStringList>("marked");
        QTest::newRow("a word") << QStringLiteral("Anna")
                                << QStringList {QStringLiteral("61 6e 6e 61"), QStringLiteral("anna")};
        QTest::newRow("a word over the end of a line")
            << QStringLiteral("lindqvist")
            << QStringList {QStringLiteral("6c"), QStringLiteral("69 6e 64 71 76 69 73 74"), QStringLiteral("l"),
                            QStringLiteral("indqvist")};
        QTest::newRow("hex digits") << QStringLiteral("7B 22")
                                    << QStringList {QStringLiteral("7b 22"), QStringLiteral("{\"")};
        QTest::newRow("letters beyond ASCII")
            << QStringLiteral("å") << QStringList {QStringLiteral("c3 a5"), QStringLiteral("..")};
        QTest::newRow("what is not there") << QStringLiteral("zzz") << QStringList();
    }
    void inHexTheBytesAreSearched()
    {
        QFETCH(QString, wanted);
        QFETCH(QStringList, marked);
        m_view->resize(300, 400);
        m_view->setForm(RawView::Form::Hex);
        m_view->setBytes(QStringLiteral("RCS"), "{\"anna\"lindqvist\":\"\xc3\xa5\"}", m_headers);
        field()->setText(wanted);
        QStringList texts;
        const auto marks = text()->extraSelections();
        for (const auto &mark : marks)
            texts += mark.cursor.selectedText();
        QCOMPARE(texts, marked);
        QCOMPARE(found(), marked.isEmpty() ? QStringLiteral("not found") : QStringLiteral("1 found"));
        if (!marked.isEmpty())
            QCOMPARE(text()->textCursor().selectedText(), marked.constFirst());
    }
    void whatStandsInTheOtherPartIsTold()
    {
        QTest::keyClicks(field(), QStringLiteral("x-"));
        QCOMPARE(found(), QStringLiteral("2 in the headers"));
        m_view->setForm(RawView::Form::Headers);
        QCOMPARE(found(), QStringLiteral("2 found"));
        field()->setText(QStringLiteral("\"a\""));
        QCOMPARE(found(), QStringLiteral("1 in the body"));
        field()->setText(QStringLiteral("zzz"));
        QCOMPARE(found(), QStringLiteral("not found"));
    }
    void anotherCallbackIsSearchedAnew()
    {
        QTest::keyClicks(field(), QStringLiteral("\"a\""));
        QCOMPARE(found(), QStringLiteral("1 found"));
        m_view->setBytes(QStringLiteral("SMS"), R"({"a":{"a":2}})", {});
        QCOMPARE(found(), QStringLiteral("2 found"));
        QCOMPARE(text()->extraSelections().size(), 2);
        m_view->setBytes(QStringLiteral("SMS"), R"({"c":2})", {});
        QCOMPARE(found(), QStringLiteral("not found"));
        QVERIFY(text()->extraSelections().isEmpty());
    }
    void nothingToShowSaysWhy()
    {
        m_view->setNothing(QStringLiteral("No callback yet."));
        QVERIFY(text()->toPlainText().isEmpty());
        QCOMPARE(caption(), QStringLiteral("No callback yet."));
        QVERIFY(!text()->isVisibleTo(m_view.get()));
    }
    void theTextCannotBeChanged()
    {
        const QString before = text()->toPlainText();
        QTest::keyClicks(text(), QStringLiteral("x"));
        QCOMPARE(text()->toPlainText(), before);
        QCOMPARE(text()->accessibleName(), QStringLiteral("Raw"));
    }

private:
    QPlainTextEdit *text() { return m_view->findChild<QPlainTextEdit *>(QStringLiteral("Raw")); }
    QLineEdit *field() { return m_view->findChild<QLineEdit *>(QStringLiteral("Find in raw")); }
    QString found() { return m_view->findChild<QLabel *>(QStringLiteral("rawFound"))->text(); }
    QString caption() { return m_view->findChild<QLabel *>(QStringLiteral("rawCaption"))->text(); }

    const QByteArray m_body = "{\"b\":\"\xc3\xa5\",\"a\":1}";
    const QByteArray m_headers = "X-B: 1\r\nX-A: 2\r\n";
    std::unique_ptr<RawView> m_view;
};

QTEST_MAIN(TestRawView)
#include "tst_raw_view.moc"
