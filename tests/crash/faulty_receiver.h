// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/plain_socket.h"
#include "support/signed_post.h"
#include "support/started_program.h"

#include <QSet>
#include <QTemporaryDir>

#include <memory>

namespace console {

/// capability-cli listen with a disk that does what the test says. Asked by one client that blocks.
class FaultyReceiver
{
public:
    enum class Rights { Ours, None };

    explicit FaultyReceiver(Rights rights = Rights::Ours)
        : m_rights(rights)
    {
        if (rights == Rights::None)
            giveAway(folder());
    }

    QString database() const { return m_folder.filePath(QStringLiteral("history.sqlite")); }
    QString folder() const { return m_folder.path(); }

    /// \returns whether it came up.
    bool start(const QStringList &more = {})
    {
        const QByteArray preload = "LD_PRELOAD=" CONSOLE_FAULTS_LIBRARY;
        m_program = std::make_unique<StartedProgram>(StartedProgram::Setting {
            QStringLiteral(CONSOLE_BIN_DIR "/capability-cli"),
            QStringList {QStringLiteral("listen"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                         QStringLiteral("--database"), database()}
                + more,
            m_outputs.filePath(QStringLiteral("rows")),
            m_outputs.filePath(QStringLiteral("errors")),
            {"CAPABILITY_WEBHOOK_SECRET=secret", "CONSOLE_FAULTS=" + QFile::encodeName(faultFile()), preload,
             "ASAN_OPTIONS=verify_asan_link_order=0"},
            RLIM_INFINITY,
            {},
            m_rights == Rights::None});
        m_port = m_program->port();
        return m_port != 0;
    }
    /// Ends as on Ctrl-C. \returns the exit code.
    int stop()
    {
        m_program->signal(SIGTERM);
        return m_program->wait();
    }
    StartedProgram &program() { return *m_program; }

    void setFault(const QByteArray &word)
    {
        QFile file(faultFile());
        if (!file.open(QIODevice::WriteOnly) || file.write(word) < 0)
            qFatal("no fault can be set");
    }
    void clearFault() { QFile::remove(faultFile()); }

    /// A signed callback about a new request id.
    struct Callback
    {
        QByteArray requestId;
        QByteArray bytes;
    };
    static Callback newCallback()
    {
        const QByteArray id = makeUlid(SystemClock().now()).toLatin1();
        return {id, signedPost("/callbacks", "secret", callbackBody(id, "RCS", "46701234567"))};
    }

    /// \returns the status of the answer, 0 when there is none; what is answered 200 is claimed.
    int post(const Callback &callback)
    {
        const int status = statusOf(callback, &m_lastAnswer);
        if (status == 200)
            m_claimed.insert(callback.requestId);
        return status;
    }
    int post() { return post(newCallback()); }

    /// The same from any thread, claiming nothing.
    int statusOf(const Callback &callback, QByteArray *answer = nullptr) const
    {
        const int socket = connectToLocalPort(m_port);
        std::string arrived;
        int status = 0;
        char buffer[4096];
        bool isOpen = socket >= 0 && sendAll(socket, callback.bytes);
        while (isOpen && status == 0) {
            const auto got = ::recv(socket, buffer, sizeof buffer, 0);
            isOpen = got > 0;
            arrived.append(buffer, isOpen ? size_t(got) : 0);
            if (answer != nullptr)
                *answer = QByteArray::fromStdString(arrived);
            status = takeAnswer(arrived);
        }
        ::close(socket);
        return status;
    }

    const QByteArray &lastAnswer() const { return m_lastAnswer; }
    const QSet<QByteArray> &claimed() const { return m_claimed; }
    QByteArray errors() const { return contentOf("errors"); }

    /// The request ids that `capability-cli history` finds.
    QSet<QByteArray> stored()
    {
        StartedProgram history(
            {QStringLiteral(CONSOLE_BIN_DIR "/capability-cli"),
             {QStringLiteral("history"), QStringLiteral("--database"), database(), QStringLiteral("--json")},
             m_outputs.filePath(QStringLiteral("history")),
             m_outputs.filePath(QStringLiteral("history_errors")),
             {},
             {},
             {},
             m_rights == Rights::None});
        QSet<QByteArray> found;
        if (history.wait() != 0)
            return found;
        const QByteArray member = "\"request_id\":\"";
        const auto lines = contentOf("history").split('\n');
        for (const QByteArray &line : lines) {
            if (const auto at = line.indexOf(member); at >= 0)
                found.insert(line.mid(at + member.size(), 26));
        }
        return found;
    }

private:
    QString faultFile() const { return m_outputs.filePath(QStringLiteral("fault")); }
    QByteArray contentOf(const char *name) const
    {
        QFile file(m_outputs.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    const Rights m_rights;
    QTemporaryDir m_folder;
    QTemporaryDir m_outputs; ///< what has no part in the faults
    std::unique_ptr<StartedProgram> m_program;
    int m_port = 0;
    QByteArray m_lastAnswer;
    QSet<QByteArray> m_claimed;
};

} // namespace console
