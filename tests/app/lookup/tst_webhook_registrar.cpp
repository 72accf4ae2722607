// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run_on.h"
#include "lookup/webhook_registrar.h"
#include "sandbox_connection.h"
#include "support/log_capture.h"
#include "support/result_macros.h"
#include "support/scripted_server.h"

using namespace console;

namespace {

/// A journal in memory that can be told to fail.
struct MemoryJournal
{
    WebhookJournal functions()
    {
        return {[this](const OwnWebhook &webhook) {
                    if (isBroken)
                        return readyFuture(Result<>(failure(Error::Kind::Storage, QStringLiteral("disk full"))));
                    kept.append(webhook);
                    return readyFuture(Result<>());
                },
                [this](const WebhookId &id) {
                    kept.removeIf([&](const OwnWebhook &one) { return one.id == id; });
                    return readyFuture(Result<>());
                }};
    }
    QList<OwnWebhook> kept;
    bool isBroken = false;
};

using SameTarget = WebhookRegistrar::SameTarget;

} // namespace

class TestWebhookRegistrar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void createsAWebhookAndKeepsItsId();
    void adoptsWhatACrashLeft();
    void adoptsItsOwnWhereverItIsUsed();
    void givesAndTakesTheClientOfWhatItAdopts();
    void refusesSomebodyElses();
    void refusesTheSixth();
    void takesItsOwnAmongFive();
    void saysWhatTheApiSays();
    void removesItAgainWhenItsIdCannotBeKept();
    void removesAndForgets();
    void countsAnAbsentOneAsRemoved();
    void remembersWhatCouldNotBeRemoved();
    void findsWhatWasCreatedWithoutAnAnswer();
    void saysWhenNothingWasCreated();
    void logsNoSecret();

private:
    WebhookDraft draft(const QString &target = QStringLiteral("https://console.test/callbacks/abc")) const
    {
        return {m_sandbox->firstApp(), target, {QStringLiteral("CAPABILITY")}, Secret(QStringLiteral("HUSH"))};
    }
    QList<Webhook> existing() const
    {
        return await(m_sandbox->connection->webhooks().list(m_sandbox->firstApp())).value();
    }
    /// Made by somebody else.
    Webhook foreign(const QString &target, const QStringList &triggers = {QStringLiteral("MESSAGE_INBOUND")}) const
    {
        return await(m_sandbox->connection->webhooks().create({m_sandbox->firstApp(), target, triggers, {}})).value();
    }
    Result<OwnWebhook> ensure(SameTarget sameTarget, const QList<OwnWebhook> &known = {})
    {
        return await(m_registrar->ensure(*m_sandbox->connection, draft(), known, sameTarget));
    }
    std::unique_ptr<ProjectConnection> connectionTo(const ScriptedServer &server) const;

    std::unique_ptr<SandboxConnection> m_sandbox;
    MemoryJournal m_journal;
    std::unique_ptr<WebhookRegistrar> m_registrar;
};

void TestWebhookRegistrar::init()
{
    m_sandbox = std::make_unique<SandboxConnection>();
    m_journal = {};
    m_registrar = std::make_unique<WebhookRegistrar>(m_journal.functions(), m_sandbox->clock);
}

void TestWebhookRegistrar::cleanup()
{
    m_registrar.reset();
    m_sandbox.reset();
}

std::unique_ptr<ProjectConnection> TestWebhookRegistrar::connectionTo(const ScriptedServer &server) const
{
    ApiSettings settings {server.url(),
                          {},
                          *ProjectId::parse(QStringLiteral("P1")),
                          QStringLiteral("k"),
                          Secret(QStringLiteral("s")),
                          ApiSettings::Authentication::Basic};
    settings.backOffBase = std::chrono::milliseconds(0);
    return std::make_unique<ProjectConnection>(settings, m_sandbox->network, m_sandbox->clock);
}

