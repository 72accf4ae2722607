// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/listen_address.h"

#include <QRegularExpression>

namespace console {

Result<ListenAddress> ListenAddress::parse(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:(\\[[0-9A-Fa-f:.]+\\]|[^:\\[\\]\\s]*):)?(\\d{1,5})$"));
    const auto match = pattern.match(text.trimmed());
    const int port = match.captured(2).toInt();
    if (!match.hasMatch() || port > 65535)
        return failure(
            Error::Kind::Config,
            QStringLiteral("\"%1\" is not an address: write ADDRESS:PORT, for example 127.0.0.1:8787").arg(text));
    ListenAddress address;
    QString host = match.captured(1);
    if (host.startsWith(QLatin1Char('[')))
        host = host.mid(1, host.size() - 2);
    if (!host.isEmpty())
        address.host = host;
    address.port = quint16(port);
    return address;
}

QString ListenAddress::toString() const
{
    const bool isV6 = host.contains(QLatin1Char(':'));
    return (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(host).arg(port);
}

bool ListenAddress::isLoopback() const
{
    // A name may begin with "127." too, and belong to anybody.
    static const QRegularExpression loopbackV4(QStringLiteral("\\A127(?:\\.\\d{1,3}){3}\\z"));
    return host == QLatin1String("localhost") || host == QLatin1String("::1") || loopbackV4.match(host).hasMatch();
}

} // namespace console
