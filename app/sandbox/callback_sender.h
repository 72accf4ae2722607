// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "sandbox/callback_authorization.h"
#include "sandbox/callback_body.h"
#include "sandbox/callback_poster.h"

#include <QHash>
#include <QList>

namespace console {

class WebhookStore;

/// Sends what a query led to: each callback after its time, to every webhook of the app that wants it, signed, and
/// again after 5, 10, 20 … seconds as long as the receiver fails. The speed divides these waits. Thread: the one that
/// made it.
class CallbackSender : public QObject
{
    Q_OBJECT

public:
    /// Store and clock are used, not owned, and outlive this object.
    CallbackSender(const WebhookStore &webhooks, const Clock &clock, QString projectId, double speed,
                   QObject *parent = nullptr);

    /// 25 callbacks a second and app, whatever the speed (contract 2.5).
    void limitRate() { m_isLimited = true; }

    using Planned = QPair<CallbackSubject, PlannedCallback>;
    void schedule(const Planned &planned);
    /// Sends at once; done is called when every webhook has answered the first attempt, at the latest after two
    /// seconds.
    void sendBefore(const QList<Planned> &list, const std::function<void()> &done);

private:
    struct Attempt
    {
        CallbackSubject subject;
        QString webhookId;
        QByteArray body;
        PlannedCallback::Signing signing;
        std::function<void()> answered = {}; ///< after the first attempt, whatever came of it
        int number = 1;
    };
    void deliver(const Planned &planned, const std::function<void()> &answered);
    void deliverBytes(const Planned &planned, const QByteArray &body, const std::function<void()> &answered);
    void attempt(const Attempt &attempt);
    void send(const Attempt &attempt);
    void post(const Attempt &attempt, const SandboxWebhook &webhook, const QByteArray &authorization);
    void settle(Attempt attempt, CallbackPoster::Outcome outcome);
    std::chrono::milliseconds scaled(std::chrono::milliseconds wait) const;
    std::chrono::milliseconds turnOf(const QString &appId);

    const WebhookStore &m_webhooks;
    const Clock &m_clock;
    CallbackBody m_body;
    double m_speed;
    bool m_isLimited = false;
    QHash<QString, Timestamp> m_nextTurn; ///< by app
    CallbackAuthorization m_authorization;
    CallbackPoster m_poster;
};

} // namespace console
