// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>

namespace console {

struct AccessToken
{
    Secret text;
    std::chrono::seconds lifetime {3600};
};

/// The 200 of the token endpoint. Malformed: a token_type other than bearer (any case), a token that is empty or holds
/// what cannot stand in a header. A missing or absurd expires_in (beyond 30 days) reads as 3600 s, the documented value.
[[nodiscard]] Result<AccessToken> decodeAccessToken(const QByteArray &body);

} // namespace console
