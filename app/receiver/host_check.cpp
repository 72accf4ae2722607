// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/host_check.h"

#include <QUrl>

namespace console {

namespace {

/// An address instead of a name: nobody else can make it point at this machine.
bool isNumber(const QString &host)
{
    return host.contains(QLatin1Char(':')) || std::all_of(host.begin(), host.end(), [](QChar c) {
               return c == QLatin1Char('.') || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
           });
}

} // namespace

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
    if (!isNumber(host))
        return false;
    return !route.address.isLoopback() || host.startsWith(QLatin1String("127.")) || host == QLatin1String("::1");
}

} // namespace console
