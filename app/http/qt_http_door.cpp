// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/qt_http_door.h"

#include <QHttpServerRequest>
#include <QLoggingCategory>

#include <atomic>

namespace console {

namespace {

std::atomic<QLoggingCategory::CategoryFilter> filterBefore = nullptr; // null while Qt applies ours for the first time

void keepHeadersOutOfLogs(QLoggingCategory *category)
{
    if (const auto before = filterBefore.load())
        before(category);
    if (QByteArrayView(category->categoryName()).startsWith("qt.httpserver"))
        category->setEnabled(QtDebugMsg, false);
}

} // namespace

QtHttpDoor::QtHttpDoor(ConnectionGuard &guard, Taker taker)
    : m_guard(guard)
    , m_taker(std::move(taker))
{
    // QtHttpServer prints all headers of a request, tokens among them, to whoever turns its debug lines on.
    static const bool isInstalled = [] {
        filterBefore = QLoggingCategory::installFilter(keepHeadersOutOfLogs);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)

bool QtHttpDoor::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    GuardedSocket *connection = m_guard.current();
    if (connection == nullptr)
        return true;
    const quint64 id = connection->id();
    m_taker(*connection, request.body());
    // One that was answered at once lets go by itself, after this; moved away it would be let go too early.
    connection = m_guard.find(id);
    if (connection != nullptr && connection->awaitedCount() > 0)
        m_responders.emplace(id, std::move(responder));
    return true;
}

void QtHttpDoor::letGo(quint64 connection)
{
    m_responders.erase(connection);
}

#else

bool QtHttpDoor::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    if (auto *connection = socket->findChild<GuardedSocket *>(QString(), Qt::FindDirectChildrenOnly))
        m_taker(*connection, request.body());
    return true;
}

void QtHttpDoor::letGo(quint64 connection)
{
    Q_UNUSED(connection)
}

#endif

} // namespace console
