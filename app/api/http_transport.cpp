// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http_transport.h"

#include "core/log.h"
#include "core/version.h"

#include <QBuffer>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTimer>

namespace console {

namespace {

constexpr qint64 kAnswerBytes = qint64(8) * 1024 * 1024;

/// A read-once body. Being sequential, it cannot be rewound, and so cannot be sent a second time.
class OnceBody final : public QIODevice
{
public:
    OnceBody(QByteArray bytes, QObject *parent)
        : QIODevice(parent)
        , m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_offset + QIODevice::bytesAvailable(); }

protected:
    qint64 readData(char *target, qint64 most) override
    {
        const qint64 count = std::min(most, m_bytes.size() - m_offset);
        if (count == 0)
            return -1;
        std::memcpy(target, m_bytes.constData() + m_offset, size_t(count));
        m_offset += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_offset = 0;
};

QNetworkRequest makeRequest(const HttpCall &call)
{
    QNetworkRequest request(call.url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // 42 ms a POST on Qt 6.4
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setRawHeader("User-Agent", QByteArray("capability-console/") + kVersion);
    request.setRawHeader("Accept", "application/json");
    if (!call.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, call.contentType);
    for (const auto &[name, value] : call.headers)
        request.setRawHeader(name, value);
    return request;
}

QNetworkReply *start(QNetworkAccessManager &network, const HttpCall &call)
{
    QNetworkRequest request = makeRequest(call);
    if (!call.mustNotRepeat)
        return network.sendCustomRequest(request, call.method, call.body);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, call.body.size());
    auto *body = new OnceBody(call.body, nullptr);
    QNetworkReply *reply = network.sendCustomRequest(request, call.method, body);
    body->setParent(reply);
    return reply;
}

/// Some servers quote the request in their error, and the words of an error are shown, logged and kept.
void forgetCredentials(HttpAnswer &answer, const HeaderList &sent, const QByteArrayList &secrets)
{
    if (answer.status < 400)
        return;
    const QByteArray header = headerValue(sent, "Authorization");
    const QByteArray credential = header.mid(header.indexOf(' ') + 1);
    QByteArrayList forms = secrets;
    forms.append(credential);
    if (header.startsWith("Basic ")) {
        const QByteArray pair = QByteArray::fromBase64(credential);
        forms.append(pair.mid(pair.indexOf(':') + 1));
    }
    for (const QByteArray &form : forms) {
        if (form.isEmpty())
            continue;
        answer.body.replace(form, "...");
        answer.body.replace(QByteArray(form).replace('/', "\\/"), "..."); // as JSON may write it
    }
}

Result<HttpAnswer> readAnswer(QNetworkReply &reply, bool hasTimedOut, bool isTooLong)
{
    if (hasTimedOut)
        return failure(Error::Kind::Timeout, QStringLiteral("no answer from %1 in time").arg(reply.url().host()));
    if (isTooLong)
        return failure(Error::Kind::Malformed,
                       QStringLiteral("the answer of %1 is longer than 8 MiB").arg(reply.url().host()));
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isCutShort = reply.error() != QNetworkReply::NoError
        && reply.error() < QNetworkReply::ContentAccessDenied // below it: errors of the connection, and one status
        && reply.error() != QNetworkReply::ProxyAuthenticationRequiredError;
    if (status == 0 || isCutShort)
        return failure(Error::Kind::Network, reply.errorString());
    return HttpAnswer {status, reply.rawHeaderPairs(), reply.readAll()};
}

} // namespace

QFuture<Result<HttpAnswer>> sendHttp(QNetworkAccessManager &network, const HttpCall &call)
{
    struct Exchange
    {
        QPromise<Result<HttpAnswer>> promise;
        bool hasTimedOut = false;
        bool isTooLong = false;
    };
    auto exchange = std::make_shared<Exchange>();
    auto future = exchange->promise.future();
    exchange->promise.start();

    QNetworkReply *reply = start(network, call);
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [reply, own = call.ownCertificate] {
        if (!own.isEmpty() && reply->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256) == own)
            reply->ignoreSslErrors();
    });
    auto *timer = new QTimer(reply);
    timer->setSingleShot(true);
    QObject::connect(timer, &QTimer::timeout, reply, [exchange, reply] {
        exchange->hasTimedOut = true;
        reply->abort();
    });
    // Not downloadProgress: it comes ten times a second at most, and a near server sends more than that meanwhile.
    QObject::connect(reply, &QIODevice::readyRead, reply, [exchange, reply] {
        if (reply->bytesAvailable() > kAnswerBytes && !std::exchange(exchange->isTooLong, true))
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, reply,
                     [exchange, reply, timer, method = call.method, sent = call.headers, secrets = call.secrets] {
                         timer->stop();
                         exchange->isTooLong = exchange->isTooLong || reply->bytesAvailable() > kAnswerBytes;
                         auto answer = readAnswer(*reply, exchange->hasTimedOut, exchange->isTooLong);
                         if (answer)
                             forgetCredentials(*answer, sent, secrets);
                         qCDebug(lcApi) << method << reply->url().path() << (answer ? answer->status : 0);
                         exchange->promise.addResult(std::move(answer));
                         exchange->promise.finish();
                         reply->deleteLater();
                     });
    timer->start(call.timeLimit);
    return future;
}

} // namespace console
