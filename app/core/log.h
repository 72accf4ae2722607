// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace console {

// A line tells event and ids: "callback recorded request=… channel=RCS outcome=new". Never tokens, signatures or
// bodies; identities only through maskedIdentity().
Q_DECLARE_LOGGING_CATEGORY(lcApi)      // console.api
Q_DECLARE_LOGGING_CATEGORY(lcHttp)     // console.http
Q_DECLARE_LOGGING_CATEGORY(lcReceiver) // console.receiver
Q_DECLARE_LOGGING_CATEGORY(lcStorage)  // console.storage
Q_DECLARE_LOGGING_CATEGORY(lcLookup)   // console.lookup
Q_DECLARE_LOGGING_CATEGORY(lcUi)       // console.ui
Q_DECLARE_LOGGING_CATEGORY(lcSandbox)  // console.sandbox

/// The last three characters, the rest as one ellipsis: enough to tell rows apart, too little to name a person.
QString maskedIdentity(const QString &identity);

} // namespace console
