// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/error_text.h"
#include "text/rejection_text.h"

#include <QSet>
#include <QTest>

using namespace console;

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysSomethingOfItsOwnForEveryKind();
    void quotesTheVendor();
    void namesStatusAndWaitWhereThereAre();
    void makesASentenceOfADetail();
    void saysSomethingForEveryRefusal();
};

void TestErrorText::saysSomethingOfItsOwnForEveryKind()
{
    QSet<QString> texts;
    constexpr int kLastKind = int(Error::Kind::Config);
    for (int kind = 0; kind <= kLastKind; ++kind) {
        const QString text = errorText({Error::Kind(kind), QStringLiteral("detail %1").arg(kind)});
        QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), kLastKind + 1);
}

void TestErrorText::quotesTheVendor()
{
    const QString text = errorText({Error::Kind::Rejected, QStringLiteral("d"), QStringLiteral("app_id: bad %1"), 400});
    QCOMPARE(text, QStringLiteral("The API refused the request. (HTTP 400) The API says: “app_id: bad %1”"));
    const QString denied = errorText({Error::Kind::Rejected, {}, QStringLiteral("no access"), 403});
    QCOMPARE(
        denied,
        QStringLiteral("The API refused the request: check the project id and the region. (HTTP 403) The API says: "
                       "“no access”"));
}

void TestErrorText::namesStatusAndWaitWhereThereAre()
{
    const Error error {Error::Kind::RateLimited, {}, {}, 429, std::chrono::seconds(30)};
    QVERIFY(errorText(error).contains(QStringLiteral("429")));
    QVERIFY(errorText(error).contains(QStringLiteral("Try again in 30 s.")));
}

void TestErrorText::makesASentenceOfADetail()
{
    QCOMPARE(errorText({Error::Kind::Config, QStringLiteral("the channel is missing")}),
             QStringLiteral("The channel is missing."));
    QCOMPARE(errorText({Error::Kind::Timeout, {}}), QStringLiteral("No answer came in time."));
}

void TestErrorText::saysSomethingForEveryRefusal()
{
    QSet<QString> texts;
    constexpr int kLastCause = int(RejectionCause::TokenRequestRefused);
    for (int cause = 0; cause <= kLastCause; ++cause)
        texts.insert(rejectionText(RejectionCause(cause)));
    QCOMPARE(texts.size(), kLastCause + 1);
    QVERIFY(!texts.contains(QString()));
}

QTEST_APPLESS_MAIN(TestErrorText)
#include "tst_error_text.moc"
