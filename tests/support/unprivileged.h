// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <grp.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace console {

// Permissions hold nobody back who is root, as tests often are: these become somebody else for a while.

constexpr uid_t kNobody = 65534;

/// For good, in a child process that is about to become another program. \returns whether permissions count now.
inline bool dropRights()
{
    if (::geteuid() != 0)
        return true;
    [[maybe_unused]] const int groups = ::setgroups(0, nullptr); // forbidden in some containers, which have none
    return ::setresgid(kNobody, kNobody, kNobody) == 0 && ::setresuid(kNobody, kNobody, kNobody) == 0;
}

/// Whether a child process can do that.
inline bool canDropRights()
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(dropRights() ? 0 : 1);
    int status = 1;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Gives a folder or file to whom programs without rights run as.
inline void giveAway(const QString &path)
{
    if (::geteuid() == 0 && ::chown(QFile::encodeName(path).constData(), kNobody, kNobody) != 0)
        qFatal("%s cannot be given away", qPrintable(path));
}

inline void setMode(const QString &path, mode_t mode)
{
    if (::chmod(QFile::encodeName(path).constData(), mode) != 0)
        qFatal("the mode of %s cannot be set", qPrintable(path));
}

/// The whole process, all of its threads, for as long as this lives.
class WithoutRights
{
public:
    WithoutRights()
    {
        if (m_wasRoot && (::setresgid(kNobody, kNobody, 0) != 0 || ::setresuid(kNobody, kNobody, 0) != 0))
            qFatal("rights cannot be dropped");
    }
    ~WithoutRights()
    {
        if (m_wasRoot && (::setresuid(0, 0, 0) != 0 || ::setresgid(0, 0, 0) != 0))
            qFatal("rights cannot be taken again");
    }
    WithoutRights(const WithoutRights &) = delete;
    WithoutRights &operator=(const WithoutRights &) = delete;

private:
    const bool m_wasRoot = ::geteuid() == 0;
};

} // namespace console
