// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/tls_identity.h"

#include "core/pem.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace console {

struct TlsIdentity::Parts
{
    TlsCertificate certificate;
    QSslConfiguration configuration;
};

namespace {

constexpr qint64 kMostBytes = qint64(1024) * 1024; // of a file: a chain of certificates has a hundredth

auto problem(const QString &text)
{
    return failure(Error::Kind::Config, text);
}

Result<QByteArray> readFile(const QString &name, const QString &what)
{
    if (name.isEmpty())
        return problem(QStringLiteral("the file of the %1 is not named").arg(what));
    const QFileInfo info(name);
    if (!info.exists())
        return problem(QStringLiteral("there is no file %1").arg(name));
    QFile file(name);
    if (!info.isFile()) // a pipe could let us wait for ever
        return problem(QStringLiteral("%1 is not a file").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return problem(QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
    return file.read(kMostBytes);
}

QSslKey keyFrom(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec}) {
        QSslKey key(pem, algorithm, QSsl::Pem);
        if (!key.isNull())
            return key;
    }
    return {};
}

Result<QSslKey> readKey(const TlsFiles &files, const QByteArray &certificatePem)
{
    const auto pem = readFile(files.key, QStringLiteral("private key"));
    if (!pem)
        return failure(pem.error());
    switch (fitOfKey(certificatePem, *pem)) {
    case KeyFit::Fits:
        break;
    case KeyFit::Encrypted:
        return problem(
            QStringLiteral("the private key in %1 is encrypted: store it without a password").arg(files.key));
    case KeyFit::NotAKey:
        return problem(QStringLiteral("%1 holds no private key in PEM form").arg(files.key));
    case KeyFit::OfAnotherCertificate:
        return problem(QStringLiteral("the private key in %1 does not fit the certificate in %2")
                           .arg(files.key, files.certificate));
    }
    const QSslKey key = keyFrom(*pem);
    if (key.isNull())
        return problem(
            QStringLiteral("the private key in %1 is of a kind that is not supported: use RSA or an elliptic "
                           "curve such as P-256")
                .arg(files.key));
    return key;
}

QString dayOf(const QDateTime &time)
{
    return time.toUTC().toString(QStringLiteral("yyyy-MM-dd hh:mm 'UTC'"));
}

Timestamp timestampOf(const QDateTime &time)
{
    return fromMilliseconds(time.toMSecsSinceEpoch());
}

QString subjectOf(const QSslCertificate &certificate)
{
    const QString name = certificate.subjectInfo(QSslCertificate::CommonName).value(0);
    const auto others = certificate.subjectAlternativeNames().values();
    return name.isEmpty() ? others.value(0, certificate.subjectDisplayName()) : name;
}

QSslConfiguration configurationOf(const QList<QSslCertificate> &chain, const QSslKey &key)
{
    QSslConfiguration configuration; // a new one: the default would read the system's authorities
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return configuration;
}

} // namespace

TlsIdentity::TlsIdentity(std::shared_ptr<const Parts> parts)
    : m_parts(std::move(parts))
{ }

Result<TlsIdentity> TlsIdentity::load(const TlsFiles &files, Timestamp now)
{
    if (!QSslSocket::supportsSsl())
        return problem(QStringLiteral("this installation of Qt has no TLS"));
    const auto pem = readFile(files.certificate, QStringLiteral("certificate"));
    if (!pem)
        return failure(pem.error());
    const auto chain = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (chain.isEmpty() || chain.constFirst().isNull())
        return problem(QStringLiteral("%1 holds no certificate in PEM form").arg(files.certificate));
    const QSslCertificate &first = chain.constFirst();
    if (now >= timestampOf(first.expiryDate()))
        return problem(
            QStringLiteral("the certificate in %1 expired at %2").arg(files.certificate, dayOf(first.expiryDate())));
    if (now < timestampOf(first.effectiveDate()))
        return problem(QStringLiteral("the certificate in %1 is not valid before %2")
                           .arg(files.certificate, dayOf(first.effectiveDate())));
    const auto key = readKey(files, *pem);
    if (!key)
        return failure(key.error());
    const TlsCertificate told {subjectOf(first), timestampOf(first.expiryDate()),
                               first.digest(QCryptographicHash::Sha256)};
    return TlsIdentity(std::make_shared<const Parts>(Parts {told, configurationOf(chain, *key)}));
}

const TlsCertificate &TlsIdentity::certificate() const
{
    return m_parts->certificate;
}

const QSslConfiguration &TlsIdentity::configuration() const
{
    return m_parts->configuration;
}

} // namespace console
