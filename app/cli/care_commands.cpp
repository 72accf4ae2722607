// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/care_commands.h"

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "history/history_care.h"

#include <QFileInfo>

namespace console {

namespace {

int trouble(const Error &error)
{
    sayTrouble(error);
    return int(ExitCode::LocalTrouble);
}

/// A number from 1; 0 where the option is not there.
qint64 countOf(Arguments &arguments, const QString &name)
{
    if (!arguments.isSet(name))
        return 0;
    bool isNumber = false;
    const qint64 count = arguments.value(name).toLongLong(&isNumber);
    if (!isNumber || count < 1 || count > INT32_MAX)
        arguments.complain(QStringLiteral("--%1 must be a number from 1").arg(name));
    return count;
}

Result<OpenHistory> openExisting(const QString &database, const CliPorts &ports)
{
    if (!QFileInfo::exists(database)) // opening would make it
        return failure(Error::Kind::Storage, QStringLiteral("there is no file %1").arg(database));
    return ports.openHistory(database);
}

qint64 bytesOf(const QString &database)
{
    return QFileInfo(database).size() + QFileInfo(database + QStringLiteral("-wal")).size();
}

void addDatabase(Arguments &arguments, const QString &description)
{
    arguments.addValue(QStringLiteral("database"), QStringLiteral("FILE"), description);
}

} // namespace

int runTidy(const QStringList &line, const CliPorts &ports)
{
    Arguments arguments(QStringLiteral("tidy"),
                        QStringLiteral("Takes out of a history what is beyond its limits, oldest first. What has a "
                                       "pin, a tag or a note stays."));
    addDatabase(arguments, QStringLiteral("The history; no other program may be writing it."));
    arguments.addValue(QStringLiteral("keep-days"), QStringLiteral("N"),
                       QStringLiteral("Nothing that is older than so many days."));
    arguments.addValue(QStringLiteral("keep-rows"), QStringLiteral("N"),
                       QStringLiteral("So many of the newest notifications."));
    arguments.addValue(QStringLiteral("keep-mib"), QStringLiteral("N"),
                       QStringLiteral("About so many MiB of what stands in the file."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    const QString database = arguments.required(QStringLiteral("database"));
    RetentionLimits limits;
    limits.age = std::chrono::days(countOf(arguments, QStringLiteral("keep-days")));
    limits.rows = countOf(arguments, QStringLiteral("keep-rows"));
    limits.bytes = countOf(arguments, QStringLiteral("keep-mib")) * 1024 * 1024;
    if (limits.isUnlimited())
        arguments.complain(QStringLiteral("--keep-days, --keep-rows or --keep-mib is missing"));
    if (arguments.hasComplaint())
        return arguments.exitCode();
    const auto opened = openExisting(database, ports);
    if (!opened)
        return trouble(opened.error());
    const auto removed = tidyHistory(database, *opened->writer, limits, ports.clock.now());
    if (!removed)
        return trouble(removed.error());
    say(QStringLiteral("%1 notifications removed").arg(*removed));
    return int(ExitCode::Done);
}

int runCompact(const QStringList &line, const CliPorts &ports)
{
    Arguments arguments(
        QStringLiteral("compact"),
        QStringLiteral(
            "Writes a history anew, without the gaps that removed notifications left. Needs room for a second copy."));
    addDatabase(arguments, QStringLiteral("The history; no other program may be writing it."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    const QString database = arguments.required(QStringLiteral("database"));
    if (arguments.hasComplaint())
        return arguments.exitCode();
    const auto opened = openExisting(database, ports);
    if (!opened)
        return trouble(opened.error());
    const qint64 before = bytesOf(database);
    if (const auto compacted = compactHistory(*opened->writer); !compacted)
        return trouble(compacted.error());
    say(QStringLiteral("%1 bytes before, %2 now").arg(before).arg(bytesOf(database)));
    return int(ExitCode::Done);
}

int runBackup(const QStringList &line)
{
    Arguments arguments(
        QStringLiteral("backup"),
        QStringLiteral("Copies a history as it is at this moment. The copy is checked before it gets its name."));
    addDatabase(arguments, QStringLiteral("The history; another program may be writing it."));
    arguments.addValue(QStringLiteral("output"), QStringLiteral("FILE"),
                       QStringLiteral("The copy; replaced if it is there."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    const QString database = arguments.required(QStringLiteral("database"));
    const QString output = arguments.required(QStringLiteral("output"));
    if (arguments.hasComplaint())
        return arguments.exitCode();
    const auto made = backUpHistory(database, output);
    return made ? int(ExitCode::Done) : trouble(made.error());
}

int runRestore(const QStringList &line, const CliPorts &ports)
{
    Arguments arguments(
        QStringLiteral("restore"),
        QStringLiteral(
            "Puts a checked backup in the place of a history. What was there is renamed, never overwritten."));
    addDatabase(arguments, QStringLiteral("The history; no other program may be writing it."));
    arguments.addValue(QStringLiteral("from"), QStringLiteral("FILE"), QStringLiteral("The backup."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    const QString database = arguments.required(QStringLiteral("database"));
    const QString backup = arguments.required(QStringLiteral("from"));
    if (arguments.hasComplaint())
        return arguments.exitCode();
    const auto aside = restoreHistory(backup, database, ports.clock.now());
    if (!aside)
        return trouble(aside.error());
    if (*aside)
        say(QStringLiteral("what was there is now %1").arg(**aside));
    return int(ExitCode::Done);
}

} // namespace console
