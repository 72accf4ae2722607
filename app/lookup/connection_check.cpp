// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/connection_check.h"

#include "api/callback_probe.h"
#include "core/continuation.h"

namespace console {

ConnectionCheck::ConnectionCheck(QNetworkAccessManager &network, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
{
}

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::cancel()
{
    ++m_generation;
    m_connection.reset();
}

void ConnectionCheck::start(const ApiSettings &settings, const Receiver &receiver)
{
    cancel();
    m_receiver = receiver;
    m_connection = std::make_unique<ProjectConnection>(settings, m_network, m_clock);
    Q_EMIT stepStarted(Step::Credentials);
    m_connection->authenticate() | then(this, [this, generation = m_generation](const Result<> &authenticated) {
        if (generation != m_generation)
            return;
        if (!authenticated)
            return fail(Step::Credentials, authenticated.error());
        Q_EMIT stepPassed(Step::Credentials, {});
        checkApps();
    });
}

void ConnectionCheck::checkApps()
{
    Q_EMIT stepStarted(Step::Apps);
    m_connection->apps().list() | then(this, [this, generation = m_generation](const Result<QList<App>> &apps) {
        if (generation != m_generation)
            return;
        if (!apps)
            return fail(Step::Apps, apps.error());
        QStringList names;
        for (const auto &app : *apps)
            names.append(app.displayName);
        Q_EMIT stepPassed(Step::Apps, names.join(QStringLiteral(", ")));
        checkCallback();
    });
}

void ConnectionCheck::checkCallback()
{
    if (m_receiver.url.isEmpty()) {
        Q_EMIT finished(true);
        return;
    }
    Q_EMIT stepStarted(Step::Callback);
    probeCallback(m_network, m_receiver.url, m_receiver.secret, m_clock) | then(this, [this, generation = m_generation](const Result<> &arrived) {
        if (generation != m_generation)
            return;
        if (!arrived)
            return fail(Step::Callback, arrived.error());
        Q_EMIT stepPassed(Step::Callback, m_receiver.url.toString());
        Q_EMIT finished(true);
    });
}

void ConnectionCheck::fail(Step step, const Error &error)
{
    Q_EMIT stepFailed(step, error);
    Q_EMIT finished(false);
}

} // namespace console
