// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"
#include "core/tls_files.h"

#include <QDir>
#include <QFile>

#include <memory>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace console {

/// A certificate that its own key has signed, for localhost and 127.0.0.1. Made anew each time: none gets old in a file.
class TestCertificate
{
public:
    using Days = std::chrono::days;

    explicit TestCertificate(const QByteArray &name = "receiver.example", Days from = Days(-1), Days to = Days(90))
        : m_key(EVP_EC_gen("P-256"), &EVP_PKEY_free)
        , m_certificate(X509_new(), &X509_free)
    {
        X509 *const it = m_certificate.get();
        X509_set_version(it, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(it), ++s_serial);
        X509_gmtime_adj(X509_getm_notBefore(it), std::chrono::seconds(from).count());
        X509_gmtime_adj(X509_getm_notAfter(it), std::chrono::seconds(to).count());
        X509_set_pubkey(it, m_key.get());
        X509_NAME *const subject = X509_get_subject_name(it);
        X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                   reinterpret_cast<const unsigned char *>(name.constData()), int(name.size()), -1, 0);
        X509_set_issuer_name(it, subject);
        X509_EXTENSION *const names
            = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
        X509_add_ext(it, names, -1);
        X509_EXTENSION_free(names);
        X509_sign(it, m_key.get(), EVP_sha256());
    }

    QByteArray certificatePem() const
    {
        return written([this](BIO *to) { PEM_write_bio_X509(to, m_certificate.get()); });
    }
    QByteArray keyPem() const
    {
        return written(
            [this](BIO *to) { PEM_write_bio_PrivateKey(to, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    }
    QByteArray encryptedKeyPem() const
    {
        return written([this](BIO *to) {
            PEM_write_bio_PrivateKey(to, m_key.get(), EVP_aes_128_cbc(), nullptr, 0, nullptr,
                                     const_cast<char *>("password"));
        });
    }

    /// Writes both, over what stands there.
    TlsFiles writeTo(const QString &folder) const
    {
        const TlsFiles files {QDir(folder).filePath(QStringLiteral("certificate.pem")),
                              QDir(folder).filePath(QStringLiteral("key.pem"))};
        write(files.certificate, certificatePem());
        write(files.key, keyPem());
        return files;
    }
    static void write(const QString &file, const QByteArray &bytes)
    {
        QFile target(file);
        if (target.open(QIODevice::WriteOnly))
            target.write(bytes);
    }

private:
    template <typename F>
    static QByteArray written(F write)
    {
        const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), &BIO_free);
        write(memory.get());
        char *bytes = nullptr;
        const long size = BIO_get_mem_data(memory.get(), &bytes);
        return {bytes, qsizetype(size)};
    }

    static inline long s_serial = 0;
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
    std::unique_ptr<X509, decltype(&X509_free)> m_certificate;
};

} // namespace console
