// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>
#include <tl/expected.hpp>
#include <utility>

namespace console {

/// Why an operation did not succeed, as a value. Kinds are what a caller does about it; details are for logs.
struct Error
{
    enum class Kind {
        Cancelled,        ///< we stopped it ourselves
        Timeout,          ///< no answer in time
        Network,          ///< no connection, or it broke
        Unauthorized,     ///< credentials refused
        RateLimited,      ///< 429
        Rejected,         ///< the request itself is refused (400, 403, 501 …)
        ServerFault,      ///< 5xx
        Malformed,        ///< bytes from outside that cannot be read
        SignatureInvalid, ///< a callback that does not verify
        Stale,            ///< a callback outside the time window
        Replayed,         ///< a nonce that was used for another body
        NotFound,
        Storage, ///< the database, the disk
        Busy,    ///< somebody else holds it, or a queue is full: later, perhaps
        Config,  ///< what the user gave us is not usable
    };

    Kind kind;
    QString detail;                                      ///< English, for log and bug report; never a secret
    QString vendorWords = {};                            ///< the vendor's own explanation, shown as a quotation
    std::optional<int> httpStatus = {};                  ///< when the peer answered at all
    std::optional<std::chrono::seconds> retryAfter = {}; ///< as the peer asked

    friend bool operator==(const Error &, const Error &) = default;
};

template <typename T = void>
using Result = tl::expected<T, Error>;

/// For the few places whose failure carries more than an Error.
template <typename T, typename E>
using Expected = tl::expected<T, E>;
template <typename E>
using Unexpected = tl::unexpected<E>;

/// An Error on its way into a Result: `return failure(Error::Kind::Config, QStringLiteral("…"));`
[[nodiscard]] inline tl::unexpected<Error> failure(Error::Kind kind, QString detail)
{
    return tl::unexpected<Error>(Error {kind, std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace console
