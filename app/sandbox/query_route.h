// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sandbox/answer_script.h"
#include "sandbox/api_router.h"
#include "sandbox/callback_sender.h"
#include "sandbox/sandbox_app.h"

namespace console {

class ContactStore;
struct RecipientForm;

/// POST /capability:query. Contract 2.
class QueryRoute
{
public:
    struct Parts ///< used, not owned; they outlive this object
    {
        const ContactStore &contacts;
        const QList<SandboxApp> &apps;
        const AnswerScript &script;
        CallbackSender &sender;
        const Clock &clock;
    };
    /// \param requireContact  answer 404 for an identity that no contact has
    QueryRoute(const Parts &parts, bool requireContact);

    void addTo(ApiRouter &router);

private:
    struct Query
    {
        QJsonObject registration;
        QList<CallbackSubject> subjects;
    };
    Result<Query> read(const RoutedRequest &call) const;
    Result<QList<CallbackSubject>> subjectsOf(const RecipientForm &recipient, const SandboxApp &app,
                                              const QString &requestId) const;
    void handle(const RoutedRequest &call, const ApiRouter::Done &done);
    void schedule(const Query &query, bool isAnsweredFirst, const ApiRouter::Done &done);

    Parts m_parts;
    bool m_requireContact;
};

} // namespace console
