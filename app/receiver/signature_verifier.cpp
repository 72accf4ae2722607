// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/signature_verifier.h"

#include "core/hmac.h"
#include "receiver/signature_headers.h"

namespace console {

namespace {

struct SignatureFields
{
    QByteArray signature;
    QByteArray nonce;
    QByteArray timestamp;
    std::chrono::seconds seconds {0};
};

/// Plain digits only: a sign, a space or a fraction would be read differently by different parsers.
std::optional<std::chrono::seconds> parseSeconds(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > 12)
        return std::nullopt;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
    }
    return std::chrono::seconds(text.toLongLong());
}

std::variant<SignatureFields, Rejection> readFields(const HeaderList &headers)
{
    for (const auto name : kSignatureHeaders) {
        if (headerValues(headers, name).size() > 1)
            return Rejection {RejectionCause::SignatureWrong,
                              QStringLiteral("%1 was sent twice").arg(QLatin1String(name))};
    }
    SignatureFields fields {headerValue(headers, kSignatureHeader).trimmed(),
                            headerValue(headers, kNonceHeader).trimmed(),
                            headerValue(headers, kTimestampHeader).trimmed(),
                            {}};
    if (fields.signature.isEmpty())
        return Rejection {RejectionCause::SignatureMissing,
                          QStringLiteral("no %1").arg(QLatin1String(kSignatureHeader))};
    // An allow list: a header never chooses the algorithm. Absent means the only one there is.
    const QByteArray algorithm = headerValue(headers, kAlgorithmHeader).trimmed();
    if (!algorithm.isEmpty() && algorithm.compare("HmacSHA256", Qt::CaseInsensitive) != 0)
        return Rejection {RejectionCause::AlgorithmUnknown, QString::fromLatin1(algorithm.left(40))};
    if (fields.nonce.isEmpty() || fields.nonce.size() > SignatureVerifier::kNonceCharacters)
        return Rejection {RejectionCause::NonceMissing,
                          fields.nonce.isEmpty() ? QStringLiteral("no nonce")
                                                 : QStringLiteral("the nonce is too long")};
    const auto seconds = parseSeconds(fields.timestamp);
    if (!seconds)
        return Rejection {RejectionCause::TimestampMalformed, QString::fromLatin1(fields.timestamp.left(40))};
    fields.seconds = *seconds;
    return fields;
}

/// The place of the secret that fits.
std::optional<qsizetype> matchOf(const QList<Secret> &secrets, const SignatureFields &fields, const QByteArray &body)
{
    std::optional<qsizetype> match;
    for (qsizetype i = 0; i < secrets.size(); ++i) { // all of them, so that the time does not tell which one it was
        const Secret &secret = secrets.at(i);
        if (secret.isEmpty())
            continue; // anybody could sign with it
        const QByteArray expected
            = hmacSha256(secret.revealUtf8(), {body, ".", fields.nonce, ".", fields.timestamp}).toBase64();
        if (equalInConstantTime(expected, fields.signature) && !match)
            match = i;
    }
    return match;
}

} // namespace

std::variant<VerifiedBody, Rejection> SignatureVerifier::verify(const SignaturePolicy &policy,
                                                                const HeaderList &headers, const QByteArray &body,
                                                                const QString &projectId, Timestamp receivedAt) const
{
    VerifiedBody verified;
    verified.m_bytes = body;
    verified.m_headers = headers;
    verified.m_receivedAt = receivedAt;
    verified.m_projectId = projectId;
    if (!policy.hasSecret()) {
        if (policy.allowsUnsigned)
            return verified;
        return Rejection {RejectionCause::SignatureMissing,
                          QStringLiteral("no webhook secret is set and unsigned callbacks are not allowed")};
    }
    const auto read = readFields(headers);
    if (const auto *rejection = std::get_if<Rejection>(&read))
        return *rejection;
    const auto &fields = std::get<SignatureFields>(read);
    const auto match = matchOf(policy.secrets, fields, body);
    if (!match)
        return Rejection {RejectionCause::SignatureWrong, QStringLiteral("the signature fits no secret of ours")};
    const auto offset = std::chrono::floor<std::chrono::seconds>(receivedAt.time_since_epoch()) - fields.seconds;
    if (std::chrono::abs(offset) > policy.window)
        return Rejection {RejectionCause::TimestampStale,
                          QStringLiteral("%1 s %2")
                              .arg(std::abs(offset.count()))
                              .arg(offset.count() > 0 ? QLatin1String("old") : QLatin1String("in the future"))};
    verified.m_signature = SignatureState::Valid;
    verified.m_isSignedWithPrevious = *match > 0;
    verified.m_nonce = QString::fromUtf8(fields.nonce);
    verified.m_nonceExpiresAt = Timestamp(fields.seconds + policy.window + kNonceMargin);
    return verified;
}

} // namespace console
