// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "attack.h"

#include <memory>
#include <openssl/ssl.h>

namespace console {

/// A client with TLS that believes every certificate; blocks as its connection does.
class TlsClient
{
public:
    enum class Version { Any, OnlyTls12 };

    explicit TlsClient(int port, Version version = Version::Any)
        : m_connection(port)
        , m_context(SSL_CTX_new(TLS_client_method()), &SSL_CTX_free)
        , m_tls(SSL_new(m_context.get()), &SSL_free)
    {
        if (version == Version::OnlyTls12)
            SSL_set_max_proto_version(m_tls.get(), TLS1_2_VERSION);
        SSL_set_fd(m_tls.get(), m_connection.descriptor());
    }

    bool shakeHands() { return m_connection.isOpen() && SSL_connect(m_tls.get()) == 1; }
    bool send(QByteArrayView bytes)
    {
        return bytes.isEmpty() || SSL_write(m_tls.get(), bytes.data(), int(bytes.size())) == int(bytes.size());
    }
    int nextStatus()
    {
        char buffer[16384];
        while (true) {
            if (const int status = takeAnswer(m_arrived))
                return status;
            const int got = SSL_read(m_tls.get(), buffer, sizeof buffer);
            if (got <= 0)
                return 0;
            m_arrived.append(buffer, size_t(got));
        }
    }
    SSL *tls() const { return m_tls.get(); }
    AttackConnection &connection() { return m_connection; }

private:
    AttackConnection m_connection;
    std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> m_context;
    std::unique_ptr<SSL, decltype(&SSL_free)> m_tls;
    std::string m_arrived;
};

/// The first message of a client, as it goes over the wire.
QByteArray clientHello();

std::vector<Attack> tlsFloods(); ///< against a receiver with TLS

} // namespace console
