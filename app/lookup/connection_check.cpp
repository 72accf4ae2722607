// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/connection_check.h"

#include "api/callback_probe.h"
#include "core/continuation.h"

namespace console {

ConnectionCheck::ConnectionCheck(QNetworkAccessManager &network, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_clock(clock)
{ }

ConnectionCheck::~ConnectionCheck() = default;

void ConnectionCheck::cancel()
{
    ++m_generation;
    m_connection.reset();
}

template <typename F>
auto ConnectionCheck::unlessDropped(F function)
{
    return [this, function, generation = m_generation](const auto &value) {
        if (generation == m_generation)
            function(value);
    };
}

void ConnectionCheck::start(const ApiSettings &settings, const Receiver &receiver)
{
    cancel();
    m_receiver = receiver;
    m_connection = std::make_unique<ProjectConnection>(settings, m_network, m_clock);
    Q_EMIT stepStarted(Step::Credentials);
    m_connection->authenticate() | then(this, unlessDropped([this](const Result<> &authenticated) {
                                            if (!authenticated)
                                                return fail(Step::Credentials, authenticated.error());
                                            Q_EMIT stepPassed(Step::Credentials, {});
                                            checkApps();
                                        }));
}

void ConnectionCheck::checkApps()
{
    Q_EMIT stepStarted(Step::Apps);
    m_connection->apps().list()
        | then(this, unlessDropped([this](const Result<QList<App>> &apps) {
                   if (!apps)
                       return fail(Step::Apps, apps.error());
                   QStringList names;
                   for (const auto &app : *apps)
                       names.append(app.displayName.isEmpty() ? app.id.toString() : app.displayName);
                   Q_EMIT stepPassed(Step::Apps, names.join(QStringLiteral(", ")));
                   checkCallback();
               }));
}

void ConnectionCheck::checkCallback()
{
    if (m_receiver.url.isEmpty() && m_receiver.problem.isEmpty()) {
        Q_EMIT finished(true);
        return;
    }
    Q_EMIT stepStarted(Step::Callback);
    if (!m_receiver.problem.isEmpty())
        return fail(Step::Callback, {Error::Kind::Config, m_receiver.problem});
    probeCallback(m_network, {m_receiver.url, m_receiver.secret, m_receiver.ownCertificate, m_receiver.client}, m_clock)
        | then(this, unlessDropped([this](const Result<QByteArray> &id) {
                   if (id)
                       checkArrival(*id);
                   else
                       fail(Step::Callback, id.error());
               }));
}

void ConnectionCheck::checkArrival(const QByteArray &id)
{
    if (!m_receiver.hasStored)
        return pass(Step::Callback, m_receiver.url.toString());
    m_receiver.hasStored(id)
        | then(this, unlessDropped([this](bool isHere) {
                   if (isHere)
                       pass(Step::Callback, m_receiver.url.toString());
                   else
                       fail(Step::Callback,
                            {Error::Kind::NotFound, QStringLiteral("answered 200, but nothing came to this receiver")});
               }));
}

void ConnectionCheck::pass(Step step, const QString &detail)
{
    Q_EMIT stepPassed(step, detail);
    Q_EMIT finished(true);
}

void ConnectionCheck::fail(Step step, const Error &error)
{
    Q_EMIT stepFailed(step, error);
    Q_EMIT finished(false);
}

} // namespace console
