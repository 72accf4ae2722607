// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/callback_tokens.h"

#include "core/hmac.h"

#include <QRandomGenerator>

#include <array>

namespace console {

namespace {

QByteArray digestOf(const CallbackClient &client)
{
    return sha256(client.id.toUtf8() + '\0' + client.secret.revealUtf8());
}

} // namespace

Secret CallbackTokens::issue(const CallbackClient &client, Timestamp now)
{
    std::array<quint32, 8> random {};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray token = QByteArray(reinterpret_cast<const char *>(random.data()), qsizetype(sizeof random))
                                 .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    while (count() >= kMost)
        m_issued.pop_front();
    m_issued.push_back({sha256(token), digestOf(client), now + kLife});
    return Secret(QString::fromLatin1(token));
}

CallbackTokens::Standing CallbackTokens::judge(const QByteArray &token, Timestamp now) const
{
    const QByteArray digest = sha256(token);
    const Issued *found = nullptr;
    for (const Issued &issued : m_issued) { // all of them, each in constant time
        if (equalInConstantTime(issued.digest, digest))
            found = &issued;
    }
    if (found == nullptr)
        return Standing::Unknown;
    return now < found->expiresAt + kGrace ? Standing::Valid : Standing::Expired;
}

void CallbackTokens::keepOnly(const QList<CallbackClient> &clients)
{
    QList<QByteArray> known;
    for (const CallbackClient &client : clients)
        known.append(digestOf(client));
    std::erase_if(m_issued, [&](const Issued &issued) { return !known.contains(issued.client); });
}

} // namespace console
