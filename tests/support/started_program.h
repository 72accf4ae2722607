// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/unprivileged.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace console {

/// A program of ours as a process that may be killed at any moment. Its output goes to files, so that nobody has to
/// read along. Ended with SIGKILL when this goes.
class StartedProgram
{
public:
    struct Setting
    {
        QString program;
        QStringList arguments;
        QString output;                         ///< file that stdout is written to
        QString errors = {};                    ///< likewise for stderr; the same as ours when empty
        QList<QByteArray> environment = {};     ///< NAME=VALUE, beside what we have
        std::optional<rlim_t> largestFile = {}; ///< RLIMIT_FSIZE with SIGXFSZ ignored: a disk that is full
        std::optional<rlim_t> descriptors = {}; ///< RLIMIT_NOFILE
        bool isWithoutRights
            = false; ///< not as root, so that permissions count; ends with 126 where that is impossible
    };

    explicit StartedProgram(const Setting &setting)
        : m_output(setting.output)
    {
        QFile::remove(m_output);
        m_pid = ::fork();
        if (m_pid == 0)
            become(setting);
    }
    ~StartedProgram() { kill(); }
    StartedProgram(const StartedProgram &) = delete;
    StartedProgram &operator=(const StartedProgram &) = delete;

    pid_t pid() const { return m_pid; }

    /// The first line of its output; empty when it ends first, or after ten seconds.
    QByteArray firstLine()
    {
        for (int i = 0; i < 10'000; ++i) {
            QFile file(m_output);
            if (file.open(QIODevice::ReadOnly)) {
                const QByteArray line = file.readLine();
                if (line.endsWith('\n'))
                    return line;
            }
            if (!isAlive())
                return {};
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return {};
    }

    /// The port in the first line, or 0.
    int port()
    {
        const QByteArray line = firstLine();
        const auto host = line.indexOf("127.0.0.1:");
        return host < 0 ? 0 : std::atoi(line.constData() + host + 10);
    }

    bool isAlive()
    {
        if (m_pid > 0 && !m_status) {
            int status = 0;
            if (::waitpid(m_pid, &status, WNOHANG) == m_pid)
                m_status = status;
        }
        return m_pid > 0 && !m_status;
    }

    void signal(int number)
    {
        if (isAlive())
            ::kill(m_pid, number);
    }

    /// Waits for its end. \returns the exit code, or minus the signal that ended it.
    int wait()
    {
        int status = 0;
        if (m_pid > 0 && !m_status && ::waitpid(m_pid, &status, 0) == m_pid)
            m_status = status;
        const int ended = m_status.value_or(0);
        return WIFEXITED(ended) ? WEXITSTATUS(ended) : -WTERMSIG(ended);
    }

    void kill()
    {
        signal(SIGKILL);
        wait();
    }

    /// Resident memory, from the kernel; 0 when it is gone. `key` may be VmHWM for the peak.
    qint64 residentBytes(const char *key = "VmRSS") const
    {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_pid));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        const auto lines = status.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith(key))
                return line.mid(qstrlen(key) + 1).simplified().split(' ').first().toLongLong() * 1024;
        }
        return 0;
    }

    /// Processor time used so far.
    std::chrono::milliseconds processorTime() const
    {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(m_pid));
        if (!stat.open(QIODevice::ReadOnly))
            return {};
        const QByteArray line = stat.readAll();
        const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        const qint64 ticks = fields.value(11).toLongLong() + fields.value(12).toLongLong();
        return std::chrono::milliseconds(ticks * 1000 / ::sysconf(_SC_CLK_TCK));
    }

private:
    [[noreturn]] static void become(const Setting &setting)
    {
        redirect(setting.output, STDOUT_FILENO);
        if (!setting.errors.isEmpty())
            redirect(setting.errors, STDERR_FILENO);
        if (setting.largestFile) {
            ::signal(SIGXFSZ, SIG_IGN);
            limit(RLIMIT_FSIZE, *setting.largestFile);
        }
        if (setting.descriptors)
            limit(RLIMIT_NOFILE, *setting.descriptors);
        if (setting.isWithoutRights && !dropRights())
            ::_exit(126);
        for (const QByteArray &entry : setting.environment)
            ::putenv(qstrdup(entry.constData()));
        std::vector<char *> words {qstrdup(QFile::encodeName(setting.program).constData())};
        for (const QString &argument : setting.arguments)
            words.push_back(qstrdup(argument.toUtf8().constData()));
        words.push_back(nullptr);
        ::execv(words.front(), words.data());
        ::_exit(127);
    }

    static void redirect(const QString &path, int to)
    {
        const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0600);
        ::dup2(file, to);
        ::close(file);
    }

    static void limit(decltype(RLIMIT_FSIZE) what, rlim_t soft)
    {
        rlimit bounds = {};
        ::getrlimit(what, &bounds);
        bounds.rlim_cur = soft; // the hard one stays, so that it can be lifted again
        ::setrlimit(what, &bounds);
    }

    QString m_output;
    pid_t m_pid = -1;
    std::optional<int> m_status;
};

} // namespace console
