// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tls_certificate.h"
#include "core/tls_files.h"

#include <memory>

class QSslConfiguration;

namespace console {

/// A certificate with its private key, read and found to fit: what a TLS server needs. A value; the key never leaves it.
class TlsIdentity
{
public:
    /// Errors: Config, in words for who named the files: missing, unreadable, not PEM, the key is encrypted or does not
    /// fit the certificate, which has expired or is not valid yet.
    [[nodiscard]] static Result<TlsIdentity> load(const TlsFiles &files, Timestamp now);

    const TlsCertificate &certificate() const;
    const QSslConfiguration &configuration() const; ///< of a server: TLS 1.2 or newer, no client certificates

private:
    struct Parts;
    explicit TlsIdentity(std::shared_ptr<const Parts> parts);

    std::shared_ptr<const Parts> m_parts;
};

} // namespace console
