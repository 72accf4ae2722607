// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <arpa/inet.h>
#include <cctype>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace console {

/// A blocking connection to a port of this machine; -1 when there is none. No Qt: load must cost little.
inline int connectToLocalPort(int port)
{
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(descriptor, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(descriptor);
        return -1;
    }
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return descriptor;
}

inline bool sendAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto sent = ::send(descriptor, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

/// Takes one whole answer out of what arrived. \returns its status, or 0 when it is not complete.
inline int takeAnswer(std::string &arrived)
{
    const auto head = arrived.find("\r\n\r\n");
    if (head == std::string::npos)
        return 0;
    std::string lower = arrived.substr(0, head);
    for (char &c : lower)
        c = char(std::tolower(static_cast<unsigned char>(c)));
    const auto field = lower.find("content-length:");
    const size_t length
        = field == std::string::npos ? 0 : size_t(std::strtoul(lower.c_str() + field + 15, nullptr, 10));
    if (arrived.size() < head + 4 + length)
        return 0;
    const int status = std::atoi(arrived.c_str() + 9);
    arrived.erase(0, head + 4 + length);
    return status;
}

} // namespace console
