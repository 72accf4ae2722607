// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/keychain_probe.h"
#include "ui/theme/banner.h"

namespace console {

/// Whether a keychain that is asked can change anything: one that is locked, or was never set up.
bool canBeUnlocked(KeychainState state);
/// "Unlock keychain", "Set up keychain"; empty where asking helps nothing.
QString unlockOrder(KeychainState state);

/// Says in a dialog with secrets that they are kept until the program ends only, and why; hidden where a keychain keeps
/// them. \returns the banner with its action: Banner::actionTriggered means unlock.
Banner *makeKeychainBanner(QWidget *parent);
void showKeychain(Banner *banner, KeychainState state);

} // namespace console
