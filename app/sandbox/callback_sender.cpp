// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/callback_sender.h"

#include "core/log.h"
#include "sandbox/callback_signature.h"
#include "sandbox/webhook_store.h"

#include <QTimer>

#include <memory>

namespace console {

namespace {
using namespace std::chrono_literals;

constexpr auto kFirstRetry = 5s;
constexpr int kAttempts = 16; // the last wait is 81,920 s, as for the vendor's SMS callbacks
constexpr auto kTurn = 40ms;  // 25 a second
constexpr auto kAnswerBeforeReply = 2s;

const char *wordOf(CallbackPoster::Outcome outcome)
{
    switch (outcome) {
    case CallbackPoster::Outcome::Delivered:
        return "delivered";
    case CallbackPoster::Outcome::Refused:
        return "refused";
    case CallbackPoster::Outcome::TryAgain:
        return "failed";
    }
    return "";
}
} // namespace

CallbackSender::CallbackSender(const WebhookStore &webhooks, const Clock &clock, QString projectId, double speed,
                               QObject *parent)
    : QObject(parent)
    , m_webhooks(webhooks)
    , m_clock(clock)
    , m_body(std::move(projectId))
    , m_speed(speed)
    , m_authorization(clock)
{ }

void CallbackSender::schedule(const Planned &planned)
{
    QTimer::singleShot(scaled(planned.second.delay), this, [this, planned] { deliver(planned, [] {}); });
}

void CallbackSender::sendBefore(const QList<Planned> &list, const std::function<void()> &done)
{
    auto open = std::make_shared<qsizetype>(0);
    auto finish = std::make_shared<std::function<void()>>(done);
    const auto finishOnce = [finish] {
        if (const auto call = std::exchange(*finish, nullptr))
            call();
    };
    for (const auto &planned : list)
        *open += m_webhooks.capabilityTargets(planned.first.appId).size();
    if (*open == 0)
        return finishOnce();
    QTimer::singleShot(kAnswerBeforeReply, this, finishOnce);
    for (const auto &planned : list)
        deliver(planned, [open, finishOnce] {
            if (--*open == 0)
                finishOnce();
        });
}

void CallbackSender::deliver(const Planned &planned, const std::function<void()> &answered)
{
    const auto body = m_body.encode(planned.second, planned.first, m_clock.now());
    deliverBytes(planned, body, answered);
    if (const auto repeatAfter = planned.second.repeatAfter)
        QTimer::singleShot(scaled(*repeatAfter), this, [this, planned, body] { deliverBytes(planned, body, [] {}); });
}

void CallbackSender::deliverBytes(const Planned &planned, const QByteArray &body, const std::function<void()> &answered)
{
    for (const auto &webhook : m_webhooks.capabilityTargets(planned.first.appId))
        attempt({planned.first, webhook.id, body, planned.second.signing, answered});
}

void CallbackSender::attempt(const Attempt &attempt)
{
    const auto turn = turnOf(attempt.subject.appId);
    if (turn > 0ms)
        QTimer::singleShot(turn, this, [this, attempt] { send(attempt); });
    else
        send(attempt);
}

void CallbackSender::send(const Attempt &attempt)
{
    const auto webhook = m_webhooks.find(attempt.webhookId);
    if (!webhook || !webhook->wantsCapabilities()) { // deleted or switched off since
        attempt.answered();
        return;
    }
    m_authorization.find(*webhook, [this, attempt, webhook = *webhook](const std::optional<QByteArray> &authorization) {
        if (authorization)
            post(attempt, webhook, *authorization);
        else
            settle(attempt, CallbackPoster::Outcome::TryAgain);
    });
}

void CallbackSender::post(const Attempt &attempt, const SandboxWebhook &webhook, const QByteArray &authorization)
{
    const auto headers
        = [this, secret = webhook.secret, body = attempt.body, signing = attempt.signing, authorization] {
              HeaderList list;
              if (!secret.isEmpty())
                  list = CallbackSignature::headers(secret, body, signing, m_clock.now());
              if (!authorization.isEmpty())
                  list.emplaceBack("Authorization", authorization);
              return list;
          };
    m_poster.post({QUrl(webhook.target), attempt.body, headers,
                   [this, attempt](CallbackPoster::Outcome outcome) { settle(attempt, outcome); }});
}

void CallbackSender::settle(Attempt attempt, CallbackPoster::Outcome outcome)
{
    qCDebug(lcSandbox, "callback %s request=%s channel=%s webhook=%s attempt=%d", wordOf(outcome),
            qUtf8Printable(attempt.subject.requestId), qUtf8Printable(attempt.subject.channel),
            qUtf8Printable(attempt.webhookId), attempt.number);
    std::exchange(attempt.answered, [] {})();
    if (outcome != CallbackPoster::Outcome::TryAgain || attempt.number >= kAttempts)
        return;
    const auto wait = kFirstRetry * (1 << (attempt.number - 1));
    ++attempt.number;
    QTimer::singleShot(scaled(wait), this, [this, attempt] { this->attempt(attempt); });
}

std::chrono::milliseconds CallbackSender::scaled(std::chrono::milliseconds wait) const
{
    return std::chrono::milliseconds(qRound64(double(wait.count()) / m_speed));
}

std::chrono::milliseconds CallbackSender::turnOf(const QString &appId)
{
    if (!m_isLimited)
        return 0ms;
    const auto now = m_clock.now();
    auto &next = m_nextTurn[appId];
    next = std::max(next, now);
    const auto wait = next - now;
    next += kTurn;
    return wait;
}

} // namespace console
