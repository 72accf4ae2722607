// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookup_target.h"

#include "core/continuation.h"
#include "core/run_on.h"
#include "domain/lookup.h"
#include "text/error_text.h"

namespace console {

namespace {

void takeApps(LookupTarget &target, const Result<QList<App>> &apps)
{
    if (!apps) {
        target.warnings.append(QStringLiteral("The app could not be read, so its channels are not known: %1")
                                   .arg(errorText(apps.error())));
        return;
    }
    const auto found = std::find_if(apps->begin(), apps->end(),
                                    [&](const App &app) { return !target.app || app.id == *target.app; });
    if (found == apps->end()) {
        target.warnings.append(QStringLiteral("The project has no such app."));
        return;
    }
    target.app = found->id;
    for (const auto &channel : found->channels)
        target.appChannels.append(channel.channel);
}

void takeContact(LookupTarget &target, const Result<Contact> &contact)
{
    if (!contact) {
        target.warnings.append(
            QStringLiteral("The contact could not be read, so it is not known which answers to expect: %1")
                .arg(errorText(contact.error())));
        return;
    }
    target.displayName = contact->displayName;
    target.contactPriority = contact->channelPriority;
    target.expected = expectedAnswers(contact->identities, target.appChannels);
}

/// Without a token or a connection the contact could not be read either; each try costs seconds of retries.
bool isWorthGoingOn(const Result<QList<App>> &apps)
{
    return apps || (apps.error().httpStatus && apps.error().kind != Error::Kind::Unauthorized);
}

} // namespace

QFuture<LookupTarget> findTarget(ProjectConnection &connection, const LookupOptions &options, QObject *context)
{
    return connection.apps().list() | then(context, [&connection, options, context](const Result<QList<App>> &apps) {
               LookupTarget target {options.app, {}, {}, {}, {}, {}};
               takeApps(target, apps);
               if (!options.contact) {
                   target.expected = expectedAnswers(options.identities, {});
                   return readyFuture(target);
               }
               if (!isWorthGoingOn(apps))
                   return readyFuture(target);
               return connection.contacts().get(*options.contact)
                   | then(context, [target](const Result<Contact> &contact) mutable {
                          takeContact(target, contact);
                          return target;
                      });
           });
}

} // namespace console
