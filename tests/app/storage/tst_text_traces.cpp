// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/text_traces.h"
#include "support/result_macros.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

class TestTextTraces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsATextInEverySpelling_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("bytes");
        const QString number = QStringLiteral("46701234567");
        QTest::newRow("plain") << number << QByteArray("to +46701234567, twice");
        QTest::newRow("UTF-16, little end first") << number << in16(number, QStringConverter::Utf16LE);
        QTest::newRow("UTF-16, big end first") << number << in16(number, QStringConverter::Utf16BE);
        for (const char *before : {"", "a", "ab", "abc"}) {
            const QByteArray text = before + number.toUtf8() + "\"}";
            QTest::addRow("base64 after \"%s\"", before) << number << "x" + text.toBase64();
            QTest::addRow("base64 of UTF-16 after \"%s\"", before)
                << number << (before + in16(number, QStringConverter::Utf16LE)).toBase64();
        }
        const QString user = QStringLiteral("Uåsa~?7");
        QTest::newRow("base64 for URLs") << user
                                         << ("ab" + user.toUtf8() + "cd").toBase64(QByteArray::Base64UrlEncoding);
        QTest::newRow("percent-encoded as usual") << user << user.toUtf8().toPercentEncoding();
        QTest::newRow("percent-encoded throughout") << number << QByteArray("%34%36%37%30%31%32%33%34%35%36%37");
        QTest::newRow("percent-encoded in small letters") << user << QByteArray("%55%c3%a5%73%61%7e%3f%37");
        QTest::newRow("hexadecimal") << number << number.toUtf8().toHex().toUpper();
        QTest::newRow("JSON escapes where needed") << user << QByteArray("\"U\\u00e5sa~?7\"");
        QTest::newRow("JSON escapes throughout") << QStringLiteral("Å1") << QByteArray("\\u00C5\\u0031");
    }
    void findsATextInEverySpelling()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, bytes);
        const TextTraces traces({text});
        QVERIFY(traces.areIn(bytes));
        QVERIFY(traces.countIn(bytes).standing > 0);
        QVERIFY(!TextTraces({QStringLiteral("46709999999")}).areIn(bytes));
    }

    void aPartOfALongerNumberIsSomebodyElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("digits behind") << QByteArray("x467012345678");
        QTest::newRow("digits in front") << QByteArray("146701234567x");
        QTest::newRow("in UTF-16") << in16(QStringLiteral("1467012345678"), QStringConverter::Utf16LE);
        QTest::newRow("in UTF-16, the other order") << in16(QStringLiteral("1467012345678"), QStringConverter::Utf16BE);
    }
    void aPartOfALongerNumberIsSomebodyElse()
    {
        QFETCH(QByteArray, bytes);
        const TextTraces traces({QStringLiteral("46701234567")});
        QVERIFY(!traces.areIn(bytes));
        QCOMPARE(traces.countIn(bytes).standing, 0);
        QVERIFY(traces.countIn(bytes).inside > 0); // of UTF-16, both orders may be read
    }

    void aFileIsSearchedAcrossItsPieces()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("file"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray bytes(9 * 1024 * 1024, 'x');
        bytes.replace(4 * 1024 * 1024 - 5, 11, "46701234567"); // across the end of the first piece
        bytes.replace(bytes.size() - 11, 11, "46701234567");
        file.write(bytes);
        file.close();
        const auto count = TextTraces({QStringLiteral("46701234567")}).countInFile(path);
        VERIFY_OK(count);
        QCOMPARE(count->standing, 2);
        QCOMPARE(TextTraces({QStringLiteral("1")}).countInFile(path + QLatin1Char('x'))->standing, 0);
    }

    void nothingIsInNothing()
    {
        QVERIFY(TextTraces({QString()}).isEmpty());
        QVERIFY(!TextTraces({QString()}).areIn(QByteArray("x")));
        QVERIFY(!TextTraces({QStringLiteral("x")}).areIn(QByteArray()));
    }

private:
    static QByteArray in16(const QString &text, QStringConverter::Encoding encoding)
    {
        return QStringEncoder(encoding, QStringConverter::Flag::Default)(text);
    }
};

QTEST_GUILESS_MAIN(TestTextTraces)
#include "tst_text_traces.moc"
