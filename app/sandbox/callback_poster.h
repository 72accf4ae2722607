// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QObject>
#include <QQueue>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace console {

/// Posts callbacks over HTTP, a few at a time to each receiver. Thread: the one that made it.
class CallbackPoster : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What an attempt came to: a 5xx, a 429 and no answer at all are worth another one (contract 5.5).
    enum class Outcome { Delivered, Refused, TryAgain };

    struct Parcel
    {
        QUrl target;
        QByteArray body;
        std::function<HeaderList()> headers; ///< asked when it is sent: a signature gets stale in a queue
        std::function<void(Outcome)> done;
    };
    void post(const Parcel &parcel);

private:
    struct Lane
    {
        QQueue<Parcel> waiting;
        int inFlight = 0;
    };
    void advance(const QString &origin);
    void send(const QString &origin, const Parcel &parcel);
    static Outcome outcomeOf(const QNetworkReply &reply);

    QNetworkAccessManager m_network;
    QHash<QString, Lane> m_lanes;
};

} // namespace console
