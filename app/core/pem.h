// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace console {

/// What a private key is to a certificate.
enum class KeyFit { Fits, Encrypted, NotAKey, OfAnotherCertificate };

/// Both in PEM form, the first of each kind counts. Nobody is asked for a password.
KeyFit fitOfKey(const QByteArray &certificatePem, const QByteArray &keyPem);

} // namespace console
