// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pem.h"

#include <memory>
#include <openssl/pem.h>
#include <openssl/x509.h>

namespace console {

namespace {

template <typename Native>
using Read = Native *(*)(BIO *, Native **, pem_password_cb *, void *);

/// OpenSSL would ask at the terminal.
int giveNoPassword(char *, int, int, void *)
{
    return -1;
}

template <typename Native>
std::unique_ptr<Native, void (*)(Native *)> readPem(const QByteArray &bytes, Read<Native> read, void (*free)(Native *))
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new_mem_buf(bytes.constData(), int(bytes.size())),
                                                           &BIO_free);
    return {read(memory.get(), nullptr, giveNoPassword, nullptr), free};
}

} // namespace

KeyFit fitOfKey(const QByteArray &certificatePem, const QByteArray &keyPem)
{
    const auto key = readPem<EVP_PKEY>(keyPem, &PEM_read_bio_PrivateKey, &EVP_PKEY_free);
    if (!key)
        return keyPem.contains("ENCRYPTED") ? KeyFit::Encrypted : KeyFit::NotAKey;
    const auto certificate = readPem<X509>(certificatePem, &PEM_read_bio_X509, &X509_free);
    const bool fits = certificate && X509_check_private_key(certificate.get(), key.get()) == 1;
    return fits ? KeyFit::Fits : KeyFit::OfAnotherCertificate;
}

} // namespace console
