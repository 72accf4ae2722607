// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <initializer_list>

namespace console {

/// HMAC-SHA256 over the parts joined as they stand; 32 bytes. OpenSSL: half the time of QMessageAuthenticationCode.
QByteArray hmacSha256(const QByteArray &key, std::initializer_list<QByteArrayView> parts);

/// A key of 32 bytes from a secret that a person may have chosen, some milliseconds for each guess (PBKDF2).
QByteArray stretchedKey(const QByteArray &secret, const QByteArray &purpose);

/// SHA-256 over one byte array; 32 bytes.
QByteArray sha256(QByteArrayView bytes);

/// Compares in a time that does not depend on where the first difference is, so that a signature cannot be guessed
/// byte by byte. Different lengths are unequal at once: the length is no secret.
bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

/// Gives back what OpenSSL keeps for the calling thread, at its end: QThread::wait() returns before the system has run the
/// thread's destructors, and a program that ends then would leak it.
void endCryptoOfThread();

/// The version of OpenSSL that runs here.
QString cryptoLibraryVersion();

} // namespace console
