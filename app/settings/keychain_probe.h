// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QObject>

namespace console {

/// What the desktop's keychain would do if it were asked now.
enum class KeychainState {
    NoBus,     ///< no session bus: nothing to ask, and asking would start one
    NoService, ///< a bus without a keychain
    NoDefault, ///< a keychain without a collection: the first write would prompt
    Locked,    ///< it would prompt, or say "not found" of what is there
    Unlocked,
};

/// Looks at the keychain without touching it: no prompt, no service started by accident. QtKeychain alone cannot tell
/// these apart (a locked keyring without a display reads as "never stored"). Answers within 2 s.
/// Thread: GUI; futures finish there.
class KeychainProbe : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    QFuture<KeychainState> look();
    /// Whether there is a session bus at all; touches nothing.
    static bool hasBus();
};

/// Why secrets are not kept for good in this state; empty when they are.
QString keychainReason(KeychainState state);

} // namespace console
