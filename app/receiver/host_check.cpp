// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/host_check.h"

#include <QHostAddress>
#include <QUrl>

namespace console {

bool isHostAllowed(const CallbackRoute &route, const HeaderList &headers)
{
    const QByteArray field = headerValue(headers, "Host").trimmed();
    const QUrl url(QStringLiteral("http://") + QString::fromLatin1(field), QUrl::StrictMode);
    QString host = url.host();
    if (!url.isValid() || host.isEmpty() || !url.path().isEmpty())
        return false;
    while (host.endsWith(QLatin1Char('.'))) // the same name, written in full
        host.chop(1);
    const auto is = [&](const QString &name) { return host.compare(name, Qt::CaseInsensitive) == 0; };
    if (is(QStringLiteral("localhost")) || is(route.address.host)
        || (!route.publicHost.isEmpty() && is(route.publicHost)))
        return true;
    const QHostAddress number(host);
    return number.isLoopback() || (!number.isNull() && !route.address.isLoopback());
}

} // namespace console
