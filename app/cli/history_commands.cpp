// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/history_commands.h"

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "core/clock.h"
#include "exporting/row_json.h"
#include "exporting/row_writer.h"
#include "history/row_stream.h"

#include <QSaveFile>

#include <cstdio>

namespace console {

namespace {

void addHistoryOptions(Arguments &arguments)
{
    arguments.addValue(QStringLiteral("database"), QStringLiteral("FILE"),
                       QStringLiteral("The history to read; another program may be writing it."));
    arguments.addValue(QStringLiteral("filter"), QStringLiteral("EXPR"),
                       QStringLiteral("Only rows that match, as in the window: status:none and not channel:SMS."));
}

/// An expression that cannot be read is shown with a mark under the place.
Filter readFilter(Arguments &arguments)
{
    const QString text = arguments.value(QStringLiteral("filter"));
    const auto filter = Filter::parse(text, SystemClock().now());
    if (filter)
        return *filter;
    QString line = text;
    for (QChar &character : line)
        character = character.isPrint() ? character : QLatin1Char(' ');
    const auto &error = filter.error();
    arguments.complain(QStringLiteral("--filter: %1\n  %2\n  %3%4")
                           .arg(error.message, line, QString(error.position, QLatin1Char(' ')),
                                QString(error.length, QLatin1Char('^'))));
    return {};
}

int trouble(const Error &error)
{
    sayTrouble(error);
    return int(ExitCode::LocalTrouble);
}

int writeRows(QIODevice &device, RowFormat format, const QString &database, const Filter &filter)
{
    RowWriter writer(device, format);
    if (const auto begun = writer.begin(); !begun)
        return trouble(begun.error());
    const auto streamed = streamRows(database, filter, StreamOrder::OldestFirst, 0,
                                     [&](const NotificationRow &row) { return writer.write(row); });
    return streamed ? int(ExitCode::Done) : trouble(streamed.error());
}

int exportToFile(const QString &path, RowFormat format, const QString &database, const Filter &filter)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return trouble({Error::Kind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString())});
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const int code = writeRows(file, format, database, filter);
    if (code != int(ExitCode::Done))
        return code; // the QSaveFile leaves what was there before
    if (!file.commit())
        return trouble({Error::Kind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString())});
    return code;
}

} // namespace

int runHistory(const QStringList &line)
{
    Arguments arguments(QStringLiteral("history"),
                        QStringLiteral("Prints the notifications of a history, newest first."));
    addHistoryOptions(arguments);
    arguments.addValue(QStringLiteral("limit"), QStringLiteral("N"), QStringLiteral("At most so many rows."));
    arguments.addFlag(QStringLiteral("json"), QStringLiteral("One row of JSON a line."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    const QString database = arguments.required(QStringLiteral("database"));
    const Filter filter = readFilter(arguments);
    bool isNumber = true;
    const qint64 limit
        = arguments.isSet(QStringLiteral("limit")) ? arguments.value(QStringLiteral("limit")).toLongLong(&isNumber) : 0;
    if (!isNumber || limit < 0 || (limit == 0 && arguments.isSet(QStringLiteral("limit"))))
        arguments.complain(QStringLiteral("--limit must be a number from 1"));
    if (arguments.hasComplaint())
        return arguments.exitCode();
    const bool isJson = arguments.isSet(QStringLiteral("json"));
    const auto streamed
        = streamRows(database, filter, StreamOrder::NewestFirst, limit, [&](const NotificationRow &row) -> Result<> {
              printLine(isJson ? encodeRowJson(row) : rowText(row).toUtf8());
              return {};
          });
    return streamed ? int(ExitCode::Done) : trouble(streamed.error());
}

int runExport(const QStringList &line)
{
    Arguments arguments(QStringLiteral("export"),
                        QStringLiteral("Writes the notifications of a history in order of arrival."));
    addHistoryOptions(arguments);
    arguments.addValue(QStringLiteral("format"), QStringLiteral("csv|ndjson"), QStringLiteral("The format."));
    arguments.addValue(QStringLiteral("output"), QStringLiteral("FILE|-"), QStringLiteral("Where to; - is stdout."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    const QString database = arguments.required(QStringLiteral("database"));
    const QString format = arguments.required(QStringLiteral("format"));
    const QString output = arguments.required(QStringLiteral("output"));
    const Filter filter = readFilter(arguments);
    if (format != QLatin1String("csv") && format != QLatin1String("ndjson"))
        arguments.complain(QStringLiteral("--format must be csv or ndjson"));
    if (arguments.hasComplaint())
        return arguments.exitCode();
    const auto rowFormat = format == QLatin1String("csv") ? RowFormat::Csv : RowFormat::Ndjson;
    if (output != QLatin1String("-"))
        return exportToFile(output, rowFormat, database, filter);
    QFile standardOutput;
    if (!standardOutput.open(stdout, QIODevice::WriteOnly))
        return trouble({Error::Kind::Storage, QStringLiteral("stdout cannot be written")});
    const int code = writeRows(standardOutput, rowFormat, database, filter);
    return standardOutput.flush() ? code : trouble({Error::Kind::Storage, standardOutput.errorString()});
}

} // namespace console
