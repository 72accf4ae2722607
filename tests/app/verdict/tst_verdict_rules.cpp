// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/verdict.h"

#include <QTest>

using namespace console;

/// The rules beyond the worked examples, and every combination of known values.
class TestVerdictRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appliesTheRule_data();
    void appliesTheRule();
    void judgesEveryCombinationWithWords();
    void showsWordsNobodyKnows();
    void tellsTheCustomerNothingUncertain();
    void countsANegativeAgeAsZeroAndNotesIt();
    void neverRaisesAResultByAge();
    void survivesPlaceholdersInTheVendorsWords();
};

namespace {
VerdictInput answer(const char *channel, const char *status, const char *code = "")
{
    VerdictInput input;
    input.address = {ChannelName::fromText(QLatin1String(channel)), QStringLiteral("46700000001")};
    input.status = CapabilityStatus::fromText(QLatin1String(status));
    input.reason.code = OpenEnum<ReasonCode>::fromText(QLatin1String(code));
    return input;
}

VerdictInput withSubCode(VerdictInput input, const char *subCode)
{
    input.reason.subCode = OpenEnum<ReasonSubCode>::fromText(QLatin1String(subCode));
    return input;
}

VerdictInput withChannelCode(VerdictInput input, const char *code)
{
    input.reason.channelCode = QLatin1String(code);
    return input;
}

VerdictInput askedBefore(VerdictInput input)
{
    input.context.sameAnswerBefore = 1;
    return input;
}

VerdictInput silent(VerdictInput input)
{
    input.isSilent = true;
    return input;
}

VerdictInput listing(VerdictInput input, const QStringList &features)
{
    input.channelCapabilities = features;
    return input;
}

VerdictInput against(VerdictInput input, const char *status)
{
    input.context.conflictWith = CapabilityStatus::fromText(QLatin1String(status));
    return input;
}

VerdictInput unstable(VerdictInput input)
{
    input.context.isUnstable = true;
    return input;
}

constexpr auto kFull = "CAPABILITY_FULL";
constexpr auto kPartial = "CAPABILITY_PARTIAL";
constexpr auto kUnknown = "CAPABILITY_UNKNOWN";
constexpr auto kNo = "NO_CAPABILITY";

/// "rule owner confidence reach ask causes severity" in one line, so that a row reads as a sentence.
QString summary(const Verdict &result)
{
    QStringList causes;
    for (const Cause cause : result.causes)
        causes.append(termName(cause));
    return QStringList {result.rules.join(QLatin1Char('+')),
                        termName(result.owner),
                        termName(result.confidence),
                        termName(result.reach),
                        termName(result.askAgain),
                        causes.join(QLatin1Char('+')),
                        termName(result.severity)}
        .join(QLatin1Char(' '));
}
} // namespace

Q_DECLARE_METATYPE(VerdictInput)

