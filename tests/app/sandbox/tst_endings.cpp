// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answer_script.h"
#include "sandbox/endings.h"

#include <QTest>

using namespace console;

/// What people are told is what the script does.
class TestEndings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEndingIsToldOnce()
    {
        QList<int> told(100, 0);
        for (const auto &ending : kEndings) {
            const QString digits = QLatin1String(ending.digits);
            for (int i = digits.left(2).toInt(); i <= digits.right(2).toInt(); ++i)
                ++told[i];
        }
        QCOMPARE(told, QList<int>(100, 1));
    }
    void statusAndReasonAreTheScripts_data()
    {
        QTest::addColumn<QString>("digits");
        QTest::addColumn<QString>("answer");
        for (const auto &[digits, answer] : kEndings) {
            if (QLatin1String(answer).contains(QLatin1String("CAPABILITY")))
                QTest::newRow(digits) << QString::fromLatin1(digits) << QString::fromLatin1(answer);
        }
    }
    void statusAndReasonAreTheScripts()
    {
        QFETCH(QString, digits);
        QFETCH(QString, answer);
        const auto callbacks
            = AnswerScript(1).callbacksFor(QStringLiteral("RCS"), QStringLiteral("467012345") + digits);
        QCOMPARE(callbacks.size(), 1);
        QVERIFY(answer.startsWith(callbacks.constFirst().answer.status));
        QVERIFY(answer.endsWith(callbacks.constFirst().answer.reasonCode));
        QCOMPARE(answer.contains(QLatin1String("reason ")), !callbacks.constFirst().answer.reasonCode.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestEndings)
#include "tst_endings.moc"
