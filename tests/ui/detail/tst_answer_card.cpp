// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visible_text.h"
#include "rows.h"
#include "text/rejection_text.h"
#include "ui/detail/answer_card.h"
#include "ui/detail/answer_history.h"
#include "ui/detail/explanation.h"
#include "ui/theme/status_chips.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;

namespace {

const Timestamp kAsked = fromMilliseconds(1'790'000'000'000);

AnswerFacts factsAt(Timestamp now, const QList<NotificationRow> &rows, std::optional<Lookup> lookup)
{
    for (const auto &row : rows) {
        if (lookup)
            lookup->answers.append({row.id, row.address, row.status, row.receivedAt});
    }
    const auto progress = lookup ? progressOf(*lookup, now) : LookupProgress();
    return {lookup, progress, rows, {}, {}, {}, {}, now};
}

QString textOf(const QList<ExplanationLine> &lines, const char *name)
{
    for (const auto &line : lines) {
        if (line.name == QLatin1String(name))
            return line.text;
    }
    return {};
}

} // namespace

class TestAnswerCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardsStandInTheOrderOfTheQuestionWhateverArrivesFirst()
    {
        const auto lookup = lookupOf(kAsked, {addressOf("WHATSAPP"), addressOf("RCS"), addressOf("SMS")});
        const auto cards = answerCards(factsAt(
            kAsked + 5s, {rowOf(1, kAsked + 1s, addressOf("TELEGRAM", "7")), rowOf(2, kAsked + 2s, addressOf("SMS"))},
            lookup));
        QCOMPARE(cards.size(), 4);
        QCOMPARE(cards.at(0).address, addressOf("WHATSAPP"));
        QCOMPARE(cards.at(2).address, addressOf("SMS"));
        QCOMPARE(cards.at(3).address, addressOf("TELEGRAM", "7")); // beyond the expected set, shown too
    }
    void textsFromOutsideCannotHideAnything()
    {
        const QString evil = QStringLiteral("\u202E<b>x</b>\x1b[2J");
        auto row = rowOf(1, kAsked + 1s, {ChannelName::fromText(evil), evil});
        row.status = CapabilityStatus::fromText(evil);
        row.reason.code = OpenEnum<ReasonCode>::fromText(evil);
        row.reason.description = row.contactId = row.requestId = evil;
        row.channelCapabilities = {evil};
        const auto cards = answerCards(factsAt(kAsked + 5s, {row}, std::nullopt));
        const auto lines = explain(cards.first(), factsAt(kAsked + 5s, {row}, std::nullopt));
        QStringList texts {cards.first().headline, cards.first().meta, cards.first().marks, cards.first().chip.word};
        for (const auto &line : lines)
            texts.append(line.text);
        for (const auto &text : std::as_const(texts))
            QVERIFY2(!hidesSomething(text), qPrintable(text));
        QCOMPARE(textOf(lines, "Description"), QStringLiteral("⟨U+202E⟩<b>x</b>␛[2J"));
    }
    void silenceIsPendingUntilTheWaitIsOver()
    {
        const auto lookup = lookupOf(kAsked, {addressOf("VIBERBM")});
        const auto waiting = answerCards(factsAt(kAsked + 12s, {}, lookup));
        QVERIFY(waiting.first().isPending);
        QCOMPARE(waiting.first().chip, waitingChip());
        QVERIFY2(waiting.first().meta.startsWith(QLatin1String("asked 12 s ago")), qPrintable(waiting.first().meta));
        QVERIFY(judgedInputs(waiting).isEmpty());

        const auto over = answerCards(factsAt(kAsked + 42s, {}, lookup));
        QVERIFY(!over.first().isPending);
        QVERIFY(over.first().input.isSilent);
        QVERIFY(over.first().verdict.reach != Reach::No); // silence is never a no
        QVERIFY2(over.first().meta.contains(QLatin1String("silent 42 s")), qPrintable(over.first().meta));
    }
    void aRefusedLookupHasNoSilentChannels()
    {
        auto lookup = lookupOf(kAsked, {addressOf("SMS")});
        lookup.registeredAt.reset();
        lookup.failure = LookupFailure {LookupFailure::Kind::Refused, 403, {}, QStringLiteral("no"), kAsked};
        QVERIFY(answerCards(factsAt(kAsked + 60s, {}, lookup)).isEmpty());
    }
    void afterAnUnknownOutcomeTheWaitGoesOn()
    {
        auto lookup = lookupOf(kAsked, {addressOf("SMS")});
        lookup.registeredAt.reset();
        lookup.failure = LookupFailure {LookupFailure::Kind::OutcomeUnknown, {}, {}, {}, kAsked};
        QVERIFY(answerCards(factsAt(kAsked + 20s, {}, lookup)).first().isPending);
        QVERIFY(answerCards(factsAt(kAsked + 31s, {}, lookup)).first().input.isSilent);
    }
    void whatIsUnusualIsMarked_data()
    {
        QTest::addColumn<NotificationRow>("row");
        QTest::addColumn<QString>("mark");
        auto row = rowOf(1, kAsked + 1s, addressOf("SMS"));
        QTest::newRow("a plain answer has no mark") << row << QString();
        row.signature = SignatureState::Unsigned;
        QTest::newRow("nobody signed it") << row << QStringLiteral("unsigned");
        row = rowOf(1, kAsked + 1s, addressOf("SMS"));
        row.join = JoinKind::ByRecipient;
        QTest::newRow("it was joined by recipient") << row << QStringLiteral("joined by recipient");
        row = rowOf(1, kAsked + 1s, addressOf("SMS"));
        row.retries = 2;
        QTest::newRow("it was sent again") << row << QStringLiteral("sent again 2 times");
        row = rowOf(1, kAsked + 31s, addressOf("SMS"));
        QTest::newRow("it came after the wait") << row << QStringLiteral("came late");
    }
    void whatIsUnusualIsMarked()
    {
        QFETCH(NotificationRow, row);
        QFETCH(QString, mark);
        const auto cards = answerCards(factsAt(kAsked + 40s, {row}, lookupOf(kAsked, {addressOf("SMS")})));
        QCOMPARE(cards.first().marks, mark);
    }
    void twoDifferentAnswersAreAConflict()
    {
        auto second = rowOf(2, kAsked + 2s, addressOf("SMS"), "NO_CAPABILITY");
        second.outcome = Outcome::Conflict;
        const auto cards = answerCards(factsAt(kAsked + 3s, {rowOf(1, kAsked + 1s, addressOf("SMS")), second},
                                               lookupOf(kAsked, {addressOf("SMS")})));
        QCOMPARE(cards.size(), 1);
        QVERIFY(cards.first().verdict.causes.contains(Cause::Conflict));
        QCOMPARE(cards.first().marks, QStringLiteral("conflicting answers"));
        QCOMPARE(cards.first().row->id, 2);
        QCOMPARE(cards.first().chip, chipFor(Outcome::Conflict));
    }
    void aRefusedCallbackExplainsASilence_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isAboutIt");
        QTest::newRow("it names this channel and identity")
            << QByteArray(R"({"request_id":"request","channel":"SMS","identity":"46701234500"})") << true;
        QTest::newRow("it names another identity")
            << QByteArray(R"({"request_id":"request","channel":"SMS","identity":"46701234511"})") << false;
        QTest::newRow("it names another channel")
            << QByteArray(R"({"request_id":"request","channel":"RCS","identity":"46701234500"})") << false;
    }
    void aRefusedCallbackExplainsASilence()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, isAboutIt);
        auto facts = factsAt(kAsked + 42s, {}, lookupOf(kAsked, {addressOf("SMS")}));
        facts.refused = {{1, kAsked + 1s, {}, {}, RejectionCause::SignatureWrong, {}, {}, body}};
        const AnswerCard card = answerCards(facts).first();
        QCOMPARE(card.chip, isAboutIt ? refusedChip() : silentChip());
        QCOMPARE(card.verdict.causes.contains(Cause::RejectedSignature), isAboutIt);
        QCOMPARE(card.marks.startsWith(QStringLiteral("A callback for it was refused: ")), isAboutIt);
        QVERIFY(card.verdict.reach == Reach::Unknown); // what is refused proves nothing
    }
    void aRefusedCallbackIsToldWhileTheWaitGoesOn()
    {
        auto facts = factsAt(kAsked + 1s, {}, lookupOf(kAsked, {addressOf("SMS")}));
        facts.refused = {{1,
                          kAsked + 1s,
                          {},
                          {},
                          RejectionCause::TimestampStale,
                          {},
                          {},
                          R"({"request_id":"request","channel":"SMS","identity":"46701234500"})"}};
        const AnswerCard card = answerCards(facts).first();
        QVERIFY(card.isPending); // a proven answer may still come
        QCOMPARE(card.chip, refusedChip());
        QVERIFY(card.marks.contains(rejectionText(RejectionCause::TimestampStale)));
    }
    void whatIsWrongWithARefusedCallbackDecidesTheNextStep()
    {
        auto facts = factsAt(kAsked + 42s, {}, lookupOf(kAsked, {addressOf("SMS")}));
        facts.refused = {{1,
                          kAsked + 1s,
                          {},
                          {},
                          RejectionCause::TimestampStale,
                          {},
                          {},
                          R"({"request_id":"request","channel":"SMS","identity":"46701234500"})"}};
        const Verdict stale = answerCards(facts).first().verdict;
        QVERIFY2(stale.nextStep.contains(QLatin1String("clock")), qPrintable(stale.nextStep));
        QVERIFY(!stale.agentSentence.contains(QLatin1String("wrong signature")));
        facts.refused.first().cause = RejectionCause::SignatureWrong;
        const Verdict wrong = answerCards(facts).first().verdict;
        QVERIFY2(wrong.nextStep.contains(QLatin1String("secret")), qPrintable(wrong.nextStep));
        QVERIFY(wrong.agentSentence.contains(QLatin1String("wrong signature")));
    }
    void aFaultOfOurSetUpIsNoNo()
    {
        auto row = rowOf(1, kAsked + 1s, addressOf("RCS"), "NO_CAPABILITY");
        row.reason.code = OpenEnum<ReasonCode>::fromValue(ReasonCode::ChannelBadConfiguration);
        const auto cards = answerCards(factsAt(kAsked + 3s, {row}, lookupOf(kAsked, {addressOf("RCS")})));
        QCOMPARE(cards.first().chip, uncheckedChip());
        QVERIFY2(cards.first().owner.startsWith(QStringLiteral("Owner: we")), qPrintable(cards.first().owner));
    }
    void aYesThatProvesNothingIsNotGreen()
    {
        const auto lookup = lookupOf(kAsked, {addressOf("WHATSAPP"), addressOf("RCS")});
        const auto cards = answerCards(
            factsAt(kAsked + 3s,
                    {rowOf(1, kAsked + 1s, addressOf("WHATSAPP")), rowOf(2, kAsked + 1s, addressOf("RCS"))}, lookup));
        QVERIFY(cards.at(0).chip.tone == Tone::Neutral);
        QVERIFY(cards.at(1).chip.tone == Tone::Ok);
        QCOMPARE(cards.at(0).chip.word, cards.at(1).chip.word); // the API's word stays
    }
    void anInactiveChannelOfTheAppIsKnownToTheVerdict()
    {
        auto facts
            = factsAt(kAsked + 3s, {rowOf(1, kAsked + 1s, addressOf("RCS"))}, lookupOf(kAsked, {addressOf("RCS")}));
        facts.app = App {*AppId::parse(QStringLiteral("app")), {}, {}, {}};
        facts.app->channels
            = {{ChannelName::fromValue(Channel::Rcs), OpenEnum<ChannelState>::fromValue(ChannelState::Failing)}};
        QVERIFY(answerCards(facts).first().verdict.causes.contains(Cause::ChannelNotActive));
    }
    void theSameUnknownBeforeIsCounted()
    {
        const auto row = rowOf(9, kAsked, addressOf("SMS"), "CAPABILITY_UNKNOWN");
        const QList<NotificationRow> heard {row, rowOf(8, kAsked - 1h, addressOf("SMS"), "CAPABILITY_UNKNOWN"),
                                            rowOf(7, kAsked - 2h, addressOf("RCS"), "CAPABILITY_UNKNOWN"),
                                            rowOf(6, kAsked - 3h, addressOf("SMS"), "CAPABILITY_FULL")};
        QCOMPARE(sameAnswersBefore(row, heard), 1);
        QCOMPARE(sameAnswersBefore(heard.at(3), heard), 0);
    }
    void threeChangesInAWeekAreUnstable()
    {
        QList<NotificationRow> heard;
        for (int i = 0; i < 4; ++i)
            heard.append(rowOf(9 - i, kAsked - i * 24h, addressOf("SMS"), i % 2 ? "NO_CAPABILITY" : "CAPABILITY_FULL"));
        QVERIFY(changesOften(addressOf("SMS"), heard, kAsked));
        QVERIFY(!changesOften(addressOf("SMS"), heard, kAsked + 6 * 24h));
        QVERIFY(!changesOften(addressOf("RCS"), heard, kAsked));
    }
    void ofAConflictTheFirstAnswerMayBeAChangeTheLaterIsNone()
    {
        QList<NotificationRow> heard;
        for (int i = 0; i < 4; ++i) {
            heard.append(rowOf(9 - i, kAsked - i * 24h, addressOf("SMS"), i % 2 ? "NO_CAPABILITY" : "CAPABILITY_FULL"));
            heard.last().requestId = QString::number(i);
        }
        auto later = heard.first();
        later.id = 10;
        later.status = CapabilityStatus::fromText(QStringLiteral("CAPABILITY_PARTIAL"));
        later.outcome = heard.first().outcome = Outcome::Conflict;
        heard.prepend(later);
        QVERIFY(changesOften(addressOf("SMS"), heard, kAsked));
        heard.removeLast(); // two changes left, and the second answer of one question
        QVERIFY(!changesOften(addressOf("SMS"), heard, kAsked));
    }
    void theExplanationNamesOwnerCausesAndTheVendorsWords()
    {
        auto row = rowOf(1, kAsked + 1s, addressOf("SMS"), "NO_CAPABILITY");
        row.reason.code = OpenEnum<ReasonCode>::fromText(QStringLiteral("RECIPIENT_NOT_REACHABLE"));
        row.reason.description = QStringLiteral("absent");
        row.latency = 850ms;
        const auto facts = factsAt(kAsked + 2s, {row}, lookupOf(kAsked, {addressOf("SMS")}));
        const auto card = answerCards(facts).first();
        const auto lines = explain(card, facts);
        QCOMPARE(lines.first().text, card.verdict.headline);
        QCOMPARE(lines.at(1).text, card.verdict.agentSentence);
        QVERIFY(!textOf(lines, "Owner").isEmpty());
        QVERIFY(textOf(lines, "Confidence").startsWith(QLatin1String("confirmed: ")));
        QCOMPARE(textOf(lines, "Reason"), QStringLiteral("RECIPIENT_NOT_REACHABLE"));
        QCOMPARE(textOf(lines, "Description"), QStringLiteral("absent"));
        QCOMPARE(textOf(lines, "Latency"), QStringLiteral("850 ms"));
        QCOMPARE(textOf(lines, "Request id"), QStringLiteral("request"));
        QVERIFY(!textOf(lines, "Received").isEmpty());
        QCOMPARE(textOf(lines, "UTC"), toIso8601(row.receivedAt));
        QVERIFY(plainText(lines).contains(card.verdict.nextStep));
    }
};

QTEST_MAIN(TestAnswerCard)
#include "tst_answer_card.moc"
