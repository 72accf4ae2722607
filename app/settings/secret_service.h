// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusMessage>
#include <QFuture>
#include <QVariantList>

#include <optional>

namespace console {

/// The arguments of an answer; nothing after an error, or when no answer came within 2 s.
using BusReply = std::optional<QVariantList>;

/// Asks on the session bus. To be called only where there is one: KeychainProbe::hasBus().
QFuture<BusReply> callOnBus(QObject *context, const QDBusMessage &message);

/// A call of org.freedesktop.Secret.Service. Source: Secret Service API draft.
QDBusMessage toSecretService(const char *method);

} // namespace console
