// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api_settings.h"

namespace console {

QUrl regionBaseUrl(const QString &region)
{
    return QUrl(QStringLiteral("https://%1.conversation.api.sinch.com").arg(region));
}

QUrl globalTokenUrl()
{
    return QUrl(QStringLiteral("https://auth.sinch.com/oauth2/token"));
}

} // namespace console
