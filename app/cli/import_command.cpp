// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_command.h"

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "core/memory_use.h"
#include "exporting/row_import.h"

#include <QFile>

#include <cstdio>

namespace console {

namespace {

int trouble(const Error &error)
{
    sayTrouble(error);
    return int(ExitCode::LocalTrouble);
}

} // namespace

int runImport(const QStringList &line, const CliPorts &ports)
{
    Arguments arguments(
        QStringLiteral("import"),
        QStringLiteral("Reads NDJSON that was exported into a history. Rows that it has already are left "
                       "out. Imported rows have raw bytes where the file has them."));
    arguments.addValue(QStringLiteral("database"), QStringLiteral("FILE"),
                       QStringLiteral("The history; made if it is not there. No other program may be writing it."));
    arguments.addValue(QStringLiteral("input"), QStringLiteral("FILE"), QStringLiteral("The file, or - for stdin."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    const QString database = arguments.required(QStringLiteral("database"));
    const QString input = arguments.required(QStringLiteral("input"));
    if (arguments.hasComplaint())
        return arguments.exitCode();
    QFile file(input);
    const bool isOpen
        = input == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return trouble({Error::Kind::Storage, QStringLiteral("%1: %2").arg(input, file.errorString())});
    keepMemorySmall(); // rows are made in this thread and freed in the writer's
    const auto opened = ports.openHistory(database);
    if (!opened)
        return trouble(opened.error());
    const auto report = importRows(database, *opened->writer, file);
    if (!report)
        return trouble(report.error());
    say(QStringLiteral("%1 notifications imported, %2 were there already").arg(report->rows).arg(report->duplicates));
    if (report->unreadable == 0)
        return int(ExitCode::Done);
    say(QStringLiteral("%1 lines are no rows; the first is %2").arg(report->unreadable).arg(report->firstProblem));
    return int(ExitCode::Warnings);
}

} // namespace console