void TestWebhookRegistrar::createsAWebhookAndKeepsItsId()
{
    const auto made = ensure(SameTarget::Refuse);
    VERIFY_OK(made);
    const auto webhooks = existing();
    QCOMPARE(webhooks.size(), 1);
    QCOMPARE(webhooks.first().id, made->id);
    QCOMPARE(webhooks.first().target, draft().target);
    QCOMPARE(webhooks.first().targetType, QStringLiteral("HTTP"));
    QCOMPARE(webhooks.first().triggers, draft().triggers);
    QVERIFY(webhooks.first().hasSecret);
    QCOMPARE(m_journal.kept.size(), 1);
    QCOMPARE(m_journal.kept.first().id, made->id);
    QCOMPARE(made->projectId, m_sandbox->ready.projectId);
    QCOMPARE(made->appId, m_sandbox->firstApp().toString());
    QCOMPARE(made->target, draft().target);
    QCOMPARE(made->createdAt, m_sandbox->clock.now());
}

void TestWebhookRegistrar::adoptsWhatACrashLeft()
{
    const auto left = foreign(draft().target);
    const auto made = ensure(SameTarget::Adopt);
    VERIFY_OK(made);
    QCOMPARE(made->id, left.id);
    const auto webhooks = existing();
    QCOMPARE(webhooks.size(), 1);
    QCOMPARE(webhooks.first().triggers, draft().triggers);
    QVERIFY(webhooks.first().hasSecret);
    QCOMPARE(m_journal.kept.size(), 1);
}

void TestWebhookRegistrar::adoptsItsOwnWhereverItIsUsed()
{
    const auto first = ensure(SameTarget::Refuse);
    VERIFY_OK(first);
    const auto again = ensure(SameTarget::Refuse, {*first});
    VERIFY_OK(again);
    QCOMPARE(again->id, first->id);
    QCOMPARE(existing().size(), 1);
}

void TestWebhookRegistrar::givesAndTakesTheClientOfWhatItAdopts()
{
    VERIFY_OK(ensure(SameTarget::Adopt));
    QVERIFY(!existing().constFirst().hasClientCredentials);
    WebhookDraft protectedOne = draft();
    protectedOne.client = CallbackClient {QStringLiteral("id"), Secret(QStringLiteral("HUSH"))};
    VERIFY_OK(await(m_registrar->ensure(*m_sandbox->connection, protectedOne, {}, SameTarget::Adopt)));
    QVERIFY(existing().constFirst().hasClientCredentials);
    VERIFY_OK(ensure(SameTarget::Adopt));
    QCOMPARE(existing().size(), 1);
    QVERIFY(!existing().constFirst().hasClientCredentials);
}

void TestWebhookRegistrar::refusesSomebodyElses()
{
    const auto theirs = foreign(draft().target);
    const auto made = ensure(SameTarget::Refuse);
    COMPARE_ERROR(made, Error::Kind::Config);
    QVERIFY(made.error().detail.contains(theirs.id.toString()));
    QCOMPARE(existing(), QList<Webhook>({theirs}));
    QVERIFY(m_journal.kept.isEmpty());
}

void TestWebhookRegistrar::refusesTheSixth()
{
    for (int i = 0; i < kWebhooksPerApp; ++i)
        foreign(QStringLiteral("https://other.test/%1").arg(i));
    const auto made = ensure(SameTarget::Adopt);
    COMPARE_ERROR(made, Error::Kind::Config);
    QVERIFY(made.error().detail.contains(QLatin1String("5 webhooks")));
    QCOMPARE(existing().size(), kWebhooksPerApp);
}

void TestWebhookRegistrar::takesItsOwnAmongFive()
{
    for (int i = 1; i < kWebhooksPerApp; ++i)
        foreign(QStringLiteral("https://other.test/%1").arg(i));
    VERIFY_OK(ensure(SameTarget::Refuse));
    VERIFY_OK(ensure(SameTarget::Refuse, m_journal.kept));
    QCOMPARE(existing().size(), kWebhooksPerApp);
}

void TestWebhookRegistrar::saysWhatTheApiSays()
{
    const auto made
        = await(m_registrar->ensure(*m_sandbox->connection, draft(QStringLiteral("no URL")), {}, SameTarget::Refuse));
    COMPARE_ERROR(made, Error::Kind::Rejected);
    QVERIFY(!made.error().vendorWords.isEmpty());
    QVERIFY(m_journal.kept.isEmpty());
    const auto refused = m_sandbox->connect(Secret(QStringLiteral("wrong")));
    COMPARE_ERROR(await(m_registrar->ensure(*refused, draft(), {}, SameTarget::Refuse)), Error::Kind::Unauthorized);
}

