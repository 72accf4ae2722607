// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"
#include "receiver/signature_verifier.h"
#include "storage/history_store.h"
#include "support/accepted.h"
#include "support/fake_clock.h"
#include "support/fake_network.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace console {

/// A history in a folder of its own with a lookup service on it, and a project whose network is a function.
struct LookupBench
{
    explicit LookupBench(FakeNetwork::Answers answers)
        : network(std::move(answers))
        , connection({QUrl(QStringLiteral("https://api.test")), QUrl(QStringLiteral("https://auth.test/token")),
                      projectId(), QStringLiteral("key"), Secret(QStringLiteral("secret"))},
                     network, clock)
    { }

    static ProjectId projectId() { return *ProjectId::parse(QStringLiteral("project")); }
    static App app()
    {
        App app {*AppId::parse(QStringLiteral("app")), QStringLiteral("Support"), {}, {}};
        for (const auto *name : {"RCS", "SMS", "WHATSAPP"})
            app.channels.append(
                {ChannelName::fromText(QLatin1String(name)), OpenEnum<ChannelState>::fromValue(ChannelState::Active)});
        return app;
    }
    static ChannelIdentity address(const char *channel, const char *identity)
    {
        return {ChannelName::fromText(QLatin1String(channel)), QLatin1String(identity)};
    }

    /// Stores a callback as the receiver would, and waits until it is stored.
    bool receive(const QByteArray &body)
    {
        const auto verified = SignatureVerifier().verify({{}, true}, {{"Content-Type", "application/json"}}, body,
                                                         projectId().toString(), clock.now());
        CallbackIntake intake(store->writer());
        auto future = accepted(intake, std::get<VerifiedBody>(verified));
        return QTest::qWaitFor([&] { return future.isFinished(); }) && future.result() == CallbackDisposition::Stored;
    }

    QTemporaryDir folder;
    FakeClock clock;
    QString path = folder.filePath(QStringLiteral("history.db"));
    std::unique_ptr<HistoryStore> store = std::move(HistoryStore::open(path, clock).value());
    LookupService service {store->writer(), clock};
    FakeNetwork network;
    ProjectConnection connection;
};

/// The body of an enveloped callback; empty members are left out.
inline QByteArray callbackBody(const QString &requestId, const ChannelIdentity &address, const QString &status,
                               const QString &contactId = {}, const QStringList &features = {})
{
    QJsonObject answer {{QStringLiteral("channel"), address.channel.raw},
                        {QStringLiteral("identity"), address.identity},
                        {QStringLiteral("capability_status"), status}};
    if (!requestId.isEmpty())
        answer.insert(QStringLiteral("request_id"), requestId);
    if (!contactId.isEmpty())
        answer.insert(QStringLiteral("contact_id"), contactId);
    if (!features.isEmpty())
        answer.insert(QStringLiteral("channel_capabilities"), QJsonArray::fromStringList(features));
    return QJsonDocument(QJsonObject {{QStringLiteral("app_id"), QStringLiteral("app")},
                                      {QStringLiteral("project_id"), QStringLiteral("project")},
                                      {QStringLiteral("capability_notification"), answer}})
        .toJson(QJsonDocument::Compact);
}

/// One page of contacts, each on SMS and RCS with one number.
inline QByteArray contactsBody(const QStringList &names, const QString &nextPageToken = {})
{
    QJsonArray contacts;
    for (const auto &name : names) {
        const QString number = QStringLiteral("4670%1").arg(qHash(name) % 1'000'000, 6, 10, QLatin1Char('0'));
        QJsonArray identities;
        for (const auto *channel : {"RCS", "SMS"})
            identities.append(QJsonObject {{QStringLiteral("channel"), QLatin1String(channel)},
                                           {QStringLiteral("identity"), number}});
        contacts.append(QJsonObject {{QStringLiteral("id"), QStringLiteral("id-") + name},
                                     {QStringLiteral("display_name"), name},
                                     {QStringLiteral("channel_identities"), identities}});
    }
    return QJsonDocument(
               QJsonObject {{QStringLiteral("contacts"), contacts}, {QStringLiteral("next_page_token"), nextPageToken}})
        .toJson(QJsonDocument::Compact);
}

} // namespace console