void TestVerdictRules::appliesTheRule_data()
{
    QTest::addColumn<VerdictInput>("input");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const VerdictInput &input, const char *expected) {
        QTest::newRow(name) << input << QString::fromLatin1(expected);
    };

    row("R2 a silence is worth one more question", silent(answer("VIBERBM", "")),
        "R2 channel unknown unknown yes silent notice");
    row("R2 a second silence is not", silent(askedBefore(answer("VIBERBM", ""))),
        "R2 channel unknown unknown no silent notice");
    row("R3 full that leads is read as partial too", against(answer("RCS", kFull), kPartial),
        "R3 channel weak limited yes conflict notice");
    row("R3 unknown against full gives nothing", against(answer("RCS", kUnknown), kFull),
        "R3 channel unknown unknown yes conflict warning");
    row("R3 the same status twice is no conflict", against(answer("RCS", kFull), kFull),
        "R12 nobody confirmed yes no channelDirectory info");
    row("R4 a new status", answer("RCS", "CAPABILITY_MAYBE"), "R4 channel unknown unknown yes unlistedStatus notice");
    row("R4 an absent status", answer("RCS", ""), "R4 channel unknown unknown yes unlistedStatus notice");
    row("R4 a status in lower case is a new one", answer("RCS", "capability_full"),
        "R4 channel unknown unknown yes unlistedStatus notice");
    row("R4 a new status with our fault", answer("RCS", "X", "UNKNOWN_APP"),
        "R4 config unknown unknown no unlistedStatus+setupFault error");
    row("R4 a new status with a passing fault", answer("RCS", "X", "RATE_LIMITED"),
        "R4 temporary unknown unknown yes unlistedStatus+temporaryFault notice");
    row("R4 a new status about the person", answer("RCS", "X", "RECIPIENT_NOT_OPTED_IN"),
        "R4 customer unknown unknown no unlistedStatus notice");
    row("R4 everything new", answer("PIGEON", "X", "Y"),
        "R4 channel unknown unknown yes unlistedStatus+unlistedReason+unlistedChannel notice");
    row("R5 an inactive sender overrules the code",
        withSubCode(answer("SMS", kFull, "CHANNEL_FAILURE"), "INACTIVE_SENDER"),
        "R5 config unknown unknown no setupFault error");
    row("R5 an inactive sender needs no code", withSubCode(answer("SMS", kFull), "INACTIVE_SENDER"),
        "R5 config unknown unknown no setupFault error");
    row("R5 contact data with no", answer("SMS", kNo, "CONTACT_NOT_FOUND"),
        "R5 config unknown unknown no setupFault error");
    row("R6 a passing fault with no", answer("RCS", kNo, "CHANNEL_FAILURE"),
        "R6 temporary unknown unknown yes temporaryFault notice");
    row("R6 a passing fault with full", answer("RCS", kFull, "INTERNAL_ERROR"),
        "R6 temporary weak yes yes temporaryFault notice");
    row("R6 WhatsApp's own code for too many messages",
        withChannelCode(answer("WHATSAPP", kNo, "CHANNEL_REJECT"), "130429"),
        "R6 temporary unknown unknown yes temporaryFault notice");
    row("R6 that code means nothing elsewhere", withChannelCode(answer("SMS", kNo, "CHANNEL_REJECT"), "130429"),
        "R8 channel weak no no channelStatement warning");
    row("R7 no consent with no", answer("SMS", kNo, "RECIPIENT_NOT_OPTED_IN"),
        "R7 customer confirmed blocked no consent warning");
    row("R7 no consent with partial", answer("WHATSAPP", kPartial, "RECIPIENT_NOT_OPTED_IN"),
        "R7 customer weak blocked no consent warning");
    row("R7 window closed", answer("MESSENGER", kFull, "OUTSIDE_ALLOWED_SENDING_WINDOW"),
        "R7 customer weak blocked no windowClosed warning");
    row("R8 Viber speaks about the person", answer("VIBERBM", kNo, "RECIPIENT_NOT_REACHABLE"),
        "R8 customer confirmed no no channelStatement warning");
    row("R8 WhatsApp should not say no", answer("WHATSAPP", kNo, "RECIPIENT_NOT_REACHABLE"),
        "R8 customer weak no no unexpectedForChannel warning");
    row("R8 a channel nobody knows", answer("PIGEON", kNo, "RECIPIENT_NOT_REACHABLE"),
        "R8 customer weak no no unlistedChannel warning");
    row("R8 not reachable with unknown", answer("LINE", kUnknown, "RECIPIENT_NOT_REACHABLE"),
        "R8 customer weak no yes channelStatement warning");
    row("R8 not reachable with unknown on RCS", answer("RCS", kUnknown, "RECIPIENT_NOT_REACHABLE"),
        "R8 channel weak no yes channelStatement warning");
    row("R8 refused by the channel's rules", answer("RCS", kUnknown, "DELIVERY_REJECTED_DUE_TO_POLICY"),
        "R8 channel weak no no channelStatement warning");
    row("R8 a name of the agents' guide", answer("SMS", kNo, "REJECTED_BY_CHANNEL"),
        "R8 channel weak no no channelStatement warning");
    row("R9 full and not reachable", answer("RCS", kFull, "RECIPIENT_NOT_REACHABLE"),
        "R9 channel unknown unknown yes contradiction warning");
    row("R9 full and a wrong number", answer("SMS", kFull, "RECIPIENT_INVALID_CHANNEL_IDENTITY"),
        "R9 config unknown unknown yes contradiction error");
    row("R10 cannot be asked but no", answer("LINE", kNo, "UNSUPPORTED_OPERATION"),
        "R10 channel unknown unknown no cannotBeAsked notice");
    row("R10 never more than the channel's own yes", answer("WHATSAPP", kFull, "UNSUPPORTED_OPERATION"),
        "R10 nobody weak yes no cannotBeAsked notice");
    row("R11 a cause of messages is ignored", answer("RCS", kFull, "MEDIA_TOO_LARGE"),
        "R11 nobody weak yes no messageOnlyReason notice");
    row("R11 the code UNKNOWN", answer("RCS", kFull, "UNKNOWN"), "R11 channel weak yes yes causeNotTold notice");
    row("R11 a new code with no", askedBefore(answer("SMS", kNo, "NEW_CODE")),
        "R11 channel weak no no unlistedReason warning");
    row("R12 SMS says yes by default", answer("SMS", kFull), "R12 nobody assumed yes no capableByDefault info");
    row("R12 a channel nobody knows", answer("PIGEON", kFull), "R12 nobody weak yes no unlistedChannel notice");
    row("R13 a list on SMS", listing(answer("SMS", kPartial), {QStringLiteral("chat")}),
        "R13 nobody assumed limited no featureList notice");
    row("R13 no list on SMS", answer("SMS", kPartial), "R13 nobody weak limited no unexpectedForChannel notice");
    row("R13 WhatsApp is always weak", listing(answer("WHATSAPP", kPartial), {QStringLiteral("chat")}),
        "R13 nobody weak limited no unexpectedForChannel notice");
    row("R14 SMS should not say no", answer("SMS", kNo), "R14 customer weak no yes unexpectedForChannel warning");
    row("R14 MMS is missing in the network", answer("MMS", kNo),
        "R14 channel weak no yes unexpectedForChannel warning");
    row("R14 Telegram", answer("TELEGRAM", kNo), "R14 customer weak no no causeNotTold warning");
    row("R14 a channel nobody knows", answer("PIGEON", kNo), "R14 channel weak no no causeNotTold warning");
    row("R15 SMS does not tell", answer("SMS", kUnknown), "R15 channel unknown unknown yes channelDoesNotTell info");
    row("R15 WhatsApp had a passing fault", answer("WHATSAPP", kUnknown),
        "R15 temporary unknown unknown yes channelDoesNotTell notice");
    row("R18 an unstable answer", unstable(answer("RCS", kFull)),
        "R12+R18 nobody weak yes no channelDirectory+unstable notice");
}

