// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QUrl>

namespace console {

/// With what the vendor gets a token of ours, which it then sends with the callbacks of a project. Contract 5.4.
struct CallbackClient
{
    enum class Credentials {
        InHeader, ///< BASIC: in the Authorization header
        InForm,   ///< FORM: in the body
    };
    QString id;
    Secret secret;
    Credentials credentials = Credentials::InHeader;

    friend bool operator==(const CallbackClient &, const CallbackClient &) = default;
};

/// Where tokens are given for callbacks to this path: beside it.
inline QString callbackTokenPath(QString callbackPath)
{
    while (callbackPath.endsWith(QLatin1Char('/')))
        callbackPath.chop(1);
    return callbackPath + QStringLiteral("/token");
}
inline QUrl callbackTokenUrl(QUrl target)
{
    target.setPath(callbackTokenPath(target.path()));
    return target;
}

} // namespace console
