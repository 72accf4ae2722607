// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/api_router.h"
#include "sandbox/sandbox_app.h"

namespace console {

class ContactStore;

/// POST /contacts:getChannelProfile: the name that a contact goes by on a channel. Contract 3.2.
class ProfileRoute
{
public:
    /// Both are used, not owned, and outlive this object.
    ProfileRoute(const ContactStore &contacts, const QList<SandboxApp> &apps);

    void addTo(ApiRouter &router);

private:
    RouteAnswer profile(const RoutedRequest &call) const;

    const ContactStore &m_contacts;
    const QList<SandboxApp> &m_apps;
};

} // namespace console
