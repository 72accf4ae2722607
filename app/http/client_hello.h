// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace console {

/// How the first bytes of a connection look to a server with TLS.
enum class HelloLook {
    Incomplete, ///< so far it may be one
    Fine,       ///< a hello of a usual length begins so
    NotTls,     ///< plain HTTP, garbage
    TooLong,    ///< TLS, but more is announced than any honest client says
};

constexpr qsizetype kHelloPeekBytes = 9;                  ///< enough for a judgement
constexpr qsizetype kLongestHello = qsizetype(16) * 1024; ///< one with keys against quantum computers has 2 KiB

/// OpenSSL takes memory for all that is announced, before it comes: so it is looked at first.
HelloLook lookAtHello(QByteArrayView bytes);

} // namespace console
