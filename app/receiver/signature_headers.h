// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>

namespace console {

// The headers of a signed callback. Source: contract 5.2.
inline constexpr QByteArrayView kSignatureHeader("x-sinch-webhook-signature");
inline constexpr QByteArrayView kNonceHeader("x-sinch-webhook-signature-nonce");
inline constexpr QByteArrayView kTimestampHeader("x-sinch-webhook-signature-timestamp");
inline constexpr QByteArrayView kAlgorithmHeader("x-sinch-webhook-signature-algorithm");

inline constexpr std::array kSignatureHeaders {kSignatureHeader, kNonceHeader, kTimestampHeader, kAlgorithmHeader};

} // namespace console
