// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/app.h"
#include "domain/callback_client.h"
#include "lookup/project_connection.h"

#include <QUrl>

#include <functional>
#include <memory>

namespace console {

/// Checks a connection in three steps, each named: the access key, the apps (and with them project and region), and one
/// signed callback of our own to our own receiver, through the public URL when there is one.
/// A step that fails ends the check; those behind it are not tried. Thread: GUI.
class ConnectionCheck : public QObject
{
    Q_OBJECT

public:
    enum class Step { Credentials, Apps, Callback };
    struct Receiver
    {
        QUrl url;        ///< public, else the local address; empty: the step is left out
        Secret secret;   ///< empty: the probe is not signed
        QString problem; ///< why nothing can be received there: the step fails with it
        /// Whether the callback with this id came here: others may answer 200 as well. Empty: a 200 is believed.
        std::function<QFuture<bool>(const QByteArray &id)> hasStored = {};
        QByteArray ownCertificate = {};            ///< SHA-256, where the URL is the local address and that speaks TLS
        std::optional<CallbackClient> client = {}; ///< with which a token is got first
    };

    explicit ConnectionCheck(QNetworkAccessManager &network, const Clock &clock, QObject *parent = nullptr);
    ~ConnectionCheck() override;

    /// Begins anew; an earlier check is dropped.
    void start(const ApiSettings &settings, const Receiver &receiver);
    void cancel();

Q_SIGNALS:
    void stepStarted(console::ConnectionCheck::Step step);
    void stepPassed(console::ConnectionCheck::Step step, const QString &detail);
    void stepFailed(console::ConnectionCheck::Step step, const console::Error &error);
    /// All steps passed, or one failed.
    void finished(bool hasPassed);

private:
    void checkApps();
    void checkCallback();
    void checkArrival(const QByteArray &id);
    void pass(Step step, const QString &detail);
    void fail(Step step, const Error &error);
    /// For continuations: what comes after cancel(), or of an earlier check, counts no more.
    template <typename F>
    auto unlessDropped(F function);

    QNetworkAccessManager &m_network;
    const Clock &m_clock;
    std::unique_ptr<ProjectConnection> m_connection;
    Receiver m_receiver;
    int m_generation = 0;
};

} // namespace console
