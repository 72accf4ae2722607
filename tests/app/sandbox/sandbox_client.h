// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox_server.h"
#include "support/fake_clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

namespace console {

struct HttpAnswer
{
    int status = 0;
    QByteArray bytes;
    QJsonObject json;
    QList<QNetworkReply::RawHeaderPair> headers;

    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    QString errorStatus() const
    {
        return json.value(QStringLiteral("error")).toObject().value(QStringLiteral("status")).toString();
    }
    QString text(const char *member) const { return json.value(QLatin1String(member)).toString(); }
    QJsonArray list(const char *member) const { return json.value(QLatin1String(member)).toArray(); }
};

/// A sandbox and an HTTP client that knows nothing of it but its base URL and keys.
class SandboxClient
{
public:
    explicit SandboxClient(const SandboxOptions &options = {})
        : server(options, clock)
    {
        const auto started = server.start();
        if (!started)
            qFatal("the sandbox does not start: %s", qPrintable(started.error().detail));
        ready = *started;
        authorization = basic(ready.keyId, ready.keySecret.reveal());
    }

    static QByteArray basic(const QString &id, const QString &secret)
    {
        return "Basic " + (id + QLatin1Char(':') + secret).toUtf8().toBase64();
    }
    QString firstApp() const { return ready.apps.constFirst().id; }
    QString projectPath() const { return QStringLiteral("/v1/projects/") + ready.projectId + QLatin1Char('/'); }

    /// \param path  absolute, or below the project
    QNetworkReply *send(const char *method, const QString &path, const QByteArray &body = {},
                        const QByteArray &contentType = "application/json")
    {
        const auto absolute = path.startsWith(QLatin1Char('/')) ? path : projectPath() + path;
        QNetworkRequest request(QUrl(ready.apiBase + absolute));
        if (!contentType.isEmpty() && !body.isEmpty())
            request.setRawHeader("Content-Type", contentType);
        if (!authorization.isEmpty())
            request.setRawHeader("Authorization", authorization);
        return network.sendCustomRequest(request, method, body);
    }
    HttpAnswer call(const char *method, const QString &path, const QByteArray &body = {},
                    const QByteArray &contentType = "application/json")
    {
        return answerOf(send(method, path, body, contentType));
    }
    HttpAnswer call(const char *method, const QString &path, const QJsonObject &body)
    {
        return call(method, path, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    HttpAnswer get(const QString &path) { return call("GET", path); }
    HttpAnswer post(const QString &path, const QJsonObject &body) { return call("POST", path, body); }

    HttpAnswer fetchToken(const QByteArray &form = "grant_type=client_credentials",
                          const QByteArray &contentType = "application/x-www-form-urlencoded")
    {
        return call("POST", QStringLiteral("/oauth2/token"), form, contentType);
    }
    HttpAnswer query(const QString &channel, const QString &identity)
    {
        return post(QStringLiteral("capability:query"), queryBody({{channel, identity}}));
    }
    QJsonObject queryBody(const QList<QPair<QString, QString>> &identities) const
    {
        QJsonArray list;
        for (const auto &[channel, identity] : identities)
            list.append(QJsonObject {{QStringLiteral("channel"), channel}, {QStringLiteral("identity"), identity}});
        const QJsonObject identifiedBy {{QStringLiteral("channel_identities"), list}};
        return {{QStringLiteral("app_id"), firstApp()},
                {QStringLiteral("recipient"), QJsonObject {{QStringLiteral("identified_by"), identifiedBy}}}};
    }

    static HttpAnswer answerOf(QNetworkReply *reply)
    {
        QSignalSpy finished(reply, &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(10'000);
        HttpAnswer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.bytes = reply->readAll();
        answer.json = QJsonDocument::fromJson(answer.bytes).object();
        answer.headers = reply->rawHeaderPairs();
        reply->deleteLater();
        return answer;
    }

    FakeClock clock;
    SandboxServer server;
    SandboxReady ready;
    QNetworkAccessManager network;
    QByteArray authorization; ///< sent with every call
};

} // namespace console
