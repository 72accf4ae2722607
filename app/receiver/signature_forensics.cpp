// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/signature_forensics.h"

#include "core/hmac.h"
#include "receiver/body_variants.h"
#include "receiver/signature_headers.h"

namespace console {

namespace {

/// A signature as it was meant: the 32 bytes, and how they were written if not as agreed.
struct ReadSignature
{
    QByteArray bytes;
    const char *oddForm = nullptr;
};

ReadSignature readSignature(const QByteArray &sent)
{
    QByteArray text = sent.trimmed();
    const char *form = nullptr;
    if (text.startsWith("sha256=") || text.startsWith("v1,")) {
        text = text.mid(text.indexOf(text.startsWith("v1,") ? ',' : '=') + 1);
        form = "the signature has a prefix that does not belong there";
    }
    if (text.size() == 64 && QByteArray::fromHex(text).size() == 32)
        return {QByteArray::fromHex(text), "the signature is written in hexadecimal digits instead of base64"};
    if (text.contains('-') || text.contains('_'))
        return {QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding),
                "the signature is written in the base64 of URLs"};
    if (!form && !text.endsWith('='))
        form = "the signature lacks its padding";
    return {QByteArray::fromBase64(text), form};
}

/// One way in which the sender may have signed, and what to say when it fits.
struct Attempt
{
    QByteArray key;
    QByteArray message;
    QString finding;
};

struct SignedWith
{
    QByteArray nonce, timestamp;
    QByteArray message(const QByteArray &body) const { return body + '.' + nonce + '.' + timestamp; }
};

QString nameOf(qsizetype place)
{
    return place == 0 ? QStringLiteral("current secret") : QStringLiteral("previous secret");
}

/// The body is as it was signed, with a secret of ours or something made of it.
QList<Attempt> attemptsWithKeys(const CallbackRoute &route, const QString &owner, const QByteArray &message)
{
    QList<Attempt> attempts;
    for (qsizetype i = 0; i < route.policy.secrets.size(); ++i) {
        const QByteArray secret = route.policy.secrets.at(i).revealUtf8();
        const QString name = owner + nameOf(i);
        attempts.append({secret, message, QStringLiteral("signed with the ") + name});
        if (secret.trimmed() != secret)
            attempts.append({secret.trimmed(), message,
                             QStringLiteral("signed with the %1 without the white space around it").arg(name)});
        attempts.append(
            {secret + '\n', message, QStringLiteral("signed with the %1 and a line end behind it").arg(name)});
        attempts.append({QByteArray::fromBase64(secret), message,
                         QStringLiteral("signed with the %1 decoded from base64; its text is the key").arg(name)});
    }
    return attempts;
}

/// The right secret, over another body or other parts.
QList<Attempt> attemptsWithMessages(const CallbackRoute &route, const QByteArray &body, const SignedWith &with)
{
    QList<Attempt> attempts;
    for (qsizetype i = 0; i < route.policy.secrets.size(); ++i) {
        const QByteArray key = route.policy.secrets.at(i).revealUtf8();
        const auto add = [&](const QByteArray &message, const QString &finding) {
            attempts.append({key, message, QStringLiteral("%1 (fits the %2)").arg(finding, nameOf(i))});
        };
        for (const auto &variant : bodyVariants(body))
            add(with.message(variant.bytes),
                QStringLiteral("the body was changed on its way: ") + QLatin1String(variant.what));
        add(body, QStringLiteral("signed over the body alone, without nonce and timestamp"));
        add(body + with.nonce + with.timestamp, QStringLiteral("signed without the dots between its parts"));
        add(with.timestamp + '.' + body, QStringLiteral("signed over timestamp and body, without the nonce"));
        add(with.nonce + '.' + with.timestamp + '.' + body,
            QStringLiteral("signed in the order nonce, timestamp, body"));
    }
    return attempts;
}

QString clockFinding(const RejectedCallback &rejected, const QByteArray &timestamp)
{
    bool isNumber = false;
    const qint64 number = timestamp.toLongLong(&isNumber);
    if (!isNumber)
        return {};
    const bool isInMilliseconds = number > 100'000'000'000;
    const qint64 offset = toMilliseconds(rejected.receivedAt) / 1000 - (isInMilliseconds ? number / 1000 : number);
    const QString difference = QStringLiteral("by our clock it was signed %1 s %2")
                                   .arg(std::abs(offset))
                                   .arg(offset >= 0 ? QLatin1String("ago") : QLatin1String("from now"));
    return isInMilliseconds ? QStringLiteral("the timestamp is in milliseconds instead of seconds\n") + difference
                            : difference;
}

bool isSignatureHeader(const QByteArray &lower)
{
    return std::any_of(kSignatureHeaders.begin(), kSignatureHeaders.end(),
                       [&](QByteArrayView name) { return name == lower; });
}

QString ownerOf(const CallbackRoute &route)
{
    return route.projectId.isEmpty() ? QStringLiteral("other path's ")
                                     : QStringLiteral("project %1's ").arg(route.projectId);
}

/// Headers that other products sign with, or ours with a name that is not quite right.
QString headerFinding(const HeaderList &headers)
{
    QStringList others;
    for (const auto &[name, value] : headers) {
        const QByteArray lower = name.toLower();
        const bool speaksOfSignatures
            = lower.contains("signature") || lower.contains("hmac") || lower == "authorization";
        if (speaksOfSignatures && !isSignatureHeader(lower))
            others.append(QString::fromLatin1(name.left(60)));
    }
    return others.isEmpty() ? QString()
                            : QStringLiteral("these came instead: %1").arg(others.join(QStringLiteral(", ")));
}

} // namespace

