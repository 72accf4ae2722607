// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <optional>

namespace console {

/// One request as it came over the wire.
struct SeenRequest
{
    QByteArray method;
    QByteArray target;
    HeaderList headers;
    QByteArray body;
};

struct ScriptedAnswer
{
    enum class Way {
        Whole,   ///< the connection stays open
        Close,   ///< not a byte, the connection ends
        Hold,    ///< nothing until answerHeld()
        CutShort ///< half of the body, then the connection ends
    };
    int status = 200;
    QByteArray body = "{}";
    HeaderList headers = {};
    Way way = Way::Whole;
};

/// A server that does to its clients what it is told to, and counts every request. It does no HTTP of its own, so that
/// nothing between the test and the bytes is clever.
class ScriptedServer : public QTcpServer
{
public:
    using Answer = std::function<ScriptedAnswer(const SeenRequest &)>;

    explicit ScriptedServer(Answer answer)
        : m_answer(std::move(answer))
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port for the scripted server");
        connect(this, &QTcpServer::newConnection, this, [this] {
            ++connections;
            QTcpSocket *socket = nextPendingConnection();
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }
    ~ScriptedServer() override
    {
        for (auto *socket : findChildren<QTcpSocket *>())
            socket->disconnect(this);
    }

    QUrl url(const QString &path = {}) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }
    int count(const QByteArray &method, const QByteArray &targetEnd) const
    {
        return int(std::count_if(requests.begin(), requests.end(), [&](const SeenRequest &one) {
            return one.method == method && one.target.endsWith(targetEnd);
        }));
    }
    /// Answers the oldest request that is held.
    void answerHeld(const ScriptedAnswer &answer)
    {
        if (auto socket = m_held.takeFirst())
            write(socket, answer);
    }
    int held() const { return int(m_held.size()); }

    QList<SeenRequest> requests; ///< complete ones, in the order in which they came
    int connections = 0;
    /// When set, a connection ends as soon as so many bytes of a request have come.
    qint64 endAfterBytes = -1;
    int ended = 0; ///< connections that endAfterBytes has ended

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_bytes[socket];
        bytes += socket->readAll();
        if (endAfterBytes >= 0 && bytes.size() >= endAfterBytes) {
            ++ended;
            bytes.clear();
            socket->abort();
            return;
        }
        while (const auto request = take(bytes)) {
            requests.append(*request);
            write(socket, m_answer(*request));
        }
    }

    static std::optional<SeenRequest> take(QByteArray &bytes)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        const auto lines = bytes.first(end).split('\n');
        SeenRequest request {lines.first().split(' ').value(0), lines.first().split(' ').value(1), {}, {}};
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
        }
        const qsizetype length = headerValue(request.headers, "Content-Length").toLongLong();
        if (bytes.size() < end + 4 + length)
            return {};
        request.body = bytes.sliced(end + 4, length);
        bytes.remove(0, end + 4 + length);
        return request;
    }

    void write(QTcpSocket *socket, const ScriptedAnswer &answer)
    {
        if (answer.way == ScriptedAnswer::Way::Hold) {
            m_held.append(socket);
            return;
        }
        if (answer.way == ScriptedAnswer::Way::Close) {
            socket->disconnectFromHost();
            return;
        }
        QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Word\r\n";
        if (headerValue(answer.headers, "Transfer-Encoding").isEmpty())
            head += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
        socket->write(head + encodeHeaders(answer.headers) + "\r\n");
        if (answer.way == ScriptedAnswer::Way::CutShort) {
            socket->write(answer.body.first(answer.body.size() / 2));
            socket->disconnectFromHost();
            return;
        }
        socket->write(answer.body);
    }

    Answer m_answer;
    QHash<QTcpSocket *, QByteArray> m_bytes;
    QList<QPointer<QTcpSocket>> m_held;
};

} // namespace console
