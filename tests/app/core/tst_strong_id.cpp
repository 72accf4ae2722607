// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/strong_id.h"
#include "support/result_macros.h"

#include <QSet>
#include <QTest>

using namespace console;

namespace {
using OneId = StrongId<struct OneTag>;
using OtherId = StrongId<struct OtherTag>;
} // namespace

static_assert(!std::is_default_constructible_v<OneId>);
static_assert(!std::is_constructible_v<OneId, QString>);
static_assert(!std::is_constructible_v<OneId, OtherId> && !std::is_assignable_v<OneId &, OtherId>);

class TestStrongId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAnyTextThatIsNotEmpty();
    void countsEmptyAsAbsent();
    void worksAsAKey();
};

void TestStrongId::keepsAnyTextThatIsNotEmpty()
{
    const auto id = OneId::parse(QStringLiteral(" odd/id=+ "));
    VERIFY_OK(id);
    QCOMPARE(id->toString(), QStringLiteral(" odd/id=+ "));
    COMPARE_ERROR(OneId::parse(QString()), Error::Kind::Config);
}

void TestStrongId::countsEmptyAsAbsent()
{
    QVERIFY(!OneId::fromOptional(QString()));
    QCOMPARE(textOf(OneId::fromOptional(QStringLiteral("a"))), QStringLiteral("a"));
    QCOMPARE(textOf(std::optional<OneId>()), QString());
}

void TestStrongId::worksAsAKey()
{
    const auto a = *OneId::parse(QStringLiteral("a"));
    const auto b = *OneId::parse(QStringLiteral("b"));
    QVERIFY(a < b && !(b < a));
    QCOMPARE((QSet<OneId> {a, b, a}).size(), 2);
}

QTEST_APPLESS_MAIN(TestStrongId)
#include "tst_strong_id.moc"
