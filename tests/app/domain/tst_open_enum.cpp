// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/app.h"
#include "domain/capability_status.h"
#include "domain/notification_row.h"
#include "domain/reason.h"
#include "domain/rejected_callback.h"

#include <QSet>
#include <QTest>

using namespace console;

class TestOpenEnum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAndWritesEveryName();
    void hasEveryValueOfTheEnums();
    void keepsWhatNobodyKnows();
    void isExactAboutSpelling();
    void namesTheWordsOfARow();
};

namespace {
template <typename E>
void walkTable()
{
    QSet<QString> names;
    QSet<int> values;
    for (const auto &[value, name] : EnumNames<E>::table) {
        const QString text = QString::fromLatin1(name.data(), qsizetype(name.size()));
        QVERIFY(value != E::Unrecognized);
        QCOMPARE(OpenEnum<E>::fromText(text).value, value);
        QCOMPARE(OpenEnum<E>::fromText(text).raw, text);
        QCOMPARE(OpenEnum<E>::fromValue(value), OpenEnum<E>::fromText(text));
        QVERIFY(OpenEnum<E>::fromValue(value).isRecognized());
        names.insert(text);
        values.insert(int(value));
    }
    QCOMPARE(names.size(), qsizetype(EnumNames<E>::table.size()));
    QCOMPARE(values.size(), qsizetype(EnumNames<E>::table.size()));
}
} // namespace

void TestOpenEnum::readsAndWritesEveryName()
{
    walkTable<Channel>();
    walkTable<Capability>();
    walkTable<ReasonCode>();
    walkTable<ReasonSubCode>();
    walkTable<ChannelState>();
}

void TestOpenEnum::hasEveryValueOfTheEnums()
{
    // The last enumerators: the tables hold all between "unrecognized" and these.
    QCOMPARE(EnumNames<Channel>::table.size(), size_t(Channel::SinchPush));
    QCOMPARE(EnumNames<Capability>::table.size(), size_t(Capability::None));
    QCOMPARE(EnumNames<ReasonCode>::table.size(), size_t(ReasonCode::DeliveryReportTimeOut));
    QCOMPARE(EnumNames<ReasonSubCode>::table.size(), size_t(ReasonSubCode::InactiveSender));
    QCOMPARE(EnumNames<ChannelState>::table.size(), size_t(ChannelState::Failing));
}

void TestOpenEnum::keepsWhatNobodyKnows()
{
    const auto status = CapabilityStatus::fromText(QStringLiteral("CAPABILITY_MAYBE"));
    QVERIFY(!status.isRecognized());
    QCOMPARE(status.raw, QStringLiteral("CAPABILITY_MAYBE"));
    QVERIFY(status != CapabilityStatus::fromText(QStringLiteral("CAPABILITY_PERHAPS")));
    QVERIFY(CapabilityStatus::fromText(QString()).isEmpty());
    QVERIFY(CapabilityStatus::fromValue(Capability::Unrecognized).isEmpty());
}

void TestOpenEnum::isExactAboutSpelling()
{
    for (const char *text : {"sms", "SMS ", " SMS", "CHANNEL_UNSPECIFIED"})
        QVERIFY(!ChannelName::fromText(QLatin1String(text)).isRecognized());
}

void TestOpenEnum::namesTheWordsOfARow()
{
    QCOMPARE(joinName(JoinKind::None), QStringLiteral("none"));
    QCOMPARE(joinName(JoinKind::ByRequestId), QStringLiteral("request_id"));
    QCOMPARE(joinName(JoinKind::ByRecipient), QStringLiteral("recipient"));
    QCOMPARE(outcomeName(Outcome::New), QStringLiteral("new"));
    QCOMPARE(outcomeName(Outcome::Retry), QStringLiteral("retry"));
    QCOMPARE(outcomeName(Outcome::Conflict), QStringLiteral("conflict"));
    QCOMPARE(signatureName(SignatureState::Valid), QStringLiteral("valid"));
    QCOMPARE(signatureName(SignatureState::Unsigned), QStringLiteral("unsigned"));
    QSet<QString> causes;
    for (int cause = 0; cause <= int(RejectionCause::TokenRequestRefused); ++cause)
        causes.insert(rejectionName(RejectionCause(cause)));
    QCOMPARE(causes.size(), int(RejectionCause::TokenRequestRefused) + 1);
}

QTEST_APPLESS_MAIN(TestOpenEnum)
#include "tst_open_enum.moc"
