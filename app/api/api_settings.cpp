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

QUrl tokenUrlBeside(const QUrl &baseUrl)
{
    const QString host = baseUrl.host();
    if (host == QLatin1String("sinch.com") || host.endsWith(QLatin1String(".sinch.com")))
        return globalTokenUrl();
    QString path = baseUrl.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    QUrl url = baseUrl;
    url.setPath(path + QStringLiteral("/oauth2/token"));
    return url;
}

} // namespace console
