// SPDX-License-Identifier: GPL-3.0-or-later
// Loads a webhook receiver with signed callbacks and prints one line of JSON about it: closed loop over N kept-alive
// connections, or open loop at a fixed rate. Every request is unique: request id, nonce and signature.
#include "support/plain_socket.h"
#include "support/signed_post.h"

#include <algorithm>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <sys/epoll.h>
#include <vector>

using namespace console;
using Steady = std::chrono::steady_clock;

namespace {

struct Settings
{
    int port = 0;
    QByteArray path = "/callbacks";
    QByteArray secret = "benchmark-secret";
    int connections = 64;
    int requests = 20'000;
    int warmUp = 1'000;
    double seconds = 0; ///< how long, instead of how many; the warm-up then takes a quarter of it
    double rate = 0;    ///< requests a second; 0: closed loop
    bool signsAsHub = false;
};

struct Connection
{
    int socket = -1;
    std::string in;
    Steady::time_point sentAt;
    bool isBusy = false;
};

/// Signed over the body alone, as WebSub hubs do: Debian's webhook knows no other HMAC.
QByteArray hubPost(const Settings &settings, const QByteArray &body)
{
    return "POST " + settings.path
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nX-Hub-Signature-256: sha256="
        + hmacSha256(settings.secret, {body}).toHex() + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

QByteArray makeRequest(const Settings &settings, int number)
{
    const QByteArray id = makeUlid(SystemClock().now()).toLatin1();
    const QByteArray identity = "4670" + QByteArray::number(1'000'000 + number % 1'000'000);
    const QByteArray body = callbackBody(id, "RCS", identity);
    return settings.signsAsHub ? hubPost(settings, body) : signedPost(settings.path, settings.secret, body);
}

int connectOrEnd(int port)
{
    const int descriptor = connectToLocalPort(port);
    if (descriptor < 0) {
        std::perror("connect");
        std::exit(6);
    }
    return descriptor;
}

class Load
{
public:
    explicit Load(Settings settings)
        : m_settings(std::move(settings))
        , m_poll(::epoll_create1(EPOLL_CLOEXEC))
        , m_connections(size_t(m_settings.connections))
    {
        for (size_t i = 0; i < m_connections.size(); ++i)
            open(i);
    }

    void run(int count, double seconds, bool isMeasured)
    {
        m_sent = m_done = 0;
        m_wanted = seconds > 0 ? INT_MAX : count;
        const auto end
            = Steady::now() + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(seconds));
        m_latencies.clear();
        m_refused = 0;
        m_startedAt = Steady::now();
        while (m_done < m_wanted) {
            if (seconds > 0 && m_wanted == INT_MAX && Steady::now() > end)
                m_wanted = m_sent;
            sendDue();
            receive();
        }
        m_seconds = std::chrono::duration<double>(Steady::now() - m_startedAt).count();
        if (isMeasured)
            print();
    }

private:
    void open(size_t index)
    {
        m_connections[index] = {connectOrEnd(m_settings.port), {}, {}, false};
        epoll_event event = {};
        event.events = EPOLLIN;
        event.data.u64 = index;
        ::epoll_ctl(m_poll, EPOLL_CTL_ADD, m_connections[index].socket, &event);
    }

    Steady::time_point dueAt(int number) const
    {
        return m_startedAt
            + std::chrono::duration_cast<Steady::duration>(std::chrono::duration<double>(number / m_settings.rate));
    }

    void sendDue()
    {
        for (auto &connection : m_connections) {
            if (m_sent >= m_wanted || (m_settings.rate > 0 && dueAt(m_sent) > Steady::now()))
                return;
            if (connection.isBusy)
                continue;
            const QByteArray request = makeRequest(m_settings, m_sent);
            // In an open loop the clock starts when the request was due, so that a stall is not hidden.
            connection.sentAt = m_settings.rate > 0 ? dueAt(m_sent) : Steady::now();
            connection.isBusy = true;
            ++m_sent;
            if (::send(connection.socket, request.constData(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
                std::fprintf(stderr, "a request could not be sent whole\n");
        }
    }

    void receive()
    {
        epoll_event events[64];
        const int wait = m_settings.rate > 0 ? 1 : 100;
        const int count = ::epoll_wait(m_poll, events, 64, wait);
        for (int i = 0; i < count; ++i) {
            auto &connection = m_connections[size_t(events[i].data.u64)];
            char buffer[16384];
            const auto got = ::recv(connection.socket, buffer, sizeof buffer, 0);
            if (got <= 0) {
                ::close(connection.socket);
                m_refused += connection.isBusy;
                m_done += connection.isBusy;
                open(size_t(events[i].data.u64));
                continue;
            }
            connection.in.append(buffer, size_t(got));
            if (const int status = takeAnswer(connection.in)) {
                m_latencies.push_back(
                    std::chrono::duration<double, std::milli>(Steady::now() - connection.sentAt).count());
                m_refused += status != 200;
                connection.isBusy = false;
                ++m_done;
            }
        }
    }

    double quantile(double q)
    {
        if (m_latencies.empty())
            return 0;
        std::sort(m_latencies.begin(), m_latencies.end());
        return m_latencies[size_t(double(m_latencies.size() - 1) * q)];
    }

    void print()
    {
        std::printf("{\"connections\":%d,\"requests\":%d,\"not_200\":%d,\"per_second\":%.0f,\"p50_ms\":%.3f,\"p99_ms\":"
                    "%.3f,\"p999_ms\":%.3f}\n",
                    m_settings.connections, m_done, m_refused, m_done / m_seconds, quantile(0.5), quantile(0.99),
                    quantile(0.999));
    }

    Settings m_settings;
    int m_poll;
    std::vector<Connection> m_connections;
    int m_sent = 0, m_done = 0, m_wanted = 0, m_refused = 0;
    std::vector<double> m_latencies;
    Steady::time_point m_startedAt;
    double m_seconds = 0;
};

} // namespace

int main(int argc, char **argv)
{
    Settings settings;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--port")
            settings.port = std::atoi(argv[i + 1]);
        else if (name == "--path")
            settings.path = argv[i + 1];
        else if (name == "--connections")
            settings.connections = std::atoi(argv[i + 1]);
        else if (name == "--requests")
            settings.requests = std::atoi(argv[i + 1]);
        else if (name == "--warm-up")
            settings.warmUp = std::atoi(argv[i + 1]);
        else if (name == "--rate")
            settings.rate = std::atof(argv[i + 1]);
        else if (name == "--seconds")
            settings.seconds = std::atof(argv[i + 1]);
        else if (name == "--sign")
            settings.signsAsHub = std::string(argv[i + 1]) == "hub";
    }
    if (settings.port == 0) {
        std::fprintf(stderr,
                     "callback_load --port N [--path P] [--connections N] [--requests N] [--warm-up N] [--seconds S] "
                     "[--rate PER_SECOND] [--sign sinch|hub]\n"
                     "signs with the secret \"benchmark-secret\"\n");
        return 2;
    }
    Load load(settings);
    load.run(settings.warmUp, settings.seconds / 4, false);
    load.run(settings.requests, settings.seconds, true);
    return 0;
}
