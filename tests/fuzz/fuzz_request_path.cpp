// SPDX-License-Identifier: GPL-3.0-or-later
// The whole path of a request: socket, guard, QtHttpServer, routes, signature, decoder. An input is what one client sends
// before it closes its side; whatever it is, the server has to end the connection. The first letter may ask for help with
// what the fuzzer cannot guess:
//   S  the rest is a body, which is signed here
//   F  the rest is a form, which is posted to the token endpoint; B likewise, and the first line are the credentials
//   T  the rest are pairs of place and change, made to a valid token that a signed callback then brings
//   L  the rest is sent to the listener with TLS
#include "core/clock.h"
#include "core/run_on.h"
#include "receiver/callback_server.h"
#include "support/plain_socket.h"
#include "support/signed_post.h"
#include "support/test_certificate.h"
#include "wire/callback_decoder.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>
#include <fcntl.h>

using namespace console;
using namespace std::chrono_literals;

namespace {

const QByteArray kSecret = "secret";
const CallbackClient kClient {QStringLiteral("id"), Secret(QStringLiteral("s"))}; // short: the fuzzer may guess it

QByteArray tokenRequest(const QByteArray &fields, const QByteArray &form)
{
    return "POST /guarded/token HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        + fields + "Content-Length: " + QByteArray::number(form.size()) + "\r\n\r\n" + form;
}
QByteArray tokenRequestInHeader(const QByteArray &input)
{
    const auto end = std::max<qsizetype>(0, input.indexOf('\n'));
    return tokenRequest("Authorization: Basic " + input.first(end).toBase64() + "\r\n", input.sliced(end));
}

QByteArray signedWithToken(const QByteArray &token)
{
    QByteArray request = signedPost("/guarded", kSecret, "{}");
    return request.insert(request.indexOf("\r\n") + 2, "Authorization: Bearer " + token + "\r\n");
}

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
        , m_server(m_clock, [](const VerifiedBody &body, const CallbackAnswer &answer) { answer(disposition(body)); },
                   {[](const RejectedCallback &) {}, [](RejectionCause, int) {}},
                   {.wholeRequest = 50ms, .idle = 50ms, .sweep = 10ms})
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=false"));
        SignaturePolicy signedOnly;
        signedOnly.secrets = {Secret(QString::fromLatin1(kSecret))};
        SignaturePolicy unsignedToo;
        unsignedToo.allowsUnsigned = true;
        const ListenAddress any;
        const ListenAddress withTls {QStringLiteral("localhost"), 0};
        const auto state = m_server.setRoutes(
            {{any, false, QStringLiteral("/callbacks"), {}, {}, signedOnly},
             {any, false, QStringLiteral("/unsigned"), {}, {}, unsignedToo},
             {any, false, QStringLiteral("/guarded"), {}, {}, signedOnly, {kClient}, true},
             {withTls, false, QStringLiteral("/callbacks"), {}, {}, signedOnly, {}, false, m_files}});
        m_port = state.listeners.at(0).actual.port;
        m_tlsPort = state.listeners.at(1).actual.port;
        if (m_port == 0 || m_tlsPort == 0)
            std::abort();
    }

    void serve(const QByteArray &input)
    {
        const QByteArray rest = input.mid(1);
        switch (input.isEmpty() ? '\0' : input.front()) {
        case 'S':
            exchange(m_port, signedPost("/callbacks", kSecret, rest));
            break;
        case 'F':
            exchange(m_port, tokenRequest({}, rest));
            break;
        case 'B':
            exchange(m_port, tokenRequestInHeader(rest));
            break;
        case 'T':
            serveAlteredToken(rest);
            break;
        case 'L':
            exchange(m_tlsPort, rest);
            break;
        default:
            exchange(m_port, input);
        }
    }

private:
    /// Only the token as it was given is believed.
    void serveAlteredToken(const QByteArray &changes)
    {
        const QByteArray token = m_tokens.issue(kClient, m_clock.now()).revealUtf8();
        QByteArray altered = token;
        for (qsizetype i = 0; i + 1 < changes.size(); i += 2) {
            const auto at = uchar(changes[i]) % altered.size();
            altered[at] = char(altered[at] ^ changes[i + 1]);
        }
        const int status = exchange(m_port, signedWithToken(altered));
        if ((status == 200) != (altered == token))
            std::abort();
    }

    /// \returns the first answer's status; 0 where there is none.
    int exchange(int port, const QByteArray &bytes)
    {
        const int client = connectToLocalPort(port);
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
        if (port == m_port && status != 0 && (status < 100 || status > 599))
            std::abort();
        const linger atOnce {1, 0}; // thousands a second: no connection may linger
        ::setsockopt(client, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        ::close(client);
        return status;
    }

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
    QTemporaryDir m_folder; // its files stay: the process ends without destructors
    const TlsFiles m_files = TestCertificate().writeTo(m_folder.path());
    const CallbackTokens m_tokens {{}, {kClient}};
    CallbackServer m_server;
    int m_port = 0;
    int m_tlsPort = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static auto *receiver = new Receiver; // never deleted: the process ends first
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    receiver->serve(input);
    return 0;
}