void TestWebhookRegistrar::removesItAgainWhenItsIdCannotBeKept()
{
    m_journal.isBroken = true;
    COMPARE_ERROR(ensure(SameTarget::Refuse), Error::Kind::Storage);
    QVERIFY(existing().isEmpty());
}

void TestWebhookRegistrar::removesAndForgets()
{
    const auto theirs = foreign(QStringLiteral("https://other.test"));
    const auto made = ensure(SameTarget::Refuse);
    VERIFY_OK(made);
    VERIFY_OK(await(m_registrar->remove(*m_sandbox->connection, *made)));
    QCOMPARE(existing(), QList<Webhook>({theirs}));
    QVERIFY(m_journal.kept.isEmpty());
}

void TestWebhookRegistrar::countsAnAbsentOneAsRemoved()
{
    const auto made = ensure(SameTarget::Refuse);
    VERIFY_OK(made);
    VERIFY_OK(await(m_sandbox->connection->webhooks().remove(made->id)));
    VERIFY_OK(await(m_registrar->remove(*m_sandbox->connection, *made)));
    QVERIFY(m_journal.kept.isEmpty());
}

void TestWebhookRegistrar::remembersWhatCouldNotBeRemoved()
{
    const auto made = ensure(SameTarget::Refuse);
    VERIFY_OK(made);
    ScriptedServer server([](const SeenRequest &) { return ScriptedAnswer {403, "no"}; });
    const auto forbidden = connectionTo(server);
    COMPARE_ERROR(await(m_registrar->remove(*forbidden, *made)), Error::Kind::Rejected);
    QCOMPARE(m_journal.kept.size(), 1);
}

void TestWebhookRegistrar::findsWhatWasCreatedWithoutAnAnswer()
{
    bool isCreated = false;
    ScriptedServer server([&](const SeenRequest &request) {
        if (request.method == "POST") {
            isCreated = true;
            return ScriptedAnswer {.way = ScriptedAnswer::Way::Close};
        }
        const QByteArray webhook = R"({"id":"W1","target":"https://console.test/callbacks/abc"})";
        return ScriptedAnswer {200, "{\"webhooks\":[" + (isCreated ? webhook : QByteArray()) + "]}"};
    });
    const auto broken = connectionTo(server);
    const auto made = await(m_registrar->ensure(*broken, draft(), {}, SameTarget::Refuse));
    VERIFY_OK(made);
    QCOMPARE(made->id.toString(), QStringLiteral("W1"));
    QCOMPARE(m_journal.kept.size(), 1);
    QCOMPARE(server.count("POST", "/webhooks"), 1);
}

void TestWebhookRegistrar::saysWhenNothingWasCreated()
{
    ScriptedServer server([](const SeenRequest &request) {
        return request.method == "POST" ? ScriptedAnswer {.way = ScriptedAnswer::Way::Close}
                                        : ScriptedAnswer {200, "{}"};
    });
    const auto broken = connectionTo(server);
    COMPARE_ERROR(await(m_registrar->ensure(*broken, draft(), {}, SameTarget::Refuse)), Error::Kind::Network);
    QVERIFY(m_journal.kept.isEmpty());
    QCOMPARE(server.count("POST", "/webhooks"), 1);
}

void TestWebhookRegistrar::logsNoSecret()
{
    const LogCapture log;
    const auto made = ensure(SameTarget::Refuse);
    VERIFY_OK(made);
    VERIFY_OK(await(m_registrar->remove(*m_sandbox->connection, *made)));
    QVERIFY(log.text().contains(made->id.toString()));
    QVERIFY(!log.text().contains(QLatin1String("HUSH")));
    QVERIFY(!log.text().contains(m_sandbox->ready.keySecret.reveal()));
}

QTEST_GUILESS_MAIN(TestWebhookRegistrar)
#include "tst_webhook_registrar.moc"
