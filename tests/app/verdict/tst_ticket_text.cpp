// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdict/ticket_text.h"

#include <QTest>

using namespace console;
using namespace std::chrono_literals;

class TestTicketText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoWhenWhatAndTheRequestId();
    void marksSandboxResults();
    void survivesALookupWithoutAnswers();
    void tellsStatusReasonOwnerAndTheTimeOfEachAnswer();
    void tellsBothStatusesOfAConflict();
    void tellsWhyNothingWasAsked();
};

namespace {
Ticket ticket()
{
    VerdictInput rcs;
    rcs.address = {ChannelName::fromValue(Channel::Rcs), QStringLiteral("46700000001")};
    rcs.status = CapabilityStatus::fromValue(Capability::Partial);
    rcs.channelCapabilities = {QStringLiteral("RICHCARD_STANDALONE")};
    rcs.age = 4min;
    rcs.at = fromMilliseconds(1'700'000'001'000);
    VerdictInput viber;
    viber.address = {ChannelName::fromValue(Channel::ViberBusiness), QStringLiteral("46700000001")};
    viber.isSilent = true;
    viber.age = 5min;
    viber.at = fromMilliseconds(1'700'000'000'000);
    Ticket result;
    result.who = QStringLiteral("Anna Lindqvist");
    result.askedAt = fromMilliseconds(1'700'000'000'000);
    result.requestId = QStringLiteral("01HF7YAT00000000000000TEST");
    result.answers = {rcs, viber};
    return result;
}
} // namespace

void TestTicketText::tellsWhoWhenWhatAndTheRequestId()
{
    const QString text = ticketText(ticket());
    for (const char *part :
         {"Anna Lindqvist", "2023-11-14T22:13:20.000Z", "Best channel: RCS 46700000001",
          "- RCS (46700000001): RCS works, with limits [confirmed], answered 2023-11-14T22:13:21.000Z",
          "single rich cards", "- Viber (46700000001): Viber is silent [unknown], asked 2023-11-14T22:13:20.000Z",
          "Request id: 01HF7YAT00000000000000TEST"})
        QVERIFY2(text.contains(QLatin1String(part)),
                 qPrintable(QStringLiteral("%1 is missing in\n%2").arg(QLatin1String(part), text)));
    QVERIFY(!text.contains(QStringLiteral("SANDBOX")));
}

void TestTicketText::marksSandboxResults()
{
    Ticket sandbox = ticket();
    sandbox.isSandbox = true;
    QVERIFY(ticketText(sandbox).contains(QStringLiteral("SANDBOX: not a real lookup")));
}

void TestTicketText::survivesALookupWithoutAnswers()
{
    Ticket empty = ticket();
    empty.answers.clear();
    QVERIFY(ticketText(empty).contains(QStringLiteral("No answer yet.")));
    QVERIFY(ticketText(empty).contains(QStringLiteral("Best channel: No channel is known to work.")));
}

void TestTicketText::tellsStatusReasonOwnerAndTheTimeOfEachAnswer()
{
    Ticket refused = ticket();
    VerdictInput &rcs = refused.answers.first();
    rcs.status = CapabilityStatus::fromValue(Capability::None);
    rcs.channelCapabilities.clear();
    rcs.reason.code = OpenEnum<ReasonCode>::fromValue(ReasonCode::RecipientNotReachable);
    rcs.reason.channelCode = QStringLiteral("404");
    const QString text = ticketText(refused);
    const QString answer = QStringLiteral("Answer: NO_CAPABILITY, reason RECIPIENT_NOT_REACHABLE, channel code 404\n");
    QVERIFY2(text.contains(answer), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Owner: ")), qPrintable(text));
}

void TestTicketText::tellsBothStatusesOfAConflict()
{
    Ticket conflict = ticket();
    conflict.answers.first().context.conflictWith = CapabilityStatus::fromValue(Capability::None);
    conflict.answers.first().context.conflictAt = fromMilliseconds(1'700'000'002'000);
    const QString text = ticketText(conflict);
    QVERIFY2(text.contains(QStringLiteral("Answer: CAPABILITY_PARTIAL, and also NO_CAPABILITY at "
                                          "2023-11-14T22:13:22.000Z")),
             qPrintable(text));
}

void TestTicketText::tellsWhyNothingWasAsked()
{
    Ticket failed = ticket();
    failed.asked = {failed.answers.first().address};
    failed.answers.clear();
    failed.failure = QStringLiteral("Refused with HTTP 400.");
    const QString text = ticketText(failed);
    QVERIFY2(text.contains(QStringLiteral("Not answered: Refused with HTTP 400.")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Asked about: RCS 46700000001")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("Best channel")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("No answer yet")), qPrintable(text));
}

QTEST_APPLESS_MAIN(TestTicketText)
#include "tst_ticket_text.moc"
