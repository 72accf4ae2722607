// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/connection_guard.h"
#include "http/http_message.h"

#include <QAbstractHttpServer>

#include <functional>
#include <map>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QHttpServerResponder>
#endif

namespace console {

/// The one place that knows how the signatures of QtHttpServer differ between 6.4, 6.5 and 6.8. It takes requests from
/// it; replies are written by GuardedSocket, on every version alike.
/// Thread: its server's.
class QtHttpDoor final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Taker = std::function<void(GuardedSocket &connection, const QByteArray &body)>;

    QtHttpDoor(ConnectionGuard &guard, Taker taker);

    /// From 6.5 on QtHttpServer reads a connection's next request only when this one is let go; 6.4 needs no call.
    void letGo(quint64 connection);

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override { }
#else
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) override { }
#endif
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }
#endif

private:
    ConnectionGuard &m_guard;
    Taker m_taker;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    std::map<quint64, QHttpServerResponder> m_responders; // at most one a connection
#endif
};

} // namespace console