SignatureForensics::SignatureForensics(QList<CallbackRoute> routes)
    : m_routes(std::move(routes))
{ }

QString SignatureForensics::explain(const RejectedCallback &rejected, const HeaderList &headers) const
{
    QStringList findings {rejected.detail};
    const QByteArray timestamp = headerValue(headers, kTimestampHeader).trimmed();
    switch (rejected.cause) {
    case RejectionCause::SignatureMissing:
        findings.append(headerFinding(headers));
        break;
    case RejectionCause::SignatureWrong:
    case RejectionCause::TimestampMalformed:
    case RejectionCause::TimestampStale:
        findings.append(explainSignature(rejected, headers));
        findings.append(clockFinding(rejected, timestamp));
        break;
    case RejectionCause::AlgorithmUnknown:
    case RejectionCause::NonceMissing:
    case RejectionCause::NonceReused:
    case RejectionCause::BodyTooLarge:
    case RejectionCause::HeadersTooLarge:
    case RejectionCause::MalformedRequest:
    case RejectionCause::HostUnknown:
    case RejectionCause::TokenMissing:
    case RejectionCause::TokenWrong:
    case RejectionCause::TokenRequestRefused:
        break;
    }
    findings.removeAll(QString());
    return findings.join(QLatin1Char('\n'));
}

QString SignatureForensics::explainSignature(const RejectedCallback &rejected, const HeaderList &headers) const
{
    const ReadSignature sent = readSignature(headerValue(headers, kSignatureHeader));
    if (sent.bytes.size() != 32)
        return QStringLiteral("the signature is no base64 of 32 bytes: %1 characters came")
            .arg(headerValue(headers, kSignatureHeader).size());
    if (rejected.body.size() > kLargestBody)
        return {};
    const SignedWith with {headerValue(headers, kNonceHeader).trimmed(),
                           headerValue(headers, kTimestampHeader).trimmed()};
    QList<Attempt> attempts;
    for (const auto &route : m_routes.first(std::min(m_routes.size(), kMostRoutes))) {
        if (route.path == rejected.path)
            attempts = attemptsWithKeys(route, {}, with.message(rejected.body))
                + attemptsWithMessages(route, rejected.body, with) + attempts;
        else
            attempts += attemptsWithKeys(route, ownerOf(route), with.message(rejected.body));
    }
    for (const auto &attempt : std::as_const(attempts)) {
        if (!attempt.key.isEmpty() && equalInConstantTime(hmacSha256(attempt.key, {attempt.message}), sent.bytes))
            return sent.oddForm ? attempt.finding + QStringLiteral("; ") + QLatin1String(sent.oddForm)
                                : attempt.finding;
    }
    return QStringLiteral("none of the usual changes explains it: a secret that is not known here, or another body");
}

} // namespace console
