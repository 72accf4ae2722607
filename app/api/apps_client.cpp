// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apps_client.h"

#include "api/decode_with.h"
#include "wire/app_codec.h"

namespace console {

QFuture<Result<QList<App>>> AppsClient::list()
{
    return decodeWith(m_session, {"GET", QStringLiteral("/apps")}, decodeApps);
}

QFuture<Result<App>> AppsClient::get(const AppId &id)
{
    return decodeWith(m_session, {"GET", QStringLiteral("/apps") + pathSegment(id.toString())}, decodeApp);
}

} // namespace console
