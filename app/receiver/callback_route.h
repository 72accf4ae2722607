// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listen_address.h"
#include "core/tls_files.h"
#include "domain/callback_client.h"
#include "domain/callback_disposition.h"
#include "receiver/signature_verifier.h"

#include <functional>

namespace console {

/// One path that callbacks may come to. The path chooses secret and policy.
struct CallbackRoute
{
    ListenAddress address;
    bool mayMove = false; ///< when the port is taken, any free one will do; then for all routes of this address
    QString path = QStringLiteral("/callbacks");
    QString publicHost; ///< by which the vendor reaches us; empty when it is not known
    QString projectId;  ///< whose callbacks these are; empty on the command line
    SignaturePolicy policy;
    QList<CallbackClient> clients = {}; ///< who may get a token beside the path; empty: no tokens are given
    bool needsToken = false;            ///< callbacks without one are refused
    TlsFiles tls = {};                  ///< of the address: the first route of it counts
};

/// Where verified callbacks go. The answer may be given in any thread, later or at once; without it the client waits.
using CallbackSink = std::function<void(const VerifiedBody &, CallbackAnswer)>;

/// Where refused ones go. Called in the receiver thread, at a bounded rate.
struct RejectionSink
{
    std::function<void(const RejectedCallback &)> keep;             ///< one for the quarantine, counted as well
    std::function<void(RejectionCause cause, int count)> countOnly; ///< beyond the quarantine's rate
};

} // namespace console
