// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secret.h"

#include <QDebug>
#include <QTest>
#include <QTextStream>

using namespace console;

/// Checked by the compiler: there is no way of a secret into a log or into a text that does not say reveal().
template <typename Stream, typename Value>
concept CanStream = requires(Stream stream, const Value &value)
{
    stream << value;
};

static_assert(CanStream<QDebug &, QString>, "the check itself must be able to succeed");
static_assert(!CanStream<QDebug &, Secret>);
static_assert(!CanStream<QTextStream &, Secret>);
static_assert(!std::is_convertible_v<Secret, QString>);
static_assert(!std::is_convertible_v<Secret, QByteArray>);
static_assert(!std::is_convertible_v<QString, Secret>);
static_assert(!std::is_constructible_v<QString, Secret>);

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesItsTextOnlyWhenAsked();
};

void TestSecret::givesItsTextOnlyWhenAsked()
{
    const Secret secret(QStringLiteral("grüße"));
    QCOMPARE(secret.reveal(), QStringLiteral("grüße"));
    QCOMPARE(secret.revealUtf8(), QByteArray("gr\xc3\xbc\xc3\x9f\x65"));
    QVERIFY(!secret.isEmpty());
    QVERIFY(Secret().isEmpty());
    QVERIFY(secret == Secret(QStringLiteral("grüße")));
    QVERIFY(secret != Secret(QStringLiteral("x")));
}

QTEST_APPLESS_MAIN(TestSecret)
#include "tst_secret.moc"
