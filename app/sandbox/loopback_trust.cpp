// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/loopback_trust.h"

#include <QHostAddress>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QSslSocket>

namespace console {

void trustLoopback(QNetworkRequest &request)
{
    const QString host = request.url().host();
    const bool isLoopback = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
    if (!isLoopback || request.url().scheme() != QLatin1String("https"))
        return;
    QSslConfiguration configuration = request.sslConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    request.setSslConfiguration(configuration);
}

} // namespace console
