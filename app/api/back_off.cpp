// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/back_off.h"

#include <QRandomGenerator>

namespace console {

bool mayRetry(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::RateLimited:
    case Error::Kind::Network:
    case Error::Kind::Timeout:
        return true;
    case Error::Kind::ServerFault:
        return error.httpStatus == 500 || error.httpStatus == 502 || error.httpStatus == 503 || error.httpStatus == 504;
    case Error::Kind::Cancelled:
    case Error::Kind::Unauthorized:
    case Error::Kind::Rejected:
    case Error::Kind::Malformed:
    case Error::Kind::SignatureInvalid:
    case Error::Kind::Stale:
    case Error::Kind::Replayed:
    case Error::Kind::NotFound:
    case Error::Kind::Storage:
    case Error::Kind::Busy:
    case Error::Kind::Config:
        return false;
    }
    return false;
}

std::chrono::milliseconds backOff(const Error &error, int attempt, std::chrono::milliseconds base)
{
    if (error.retryAfter)
        return std::min<std::chrono::milliseconds>(*error.retryAfter, std::chrono::seconds(30));
    const int ceiling = int(base.count()) << (2 * attempt);
    return std::chrono::milliseconds(QRandomGenerator::system()->bounded(ceiling + 1));
}

} // namespace console
