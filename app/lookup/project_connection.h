// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apps_client.h"
#include "api/capability_client.h"
#include "api/contacts_client.h"
#include "api/webhooks_client.h"

namespace console {

/// The clients of one project over one session: one access token for all of them.
/// Thread: that of the network manager, which must outlive it.
class ProjectConnection
{
public:
    ProjectConnection(ApiSettings settings, QNetworkAccessManager &network, const Clock &clock)
        : m_session(std::move(settings), network, clock)
    { }

    const ProjectId &projectId() const { return m_session.settings().projectId; }
    const ApiSettings &settings() const { return m_session.settings(); }
    QFuture<Result<>> authenticate() { return m_session.authenticate(); }
    AppsClient apps() { return AppsClient(m_session); }
    ContactsClient contacts() { return ContactsClient(m_session); }
    WebhooksClient webhooks() { return WebhooksClient(m_session); }
    CapabilityClient capabilities() { return CapabilityClient(m_session); }

private:
    ApiSession m_session;
};

} // namespace console
