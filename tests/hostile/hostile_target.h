// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/signed_post.h"
#include "support/started_program.h"

#include <QSet>
#include <QTemporaryDir>

#include <memory>

namespace console {

/// One server under attack, as a process of its own.
class HostileTarget
{
public:
    enum class Kind {
        Receiver,    ///< capability-cli listen
        TlsReceiver, ///< the same with a certificate
        Sandbox,     ///< capability-sandbox
        Stock,       ///< an unguarded QHttpServer, for comparison
    };

    HostileTarget(Kind kind, std::optional<rlim_t> descriptors);

    int port() const { return m_port; } ///< 0: it did not start
    bool hasTls() const { return m_hasTls; }
    StartedProgram &program() { return *m_program; }
    const StartedProgram &program() const { return *m_program; }
    /// The first line of a request to a path that is there, with Host.
    QByteArray head() const { return "POST " + m_path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"; }
    /// A request as a well-meaning client sends it, answered 200. Another one each time.
    QByteArray honestRequest() const { return honestRequest(makeUlid(SystemClock().now()).toLatin1()); }
    /// \param id  the request id that a callback carries, once it is stored one of storedIds().
    QByteArray honestRequest(const QByteArray &id) const;
    /// Of a receiver.
    QSet<QByteArray> storedIds() const;
    /// The peak of its resident memory counts from now.
    void resetPeak() const;

private:
    QStringList listenArguments() const;

    QTemporaryDir m_folder;
    QByteArray m_path;
    QByteArray m_authorization; ///< of the sandbox
    std::unique_ptr<StartedProgram> m_program;
    int m_port = 0;
    bool m_hasTls;
};

} // namespace console