void TestVerdictRules::appliesTheRule()
{
    QFETCH(VerdictInput, input);
    QFETCH(QString, expected);
    QCOMPARE(summary(verdict(input)), expected);
}

void TestVerdictRules::judgesEveryCombinationWithWords()
{
    QStringList channels {QString(), QStringLiteral("PIGEON")};
    for (const auto &[value, name] : EnumNames<Channel>::table)
        channels.append(QString::fromLatin1(name.data(), qsizetype(name.size())));
    QStringList codes {QString(), QStringLiteral("NEW_CODE"), QStringLiteral("UNSUPPORTED_CONTENT")};
    for (const auto &[value, name] : EnumNames<ReasonCode>::table)
        codes.append(QString::fromLatin1(name.data(), qsizetype(name.size())));
    for (const QString &channel : channels) {
        for (const char *status : {kFull, kPartial, kUnknown, kNo, "", "CAPABILITY_MAYBE"}) {
            for (const QString &code : codes) {
                const Verdict result = verdict(answer(qPrintable(channel), status, qPrintable(code)));
                const QByteArray where = (channel + u' ' + QLatin1String(status) + u' ' + code).toUtf8();
                QVERIFY2(!result.headline.isEmpty() && !result.agentSentence.isEmpty() && !result.nextStep.isEmpty(),
                         where.constData());
                QVERIFY2(!result.causes.isEmpty() && result.rules.size() == 1, where.constData());
                const QString words
                    = result.headline + result.agentSentence + result.customerSentence + result.nextStep;
                QVERIFY2(!words.contains(u'{') && !words.contains(u'%'), qPrintable(words));
                if (result.owner == Owner::Config)
                    QVERIFY2(result.confidence == Confidence::Unknown, where.constData());
            }
        }
    }
}

