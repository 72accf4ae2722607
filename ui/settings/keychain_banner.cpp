// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keychain_banner.h"

#include <QCoreApplication>

namespace console {

namespace {

QString words(const char *source)
{
    return QCoreApplication::translate("keychain", source);
}

} // namespace

bool canBeUnlocked(KeychainState state)
{
    return state == KeychainState::Locked || state == KeychainState::NoDefault;
}

QString unlockOrder(KeychainState state)
{
    if (state == KeychainState::Locked)
        return words(QT_TRANSLATE_NOOP("keychain", "Unlock keychain"));
    return state == KeychainState::NoDefault ? words(QT_TRANSLATE_NOOP("keychain", "Set up keychain")) : QString();
}

Banner *makeKeychainBanner(QWidget *parent)
{
    auto *banner = new Banner(Banner::Shape::Card, parent);
    banner->setObjectName(QStringLiteral("sessionOnly"));
    banner->hide();
    return banner;
}

void showKeychain(Banner *banner, KeychainState state)
{
    const QString reason = keychainReason(state);
    banner->setVisible(!reason.isEmpty());
    banner->setMessage(
        Tone::Warn, Icon::Key,
        //: %1 is the reason
        words(QT_TRANSLATE_NOOP("keychain", "Secrets are kept until the program ends only: %1.")).arg(reason));
    banner->setAction(unlockOrder(state));
}

} // namespace console
