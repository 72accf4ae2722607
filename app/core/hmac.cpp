// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hmac.h"

#include <memory>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/sha.h>

namespace console {

namespace {
using MacContext = std::unique_ptr<EVP_MAC_CTX, decltype(&EVP_MAC_CTX_free)>;

/// With its digest chosen; the search for the digest costs as much as a short message.
MacContext makeMacContext()
{
    static EVP_MAC *const algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr); // kept for the life of the process
    MacContext context(EVP_MAC_CTX_new(algorithm), EVP_MAC_CTX_free);
    char digestName[] = "SHA256";
    const OSSL_PARAM parameters[]
        = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digestName, 0), OSSL_PARAM_construct_end()};
    EVP_MAC_CTX_set_params(context.get(), parameters);
    return context;
}
} // namespace

QByteArray hmacSha256(const QByteArray &key, std::initializer_list<QByteArrayView> parts)
{
    static const MacContext chosen = makeMacContext();
    const MacContext context(EVP_MAC_CTX_dup(chosen.get()), EVP_MAC_CTX_free);
    // A null key pointer means "keep the earlier key" to OpenSSL: an empty key needs an address.
    const auto *keyBytes = reinterpret_cast<const unsigned char *>(key.isEmpty() ? "" : key.constData());
    EVP_MAC_init(context.get(), keyBytes, size_t(key.size()), nullptr);
    for (const QByteArrayView part : parts)
        EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char *>(part.data()), size_t(part.size()));
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    size_t written = 0;
    EVP_MAC_final(context.get(), reinterpret_cast<unsigned char *>(digest.data()), &written, size_t(digest.size()));
    return digest;
}

QByteArray stretchedKey(const QByteArray &secret, const QByteArray &purpose)
{
    constexpr int kRounds = 50'000;
    QByteArray key(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    PKCS5_PBKDF2_HMAC(secret.constData(), int(secret.size()),
                      reinterpret_cast<const unsigned char *>(purpose.constData()), int(purpose.size()), kRounds,
                      EVP_sha256(), int(key.size()), reinterpret_cast<unsigned char *>(key.data()));
    return key;
}

QByteArray sha256(QByteArrayView bytes)
{
    QByteArray digest(SHA256_DIGEST_LENGTH, Qt::Uninitialized);
    SHA256(reinterpret_cast<const unsigned char *>(bytes.data()), size_t(bytes.size()),
           reinterpret_cast<unsigned char *>(digest.data()));
    return digest;
}

bool equalInConstantTime(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

void endCryptoOfThread()
{
    OPENSSL_thread_stop();
}

QString cryptoLibraryVersion()
{
    return QString::fromLatin1(OpenSSL_version(OPENSSL_VERSION_STRING));
}

} // namespace console
