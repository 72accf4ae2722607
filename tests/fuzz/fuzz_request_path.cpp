// SPDX-License-Identifier: GPL-3.0-or-later
// The whole path of a request: socket, guard, QtHttpServer, routes, signature, decoder. An input is what one client sends
// before it closes its side; whatever it is, the server has to end the connection. An input that begins with 'S' is a body
// that is signed here, so that the fuzzer gets past the signature.
#include "core/clock.h"
#include "core/run_on.h"
#include "receiver/callback_server.h"
#include "support/plain_socket.h"
#include "support/signed_post.h"
#include "wire/callback_decoder.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdint>
#include <cstdlib>
#include <fcntl.h>

using namespace console;
using namespace std::chrono_literals;

namespace {

const QByteArray kSecret = "secret";

CallbackDisposition disposition(const VerifiedBody &body)
{
    const bool isReadable = !std::holds_alternative<UnreadableCallback>(decodeCallback(body.bytes()));
    return isReadable ? CallbackDisposition::Stored : CallbackDisposition::Unreadable;
}

class Receiver
{
public:
    Receiver()
        : m_application(m_argc, m_argv)
        , m_server(m_clock, [](const VerifiedBody &body) { return readyFuture(disposition(body)); },
                   {[](const RejectedCallback &) {}, [](RejectionCause, int) {}},
                   {.wholeRequest = 50ms, .idle = 50ms, .sweep = 10ms})
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
        SignaturePolicy signedOnly;
        signedOnly.secrets = {Secret(QString::fromLatin1(kSecret))};
        SignaturePolicy unsignedToo;
        unsignedToo.allowsUnsigned = true;
        const ListenAddress any;
        const auto state = m_server.setRoutes({{any, false, QStringLiteral("/callbacks"), {}, signedOnly},
                                               {any, false, QStringLiteral("/unsigned"), {}, unsignedToo}});
        m_port = state.listeners.first().actual.port;
    }

    void serve(const QByteArray &bytes)
    {
        const int client = connectToLocalPort(m_port);
        ::fcntl(client, F_SETFL, O_NONBLOCK);
        QByteArrayView rest = bytes;
        bool isOpen = client >= 0;
        bool hasClosedSending = false;
        int status = 0;
        for (int turn = 0; isOpen; ++turn) {
            if (turn > 5000) // a second and more: the server forgot the connection
                std::abort();
            if (!rest.isEmpty())
                rest = rest.sliced(
                    std::max<qsizetype>(0, ::send(client, rest.data(), size_t(rest.size()), MSG_NOSIGNAL)));
            if (rest.isEmpty() && !std::exchange(hasClosedSending, true))
                ::shutdown(client, SHUT_WR);
            QCoreApplication::processEvents(turn < 20 ? QEventLoop::AllEvents : QEventLoop::WaitForMoreEvents);
            isOpen = drain(client, status);
        }
        if (status != 0 && (status < 100 || status > 599))
            std::abort();
        const linger atOnce {1, 0}; // thousands a second: no connection may linger
        ::setsockopt(client, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        ::close(client);
    }

private:
    /// \returns whether the server has not ended the connection yet.
    static bool drain(int client, int &status)
    {
        char buffer[16384];
        while (true) {
            const auto got = ::recv(client, buffer, sizeof buffer, 0);
            if (got <= 0)
                return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
            if (status == 0 && got > 12)
                status = std::atoi(buffer + 9);
        }
    }

    int m_argc = 1;
    char m_name[8] = "fuzz";
    char *m_argv[2] = {m_name, nullptr};
    QCoreApplication m_application;
    SystemClock m_clock;
    CallbackServer m_server;
    int m_port = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static auto *receiver = new Receiver; // never deleted: the process ends first
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    receiver->serve(input.startsWith('S') ? signedPost("/callbacks", kSecret, input.sliced(1)) : input);
    return 0;
}
