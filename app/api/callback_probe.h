// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_transport.h"
#include "core/clock.h"
#include "domain/callback_client.h"

namespace console {

/// Where a probe is sent, and with what.
struct ProbeTarget
{
    QUrl url;
    Secret secret;             ///< empty: sent without a signature
    QByteArray ownCertificate; ///< SHA-256 of what the receiver shows at its own address: needs no authority there
    std::optional<CallbackClient> client; ///< a token is got beside the URL first
};

/// Signs one callback of our own kind and sends it to an address of ours, as the vendor would: whether callbacks can
/// arrive there at all. It is stored under *other events*, never as a notification.
/// \returns the id in the body, by which the stored callback can be told from all others.
/// Errors: Network, Timeout (nothing answers there) · Rejected, Unauthorized, NotFound, ServerFault (something else than
/// our receiver answers, or it holds another secret). Thread: the network manager's.
QFuture<Result<QByteArray>> probeCallback(QNetworkAccessManager &network, const ProbeTarget &target,
                                          const Clock &clock);

} // namespace console
