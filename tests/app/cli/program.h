// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/project_connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace console {

using Environment = QList<QPair<QString, QString>>;

/// One run of a program of ours, in a home of its own and with nothing of ours in its environment. The event loop turns
/// while it is waited for, so that the test may be its server.
class Program
{
public:
    explicit Program(const QStringList &arguments, const Environment &environment = {},
                     const QString &name = QStringLiteral("capability-cli"))
    {
        auto variables = QProcessEnvironment::systemEnvironment();
        const auto names = variables.keys();
        for (const auto &variable : names) {
            if (variable.startsWith(QLatin1String("CAPABILITY_")) || variable.startsWith(QLatin1String("QT_LOGGING")))
                variables.remove(variable);
        }
        variables.insert(QStringLiteral("HOME"), home().path());
        variables.insert(QStringLiteral("XDG_STATE_HOME"), home().filePath(QStringLiteral("state")));
        variables.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        for (const auto &[variable, value] : environment)
            variables.insert(variable, value);
        process.setProcessEnvironment(variables);
        process.start(QStringLiteral(CONSOLE_BIN_DIR "/") + name, arguments);
    }
    ~Program()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }

    /// Shared by all runs of one test program.
    static QTemporaryDir &home()
    {
        static QTemporaryDir folder;
        return folder;
    }

    /// The next line of stdout without its end; empty when none comes.
    QByteArray line()
    {
        const bool isThere = QTest::qWaitFor(
            [this] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, kPatienceMs);
        const QByteArray read = isThere ? process.readLine() : QByteArray();
        return read.endsWith('\n') ? read.chopped(1) : read;
    }
    QJsonObject json() { return QJsonDocument::fromJson(line()).object(); }

    /// Waits for its end. \returns the exit code; -1 when it crashed or does not end
    int end()
    {
        if (!QTest::qWaitFor([this] { return process.state() == QProcess::NotRunning; }, kPatienceMs))
            return -1;
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    int terminate(int number = SIGTERM)
    {
        ::kill(pid_t(process.processId()), number);
        return end();
    }
    QByteArray output() { return process.readAllStandardOutput(); }
    QByteArray errors() { return process.readAllStandardError(); }

    QProcess process;

private:
    static constexpr int kPatienceMs = 15'000;
};

/// The names of the members of one flat object, in the order in which they stand there.
inline QByteArray memberNames(const QByteArray &line)
{
    static const QRegularExpression name(QStringLiteral("[{,]\"([a-z_]+)\":"));
    QStringList names;
    auto matches = name.globalMatch(QString::fromUtf8(line));
    while (matches.hasNext())
        names.append(matches.next().captured(1));
    return names.join(QLatin1Char(' ')).toLatin1();
}

inline constexpr char kRowMembers[]
    = "received_at accepted_time request_id project_id app_id contact_id channel identity capability_status "
      "channel_capabilities "
      "reason_code reason_sub_code reason_channel_code reason_description signature join outcome retries latency_ms";

/// A port that was free a moment ago.
inline quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

inline const char kWebhookSecret[] = "HUSH-webhook-secret";

/// A capability-sandbox, hurried, and how it is reached.
class SandboxProgram : public Program
{
public:
    explicit SandboxProgram(const QStringList &more = {})
        : Program(QStringList {QStringLiteral("--speed"), QStringLiteral("200"), QStringLiteral("--contacts"),
                               QStringLiteral("40"), QStringLiteral("--key-secret"), QStringLiteral("HUSH-key-secret")}
                      + more,
                  {}, QStringLiteral("capability-sandbox"))
        , ready(json())
    {
        ApiSettings settings {QUrl(text("api_base")), QUrl(text("token_url")), *ProjectId::parse(text("project_id")),
                              text("key_id"), Secret(text("key_secret"))};
        connection = std::make_unique<ProjectConnection>(settings, network, clock);
    }

    QString text(const char *member) const { return ready.value(QLatin1String(member)).toString(); }
    QString firstApp() const
    {
        return ready.value(QLatin1String("apps")).toArray().at(0).toObject().value(QLatin1String("id")).toString();
    }
    QStringList lookup(const QStringList &more) const
    {
        return QStringList {QStringLiteral("lookup"),
                            QStringLiteral("--api-base"),
                            text("api_base"),
                            QStringLiteral("--token-url"),
                            text("token_url"),
                            QStringLiteral("--project"),
                            text("project_id"),
                            QStringLiteral("--app"),
                            firstApp()}
        + more;
    }
    Environment environment(const QString &keySecret = QStringLiteral("HUSH-key-secret")) const
    {
        return {{QStringLiteral("CAPABILITY_KEY_ID"), text("key_id")},
                {QStringLiteral("CAPABILITY_KEY_SECRET"), keySecret},
                {QStringLiteral("CAPABILITY_WEBHOOK_SECRET"), QLatin1String(kWebhookSecret)}};
    }

    QJsonObject ready;
    SystemClock clock;
    QNetworkAccessManager network;
    std::unique_ptr<ProjectConnection> connection;
};

} // namespace console
