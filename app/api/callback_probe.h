// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http_transport.h"
#include "core/clock.h"
#include "core/secret.h"

namespace console {

/// Signs one callback of our own kind and sends it to an address of ours, as the vendor would: whether callbacks can
/// arrive there at all. It is stored under *other events*, never as a notification.
/// \param secret empty: sent without a signature.
/// \param ownCertificate SHA-256 of what the receiver shows where the target is its own address: no authority needs to
/// vouch for it there. Empty: the certificate must be one that everybody believes.
/// \returns the id in the body, by which the stored callback can be told from all others.
/// Errors: Network, Timeout (nothing answers there) · Rejected, Unauthorized, NotFound, ServerFault (something else than
/// our receiver answers, or it holds another secret). Thread: the network manager's.
QFuture<Result<QByteArray>> probeCallback(QNetworkAccessManager &network, const QUrl &target, const Secret &secret,
                                          const Clock &clock, const QByteArray &ownCertificate = {});

} // namespace console
