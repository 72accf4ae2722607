// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/listen_address.h"
#include "core/tls_certificate.h"

#include <QList>
#include <QMetaType>

namespace console {

/// One address that callbacks are received at.
struct ListenerState
{
    ListenAddress wanted;
    ListenAddress actual; ///< with the real port; only meaningful while listening
    bool isListening = false;
    QString problem;                                ///< why it does not listen; empty otherwise
    std::optional<TlsCertificate> certificate = {}; ///< that it shows; none: plain HTTP
    QString renewalProblem
        = {}; ///< why the certificate files as they are now cannot be used; the earlier ones still are
};

/// The receiver as the window shows it.
struct ReceiverState
{
    QList<ListenerState> listeners;
    std::optional<Timestamp> lastCallbackAt; ///< authentic ones, since the start
    qint64 accepted = 0;                     ///< answered 200, since the start
    qint64 rejected = 0;                     ///< refused, since the start
    qint64 unavailable = 0;                  ///< answered 503, since the start
    qint64 withoutTls = 0;                   ///< connections that ended in the handshake, since the start

    /// The real address of a listener that was wanted at this one.
    std::optional<ListenAddress> actualAddress(const ListenAddress &wanted) const
    {
        for (const auto &listener : listeners) {
            if (listener.wanted == wanted && listener.isListening)
                return listener.actual;
        }
        return std::nullopt;
    }
};

} // namespace console

Q_DECLARE_METATYPE(console::ReceiverState)
