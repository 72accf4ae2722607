// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verdict/verdict_fixture.h"
#include "verdict/best_channel.h"
#include "verdict/channel_profiles.h"
#include "verdict/feature_glossary.h"
#include "verdict/reason_profiles.h"
#include "verdict/term_text.h"
#include "verdict/verdict_terms.h"

#include <QSet>
#include <QTest>

using namespace console;

/// The tables in the program say the same as the tables in verdict-data.json.
class TestVerdictTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryChannelWithItsKindAndLife();
    void treatsOtherChannelsAsUnlisted();
    void knowsEveryReasonAndIgnoresTheSameOnes();
    void readsTheAliases();
    void knowsExactlyTheListedFeatures();
    void namesEveryTermOfTheVocabulary();
    void hasWordsForPeopleForEveryTerm();
};

namespace {
QString kindName(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::Directory:
        return QStringLiteral("directory");
    case ChannelKind::AlwaysYes:
        return QStringLiteral("alwaysYes");
    case ChannelKind::None:
        return QStringLiteral("none");
    case ChannelKind::Unproven:
        return QStringLiteral("unproven");
    case ChannelKind::Relationship:
        return QStringLiteral("relationship");
    case ChannelKind::Unlisted:
        return QStringLiteral("unlisted");
    }
    return {};
}

template <typename E>
QSet<QString> termNames()
{
    QSet<QString> names;
    for (const auto &[term, name] : EnumNames<E>::table)
        names.insert(termName(term));
    return names;
}

QSet<QString> vocabulary(const char *word)
{
    const QStringList names = texts(verdictData()[QLatin1String("vocabulary")].toObject()[QLatin1String(word)]);
    return {names.begin(), names.end()};
}
} // namespace

void TestVerdictTables::knowsEveryChannelWithItsKindAndLife()
{
    const QJsonObject channels = verdictData()[QLatin1String("channels")].toObject();
    QCOMPARE(channels.size(), qsizetype(channelProfiles().size()));
    for (auto it = channels.begin(); it != channels.end(); ++it) {
        const auto name = ChannelName::fromText(it.key());
        QVERIFY2(name.isRecognized(), qPrintable(it.key()));
        const ChannelProfile &profile = channelProfile(name.value);
        const QJsonObject expected = it.value().toObject();
        QCOMPARE(kindName(profile.kind), expected[QLatin1String("kind")].toString());
        QCOMPARE(int(profile.timeToLive.count()), expected[QLatin1String("ttlHours")].toInt());
        QCOMPARE(channelDisplayName(name), expected[QLatin1String("displayName")].toString());
    }
    QCOMPARE(int(kMaximumAge.count()),
             verdictData()[QLatin1String("notes")].toObject()[QLatin1String("maxAgeHours")].toInt());
}

void TestVerdictTables::treatsOtherChannelsAsUnlisted()
{
    const ChannelProfile &profile = channelProfile(ChannelName::fromText(QStringLiteral("SMOKE_SIGNAL")).value);
    QCOMPARE(kindName(profile.kind), QStringLiteral("unlisted"));
    QCOMPARE(int(profile.timeToLive.count()), 24);
    QCOMPARE(channelDisplayName(ChannelName::fromText(QStringLiteral("SMOKE_SIGNAL"))), QStringLiteral("SMOKE_SIGNAL"));
}

void TestVerdictTables::knowsEveryReasonAndIgnoresTheSameOnes()
{
    const QJsonArray reasons = verdictData()[QLatin1String("reasons")].toArray();
    QCOMPARE(reasons.size(), qsizetype(reasonProfiles().size()));
    for (const auto &value : reasons) {
        const QJsonObject expected = value.toObject();
        const auto code = OpenEnum<ReasonCode>::fromText(expected[QLatin1String("code")].toString());
        QVERIFY2(code.isRecognized(), qPrintable(code.raw));
        const ReasonProfile &profile = reasonProfile(code);
        QCOMPARE(profile.code, code.value);
        QCOMPARE(profile.group == ReasonGroup::MessageOnly, expected[QLatin1String("ignoredInLookup")].toBool());
        const bool isOurs = profile.group == ReasonGroup::SetUp || profile.group == ReasonGroup::ContactData;
        if (!expected[QLatin1String("ignoredInLookup")].toBool())
            QCOMPARE(isOurs, expected[QLatin1String("owner")].toString() == QLatin1String("config"));
    }
}

void TestVerdictTables::readsTheAliases()
{
    const QJsonObject aliases = verdictData()[QLatin1String("aliases")].toObject();
    for (auto it = aliases.begin(); it != aliases.end(); ++it) {
        const auto alias = OpenEnum<ReasonCode>::fromText(it.key());
        const auto meant = OpenEnum<ReasonCode>::fromText(it.value().toString());
        QCOMPARE(reasonProfile(alias).code, meant.value);
    }
}

void TestVerdictTables::knowsExactlyTheListedFeatures()
{
    QStringList names;
    for (const Feature &feature : featureGlossary())
        names.append(QString::fromLatin1(feature.name.data(), qsizetype(feature.name.size())));
    names.sort();
    QCOMPARE(names, texts(verdictData()[QLatin1String("knownFeatures")]));
}

void TestVerdictTables::namesEveryTermOfTheVocabulary()
{
    QCOMPARE(termNames<Owner>(), vocabulary("owner"));
    QCOMPARE(termNames<Confidence>(), vocabulary("confidence"));
    QCOMPARE(termNames<Reach>(), vocabulary("reach"));
    QCOMPARE(termNames<AskAgain>(), vocabulary("askAgain"));
    QCOMPARE(termNames<Severity>(), vocabulary("severity"));
    QCOMPARE(termNames<FeaturePromise>(), vocabulary("features"));
    QCOMPARE(termNames<Cause>(), vocabulary("causes"));
    QCOMPARE(termNames<DecidedBy>(), vocabulary("decidedBy"));
}

namespace {
/// None missing, none twice.
template <typename E>
void checkTexts(QString (*text)(E))
{
    QSet<QString> texts;
    for (const auto &[term, name] : EnumNames<E>::table) {
        QVERIFY(!text(term).isEmpty());
        texts.insert(text(term));
    }
    QCOMPARE(texts.size(), qsizetype(EnumNames<E>::table.size()));
}
} // namespace

void TestVerdictTables::hasWordsForPeopleForEveryTerm()
{
    checkTexts<Confidence>(confidenceText);
    checkTexts<Reach>(reachText);
    checkTexts<Owner>(ownerText);
    checkTexts<Cause>(causeText);
    for (const auto &[cause, name] : EnumNames<Cause>::table)
        QVERIFY2(causeText(cause).contains(QLatin1Char(' ')), qPrintable(causeText(cause)));
}

QTEST_APPLESS_MAIN(TestVerdictTables)
#include "tst_verdict_tables.moc"
