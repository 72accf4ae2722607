// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/capability_client.h"

#include "core/continuation.h"
#include "wire/query_codec.h"

namespace console {

QFuture<Expected<Registration, UnrepeatedFailure>> CapabilityClient::query(const CapabilityQuery &query)
{
    using Registered = Expected<Registration, UnrepeatedFailure>;
    const ApiCall call {"POST", QStringLiteral("/capability:query"), {}, encodeCapabilityQuery(query)};
    return m_session.sendOnce(call)
        | then(&m_session, [](const Expected<QByteArray, UnrepeatedFailure> &body) -> Registered {
               if (!body)
                   return Unexpected<UnrepeatedFailure>(body.error());
               return decodeRegistration(*body);
           });
}

} // namespace console
