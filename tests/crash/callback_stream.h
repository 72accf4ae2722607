// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/plain_socket.h"

#include <QSet>

#include <chrono>
#include <functional>
#include <sys/epoll.h>
#include <vector>

namespace console {

/// Sends callbacks at a fixed rate over kept-alive connections until the receiver dies, and remembers which of them were
/// answered 200: those the receiver has claimed.
class CallbackStream
{
public:
    using Clock = std::chrono::steady_clock;

    struct Callback
    {
        QByteArray requestId;
        QByteArray bytes;
    };
    using Source = std::function<Callback()>;

    CallbackStream(int port, int connections, double rate, Source source)
        : m_source(std::move(source))
        , m_gap(std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / rate)))
        , m_poll(::epoll_create1(EPOLL_CLOEXEC))
        , m_lines(size_t(connections))
    {
        for (size_t i = 0; i < m_lines.size(); ++i) {
            m_lines[i].socket = connectToLocalPort(port);
            epoll_event event = {};
            event.events = EPOLLIN;
            event.data.u64 = i;
            if (::epoll_ctl(m_poll, EPOLL_CTL_ADD, m_lines[i].socket, &event) == 0)
                ++m_openCount;
        }
    }
    ~CallbackStream()
    {
        for (const Line &line : m_lines)
            ::close(line.socket);
        ::close(m_poll);
    }
    CallbackStream(const CallbackStream &) = delete;
    CallbackStream &operator=(const CallbackStream &) = delete;

    /// Until every connection has ended, or until `end`. What lies in our buffers after a kill still counts: it was sent.
    void run(Clock::time_point end)
    {
        auto due = Clock::now();
        while (m_openCount > 0 && Clock::now() < end) {
            for (Line &line : m_lines) {
                if (Clock::now() < due)
                    break;
                if (line.isOpen && line.awaited.isEmpty()) {
                    send(line);
                    due += m_gap;
                }
            }
            receive();
        }
    }

    const QSet<QByteArray> &acknowledged() const { return m_acknowledged; }
    int sent() const { return m_sent; }
    int refused() const { return m_refused; } ///< answered, but not 200

private:
    struct Line
    {
        int socket = -1;
        bool isOpen = true;
        QByteArray awaited; ///< the request id that has no answer yet
        std::string arrived;
    };

    void send(Line &line)
    {
        const Callback callback = m_source();
        line.awaited = callback.requestId;
        ++m_sent;
        sendAll(line.socket, callback.bytes); // a failure shows as the end of the connection
    }

    void receive()
    {
        epoll_event events[32];
        const int count = ::epoll_wait(m_poll, events, 32, 1);
        for (int i = 0; i < count; ++i) {
            Line &line = m_lines[size_t(events[i].data.u64)];
            char buffer[8192];
            const auto got = ::recv(line.socket, buffer, sizeof buffer, 0);
            if (got <= 0) {
                ::epoll_ctl(m_poll, EPOLL_CTL_DEL, line.socket, nullptr);
                line.isOpen = false;
                --m_openCount;
                continue;
            }
            line.arrived.append(buffer, size_t(got));
            if (const int status = takeAnswer(line.arrived)) {
                if (status == 200)
                    m_acknowledged.insert(line.awaited);
                else
                    ++m_refused;
                line.awaited.clear();
            }
        }
    }

    Source m_source;
    Clock::duration m_gap;
    int m_poll;
    std::vector<Line> m_lines;
    QSet<QByteArray> m_acknowledged;
    int m_openCount = 0;
    int m_sent = 0;
    int m_refused = 0;
};

} // namespace console
