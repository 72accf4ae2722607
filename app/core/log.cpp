// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log.h"

namespace console {

Q_LOGGING_CATEGORY(lcApi, "console.api", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "console.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcReceiver, "console.receiver", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "console.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLookup, "console.lookup", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "console.ui", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSandbox, "console.sandbox", QtInfoMsg)

QString maskedIdentity(const QString &identity)
{
    return QStringLiteral("…") + identity.right(3);
}

} // namespace console
