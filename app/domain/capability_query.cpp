// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/capability_query.h"

namespace console {

CapabilityQuery::CapabilityQuery(RequestId requestId, AppId appId, Recipient recipient)
    : m_requestId(std::move(requestId))
    , m_appId(std::move(appId))
    , m_recipient(std::move(recipient))
{ }

Result<CapabilityQuery> CapabilityQuery::make(RequestId requestId, AppId appId, Recipient recipient)
{
    const auto *identities = std::get_if<QList<ChannelIdentity>>(&recipient);
    if (identities && identities->isEmpty())
        return failure(Error::Kind::Config, QStringLiteral("there is nobody to look up: give at least one identity"));
    return CapabilityQuery(std::move(requestId), std::move(appId), std::move(recipient));
}

} // namespace console