void TestVerdictRules::showsWordsNobodyKnows()
{
    const Verdict result = verdict(listing(answer("PIGEON", "CAPABILITY_MAYBE", "TIRED"), {QStringLiteral("COO_V2")}));
    QVERIFY(result.agentSentence.contains(QStringLiteral("PIGEON")));
    QVERIFY(result.agentSentence.contains(QStringLiteral("CAPABILITY_MAYBE")));
    QVERIFY(result.agentSentence.contains(QStringLiteral("TIRED")));
    QCOMPARE(result.unknownFeatures, QStringList {QStringLiteral("COO_V2")});
}

void TestVerdictRules::tellsTheCustomerNothingUncertain()
{
    QVERIFY(verdict(silent(answer("RCS", ""))).customerSentence.isEmpty());
    QVERIFY(verdict(answer("RCS", kUnknown)).customerSentence.isEmpty());
    QVERIFY(verdict(answer("RCS", kFull, "RECIPIENT_NOT_REACHABLE")).customerSentence.isEmpty());
    QVERIFY(verdict(answer("WHATSAPP", kPartial)).customerSentence.isEmpty());
    QVERIFY(verdict(answer("TELEGRAM", kNo, "RECIPIENT_INVALID_CHANNEL_IDENTITY")).customerSentence.isEmpty());
    QVERIFY(!verdict(answer("SMS", kNo, "RECIPIENT_INVALID_CHANNEL_IDENTITY")).customerSentence.isEmpty());
    QCOMPARE(verdict(withSubCode(answer("RCS", kNo), "INACTIVE_SENDER")).customerSentence,
             verdict(answer("RCS", kNo, "INACTIVE_CREDENTIAL")).customerSentence);
}

void TestVerdictRules::countsANegativeAgeAsZeroAndNotesIt()
{
    VerdictInput input = answer("RCS", kFull);
    input.age = std::chrono::hours(-3);
    const Verdict result = verdict(input);
    QCOMPARE(result.confidence, Confidence::Confirmed);
    QVERIFY(result.agentSentence.contains(QStringLiteral("clock")));
}

void TestVerdictRules::neverRaisesAResultByAge()
{
    VerdictInput input = answer("RCS", kUnknown);
    input.age = std::chrono::hours(25);
    QCOMPARE(summary(verdict(input)),
             QStringLiteral("R15+R16 temporary unknown unknown yes channelDoesNotTell+stale notice"));
    input.age = std::chrono::hours(24); // exactly its life: not yet stale
    QCOMPARE(verdict(input).rules, QStringList {QStringLiteral("R15")});
}

void TestVerdictRules::survivesPlaceholdersInTheVendorsWords()
{
    const Verdict result = verdict(answer("{code}%1", kFull, "{status}%2"));
    QVERIFY(!result.agentSentence.isEmpty());
    QCOMPARE(result.confidence, Confidence::Weak);
}

QTEST_APPLESS_MAIN(TestVerdictRules)
#include "tst_verdict_rules.moc"
