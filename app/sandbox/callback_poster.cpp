// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/callback_poster.h"

#include "sandbox/loopback_trust.h"

#include <QNetworkProxy>
#include <QNetworkReply>

namespace console {

namespace {
// The network access manager has six connections for a host and counts its own queue in the transfer timeout.
constexpr int kInFlightPerOrigin = 6;
constexpr int kAnswerLimitMs = 10'000;
} // namespace

void CallbackPoster::post(const Parcel &parcel)
{
    const auto origin = parcel.target.authority(QUrl::FullyEncoded);
    m_lanes[origin].waiting.enqueue(parcel);
    advance(origin);
}

void CallbackPoster::advance(const QString &origin)
{
    auto &lane = m_lanes[origin];
    while (lane.inFlight < kInFlightPerOrigin && !lane.waiting.isEmpty()) {
        ++lane.inFlight;
        send(origin, lane.waiting.dequeue());
    }
}

void CallbackPoster::send(const QString &origin, const Parcel &parcel)
{
    if (m_network.proxy().type() == QNetworkProxy::DefaultProxy)
        m_network.setProxy(QNetworkProxy::NoProxy); // receivers of a sandbox are on this machine
    QNetworkRequest request(parcel.target);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("capability-sandbox"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setTransferTimeout(kAnswerLimitMs);
    trustLoopback(request);
    for (const auto &[name, value] : parcel.headers())
        request.setRawHeader(name, value);
    auto *reply = m_network.post(request, parcel.body);
    connect(reply, &QNetworkReply::finished, this, [this, origin, reply, done = parcel.done] {
        reply->deleteLater();
        --m_lanes[origin].inFlight;
        done(outcomeOf(*reply));
        advance(origin);
    });
}

CallbackPoster::Outcome CallbackPoster::outcomeOf(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0 || status == 429 || status >= 500)
        return Outcome::TryAgain;
    return status / 100 == 2 ? Outcome::Delivered : Outcome::Refused;
}

} // namespace console
