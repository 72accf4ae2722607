// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/qt_http_door.h"

#include <QHttpServerRequest>

namespace console {

QtHttpDoor::QtHttpDoor(ConnectionGuard &guard, Taker taker)
    : m_guard(guard)
    , m_taker(std::move(taker))
{
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

bool QtHttpDoor::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    if (GuardedSocket *connection = m_guard.current()) {
        m_responders.emplace(connection->id(), std::move(responder));
        m_taker(*connection, request.body());
    }
    return true;
}

void QtHttpDoor::letGo(quint64 connection)
{
    m_responders.erase(connection);
}

#else

bool QtHttpDoor::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    if (auto *connection = qobject_cast<GuardedSocket *>(socket))
        m_taker(*connection, request.body());
    return true;
}

void QtHttpDoor::letGo(quint64 connection)
{
    Q_UNUSED(connection)
}

#endif

} // namespace console
