// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/query_route.h"

#include "core/log.h"
#include "core/ulid.h"
#include "sandbox/contact_store.h"
#include "sandbox/recipient_form.h"
#include "sandbox/vendor_names.h"

namespace console {

namespace {
using Registration = AnswerScript::Registration;

/// The first identity with an ending of this kind decides.
Registration registrationOf(const QList<CallbackSubject> &subjects)
{
    for (const auto &subject : subjects) {
        const auto registration = AnswerScript::registrationFor(subject.identity);
        if (registration != Registration::Ordinary)
            return registration;
    }
    return Registration::Ordinary;
}
} // namespace

QueryRoute::QueryRoute(const Parts &parts, bool requireContact)
    : m_parts(parts)
    , m_requireContact(requireContact)
{ }

void QueryRoute::addTo(ApiRouter &router)
{
    router.addLater("POST", "capability:query",
                    [this](const RoutedRequest &call, const ApiRouter::Done &done) { handle(call, done); });
}

Result<QueryRoute::Query> QueryRoute::read(const RoutedRequest &call) const
{
    const auto body = VendorEnvelope::body(call.request);
    if (!body)
        return failure(body.error());
    FormReader reader(*body);
    const auto appId = reader.requiredText(QStringLiteral("app_id"));
    if (!VendorNames::isUlid(appId))
        reader.refuse(QStringLiteral("app_id"), QStringLiteral("must be a ULID"));
    const auto projectId = reader.text(QStringLiteral("project_id"));
    if (!projectId.isEmpty() && projectId != call.projectId)
        reader.refuse(QStringLiteral("project_id"), QStringLiteral("differs from the one in the path"));
    auto requestId = reader.text(QStringLiteral("request_id"));
    if (requestId.isEmpty())
        requestId = makeUlid(m_parts.clock.now());
    const auto recipient = RecipientForm::read(reader);
    if (reader.error())
        return failure(*reader.error());
    const auto *app = findApp(m_parts.apps, appId);
    if (!app)
        return failure(VendorEnvelope::notFound());
    const auto subjects = subjectsOf(recipient, *app, requestId);
    if (!subjects)
        return failure(subjects.error());
    return Query {.registration = {{QStringLiteral("app_id"), appId},
                                   {QStringLiteral("recipient"), recipient.echo},
                                   {QStringLiteral("request_id"), requestId}},
                  .subjects = *subjects};
}

Result<QList<CallbackSubject>> QueryRoute::subjectsOf(const RecipientForm &recipient, const SandboxApp &app,
                                                      const QString &requestId) const
{
    QList<CallbackSubject> subjects;
    if (!recipient.contactId.isEmpty()) {
        const auto *contact = m_parts.contacts.find(recipient.contactId);
        if (!contact)
            return failure(VendorEnvelope::notFound());
        for (const auto &identity : contact->identities) {
            if (app.channels.contains(identity.channel))
                subjects.append({requestId, app.id, contact->id, identity.channel, identity.identity});
        }
    }
    for (const auto &identity : recipient.identities) {
        const auto ids = m_parts.contacts.idsWith(identity.channel, identity.identity);
        if (ids.isEmpty() && m_requireContact)
            return failure(VendorEnvelope::notFound());
        subjects.append({requestId, app.id, ids.value(0), identity.channel, identity.identity});
    }
    return subjects;
}

void QueryRoute::handle(const RoutedRequest &call, const ApiRouter::Done &done)
{
    const auto query = read(call);
    if (!query)
        return done(failure(query.error()));
    const auto registration = registrationOf(query->subjects);
    qCDebug(lcSandbox, "query read request=%s answers=%d",
            qUtf8Printable(query->registration.value(QStringLiteral("request_id")).toString()),
            int(query->subjects.size()));
    switch (registration) {
    case Registration::RateLimited:
        return done(failure(VendorEnvelope::error(429, QStringLiteral("Too many requests."))));
    case Registration::ServerFault:
        return done(failure(VendorEnvelope::error(500, QStringLiteral("There was an internal server error."))));
    case Registration::Ordinary:
    case Registration::AfterItsAnswers:
        break;
    }
    schedule(*query, registration == Registration::AfterItsAnswers, done);
}

void QueryRoute::schedule(const Query &query, bool isAnsweredFirst, const ApiRouter::Done &done)
{
    QList<CallbackSender::Planned> first;
    for (const auto &subject : query.subjects) {
        const bool isFirst
            = isAnsweredFirst && AnswerScript::registrationFor(subject.identity) == Registration::AfterItsAnswers;
        for (const auto &callback : m_parts.script.callbacksFor(subject.channel, subject.identity)) {
            if (isFirst)
                first.append({subject, callback});
            else
                m_parts.sender.schedule({subject, callback});
        }
    }
    m_parts.sender.sendBefore(first, [done, registration = query.registration] { done(registration); });
}

} // namespace console
