// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiver_state.h"

#include <QUrl>

#include <optional>

namespace console {

/// What the window knows of the receiver of the project that is selected.
struct ReceiverView
{
    ReceiverState state;
    ListenAddress wanted; ///< of the selected project
    QUrl callbackUrl;     ///< empty while it is not known
    QString offBecause;   ///< why nothing is received at all; empty otherwise

    const ListenerState *listener() const;
    /// Empty when all is well.
    QString problem() const;
};

/// "Receiver :8787 · 12 s ago", "Receiver :8787 cannot listen".
QString receiverShortText(const ReceiverView &view, Timestamp now);

/// "TLS certificate of receiver.example, valid until 3 Feb 2027"; empty without TLS.
QString certificateSentence(const ReceiverView &view);

/// What is wrong with the certificate, or will be soon; empty when all is well.
QString certificateWarning(const ReceiverView &view, Timestamp now);

/// "receiver 127.0.0.1:8787 listening"
QString receiverSentence(const ReceiverView &view);

} // namespace console
