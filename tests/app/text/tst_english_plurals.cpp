// SPDX-License-Identifier: GPL-3.0-or-later
#include "layering/source_file.h"
#include "text/english_plurals.h"

#include <QTest>

using namespace console;

namespace {

/// These say the same of one and of many.
const QStringList kSameForOne {QStringLiteral("%n found"),
                               QStringLiteral("%1 and %n more"),
                               QStringLiteral("and %n more"),
                               QStringLiteral("%n found among %1 searched…"),
                               QStringLiteral("%n found among the first %1."),
                               QStringLiteral("%n found among all %1."),
                               QStringLiteral("Paused · %n new"),
                               QStringLiteral("%n new"),
                               QStringLiteral("%n refused"),
                               QStringLiteral("%n unreadable"),
                               QStringLiteral("%n in the body"),
                               QStringLiteral("%n in the headers")};

QString translated(const char *text, int count)
{
    return QCoreApplication::translate("any", text, nullptr, count);
}

} // namespace

class TestEnglishPlurals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QCoreApplication::installTranslator(&m_plurals)); }

    void tellsOneFromMany()
    {
        QCOMPARE(translated("%n bytes", 0), QStringLiteral("0 bytes"));
        QCOMPARE(translated("%n bytes", 1), QStringLiteral("1 byte"));
        QCOMPARE(translated("%n bytes", 2), QStringLiteral("2 bytes"));
        QCOMPARE(translated("sent again %n times", 1), QStringLiteral("sent again once"));
        QCOMPARE(translated("%n found", 1), QStringLiteral("1 found"));
    }

    void groupsTheDigitsOfLargeCounts()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(translated("%n bytes", 200'009), QStringLiteral("200,009 bytes"));
        QCOMPARE(translated("Paused · %n new", 1'204), QStringLiteral("Paused · 1,204 new"));
    }

    void everyTextWithACountIsRightForOne()
    {
        static const QRegularExpression text(QStringLiteral("\"([^\"\n]*%n[^\"\n]*)\""));
        int found = 0;
        for (const auto &file : sourceFiles({QStringLiteral("app"), QStringLiteral("ui")})) {
            if (file.path.contains(QLatin1String("english_plurals")))
                continue;
            auto match = text.globalMatch(withoutComments(file.text));
            while (match.hasNext()) {
                const QString source = match.next().captured(1);
                const bool isPlural = !m_plurals.translate("", source.toUtf8().constData(), "", 1).isEmpty();
                QVERIFY2(isPlural || kSameForOne.contains(source),
                         qPrintable(file.path + QStringLiteral(": ") + source));
                ++found;
            }
        }
        QVERIFY(found > 10);
    }

private:
    EnglishPlurals m_plurals;
};

QTEST_GUILESS_MAIN(TestEnglishPlurals)
#include "tst_english_plurals.moc"
