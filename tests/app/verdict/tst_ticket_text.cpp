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
};

namespace {
Ticket ticket()
{
    VerdictInput rcs;
    rcs.address = {ChannelName::fromValue(Channel::Rcs), QStringLiteral("46700000001")};
    rcs.status = CapabilityStatus::fromValue(Capability::Partial);
    rcs.channelCapabilities = {QStringLiteral("RICHCARD_STANDALONE")};
    rcs.age = 4min;
    VerdictInput viber;
    viber.address = {ChannelName::fromValue(Channel::ViberBusiness), QStringLiteral("46700000001")};
    viber.isSilent = true;
    viber.age = 5min;
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
          "- RCS (46700000001): RCS works, with limits [confirmed], answered 4 minutes ago", "single rich cards",
          "- Viber (46700000001): Viber is silent [unknown], asked 5 minutes ago",
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

QTEST_APPLESS_MAIN(TestTicketText)
#include "tst_ticket_text.moc"
