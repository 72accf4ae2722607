// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QByteArray>

namespace console {

struct AccessToken
{
    Secret text;
    std::chrono::seconds lifetime { 3600 };
};

/// The 200 of the token endpoint. A token_type other than bearer (any case) or an empty token is Malformed.
/// A missing or absurd expires_in reads as 3600 s, the documented value.
[[nodiscard]] Result<AccessToken> decodeAccessToken(const QByteArray &body);

} // namespace console
