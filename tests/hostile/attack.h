// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hostile_target.h"
#include "support/plain_socket.h"

#include <chrono>
#include <functional>
#include <poll.h>
#include <vector>

namespace console {

/// A connection of the attacker's: blocks, but never for longer than two seconds.
class AttackConnection
{
public:
    explicit AttackConnection(int port)
        : m_socket(connectToLocalPort(port))
    {
        const timeval patience {2, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~AttackConnection()
    {
        if (m_socket >= 0)
            ::close(m_socket);
    }
    AttackConnection(AttackConnection &&other) noexcept
        : m_socket(std::exchange(other.m_socket, -1))
        , m_arrived(std::move(other.m_arrived))
        , m_hasEnded(other.m_hasEnded)
    { }
    AttackConnection &operator=(AttackConnection &&other) noexcept
    {
        std::swap(m_socket, other.m_socket);
        std::swap(m_arrived, other.m_arrived);
        std::swap(m_hasEnded, other.m_hasEnded);
        return *this;
    }

    bool isOpen() const { return m_socket >= 0; }
    int descriptor() const { return m_socket; }
    /// Whether the other side closed it by now; what arrived is thrown away.
    bool isEnded()
    {
        char buffer[16384];
        auto got = ::recv(m_socket, buffer, sizeof buffer, MSG_DONTWAIT);
        while (got > 0)
            got = ::recv(m_socket, buffer, sizeof buffer, MSG_DONTWAIT);
        return got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
    }
    bool send(QByteArrayView bytes) { return sendAll(m_socket, bytes); }
    /// As much as goes at once; the rest is left.
    void trySend(QByteArrayView bytes)
    {
        [[maybe_unused]] const auto sent
            = ::send(m_socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    /// Until the answer begins; it is left unread.
    void awaitFirstByte()
    {
        char byte = 0;
        [[maybe_unused]] const auto got = ::recv(m_socket, &byte, 1, 0);
    }
    void closeSending() { ::shutdown(m_socket, SHUT_WR); }
    /// Ends the connection with a reset.
    void reset()
    {
        const linger atOnce {1, 0};
        ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        ::close(std::exchange(m_socket, -1));
    }

    /// The next answer's status; 0 when none comes before the end.
    int nextStatus()
    {
        char buffer[16384];
        while (true) {
            if (const int status = takeAnswer(m_arrived))
                return status;
            const auto got = ::recv(m_socket, buffer, sizeof buffer, 0);
            if (got <= 0) {
                m_hasEnded = got == 0 || errno == ECONNRESET;
                return 0;
            }
            m_arrived.append(buffer, size_t(got));
        }
    }
    /// All statuses until the server ends the connection.
    std::vector<int> statusesUntilEnd()
    {
        std::vector<int> statuses;
        while (const int status = nextStatus())
            statuses.push_back(status);
        return statuses;
    }
    bool hasEnded() const { return m_hasEnded; } ///< the other side closed it; known after reading

private:
    int m_socket;
    std::string m_arrived;
    bool m_hasEnded = false;
};

/// What an attack gets: whom it attacks and for how long.
struct AttackContext
{
    const HostileTarget &target;
    std::function<bool()> isOver; ///< the time is up, or the target is dead or too large already
};

/// One way to harm a server.
struct Attack
{
    QByteArray name;
    /// Goes on until the context says that it is over. \returns a complaint about the answers; empty when they are right.
    std::function<QByteArray(const AttackContext &)> run;
    std::optional<rlim_t> descriptors = {}; ///< the target's limit on open files
};

std::vector<Attack> malformedMessages(); ///< one message a connection, refused at once
Attack allMalformedMessagesAtOnce();     ///< the same in one go: a refused connection ends only after a moment
std::vector<Attack> protocolHabits();    ///< what a server has to honour, or to survive
std::vector<Attack> exhaustingFloods();  ///< what would fill memory, descriptors or time
/// So many connections that are reset in mid-head, in mid-body, before the reply or in it; takes as long as it takes.
Attack resetStorm(int connections);

} // namespace console
