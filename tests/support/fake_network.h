// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/headers.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace console {

/// What was asked, body included.
struct FakeRequest
{
    QByteArray method;
    QUrl url;
    HeaderList headers;
    QByteArray body;

    QString path() const { return url.path(); }
    QString argument(const char *name) const
    {
        return QUrlQuery(url).queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
    }
};

/// What to answer. A held one comes when release() is called.
struct FakeAnswer
{
    int status = 200; ///< 0: the connection breaks instead
    QByteArray body = {};
    HeaderList headers = {};
    bool isHeld = false;
};

/// An answer that arrives from the event loop, as Qt's own do.
class FakeReply final : public QNetworkReply
{
public:
    FakeReply(const QNetworkRequest &request, FakeAnswer answer, QObject *parent)
        : QNetworkReply(parent)
        , m_answer(std::move(answer))
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        if (!m_answer.isHeld)
            release();
    }
    void release() { QTimer::singleShot(0, this, &FakeReply::deliver); }
    void abort() override { end(OperationCanceledError); }
    qint64 bytesAvailable() const override { return m_answer.body.size() - m_offset + QNetworkReply::bytesAvailable(); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *target, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_answer.body.size() - m_offset);
        std::copy_n(m_answer.body.constData() + m_offset, count, target);
        m_offset += count;
        return count;
    }

private:
    void deliver()
    {
        if (m_answer.status == 0)
            return end(RemoteHostClosedError);
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_answer.status);
        for (const auto &[name, value] : m_answer.headers)
            setRawHeader(name, value);
        end(m_answer.status < 400 ? NoError : ProtocolInvalidOperationError);
    }
    void end(NetworkError error)
    {
        if (isFinished())
            return;
        if (error != NoError)
            setError(error, QStringLiteral("fake error %1").arg(int(error)));
        setFinished(true);
        Q_EMIT finished();
    }

    FakeAnswer m_answer;
    qint64 m_offset = 0;
};

/// The network as a function. A request that it has no answer for fails the test, with method and URL.
class FakeNetwork final : public QNetworkAccessManager
{
public:
    using Answers = std::function<std::optional<FakeAnswer>(const FakeRequest &)>;

    explicit FakeNetwork(Answers answers)
        : m_answers(std::move(answers))
    { }

    QList<FakeRequest> requests; ///< in the order in which they came
    int count(const char *path) const
    {
        return int(std::count_if(requests.begin(), requests.end(),
                                 [path](const FakeRequest &one) { return one.path().endsWith(QLatin1String(path)); }));
    }
    /// Lets go of everything that was held.
    void release()
    {
        const auto held = std::exchange(m_held, {});
        for (const auto &reply : held) {
            if (reply)
                reply->release();
        }
    }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override
    {
        FakeRequest asked {
            methodOf(operation, request), request.url(), {}, outgoing ? outgoing->readAll() : QByteArray()};
        for (const auto &name : request.rawHeaderList())
            asked.headers.append({name, request.rawHeader(name)});
        requests.append(asked);
        auto answer = m_answers(asked);
        if (!answer) {
            const QByteArray words = "unexpected request: " + asked.method + ' ' + asked.url.toEncoded();
            QTest::qFail(words.constData(), __FILE__, __LINE__);
            answer = FakeAnswer {0};
        }
        const bool isHeld = answer->isHeld;
        auto *reply = new FakeReply(request, *std::move(answer), this);
        if (isHeld)
            m_held.append(reply);
        return reply;
    }

private:
    static QByteArray methodOf(Operation operation, const QNetworkRequest &request)
    {
        switch (operation) {
        case HeadOperation:
            return "HEAD";
        case GetOperation:
            return "GET";
        case PutOperation:
            return "PUT";
        case PostOperation:
            return "POST";
        case DeleteOperation:
            return "DELETE";
        default:
            return request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
        }
    }

    Answers m_answers;
    QList<QPointer<FakeReply>> m_held;
};

/// The token endpoint's answer, for everyone who needs one on the way.
inline FakeAnswer fakeToken()
{
    return {200, R"({"access_token":"token","expires_in":3599,"token_type":"bearer"})"};
}

} // namespace console
