// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sandbox/api_router.h"
#include "sandbox/contact_form.h"

namespace console {

class ContactStore;

/// The contact operations of the API. Contract 3.2.
class ContactRoutes
{
public:
    /// All three are used, not owned, and outlive this object.
    ContactRoutes(ContactStore &contacts, const QList<SandboxApp> &apps, const Clock &clock);

    void addTo(ApiRouter &router);

private:
    RouteAnswer list(const RoutedRequest &call) const;
    RouteAnswer create(const RoutedRequest &call);
    RouteAnswer get(const RoutedRequest &call) const;
    RouteAnswer update(const RoutedRequest &call);
    RouteAnswer remove(const RoutedRequest &call);
    RouteAnswer merge(const RoutedRequest &call);
    RouteAnswer conflicts(const RoutedRequest &call) const;

    ContactStore &m_contacts;
    const Clock &m_clock;
    ContactForm m_form;
};

} // namespace console
