// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/history_commands.h"

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "core/clock.h"
#include "exporting/row_json.h"
#include "exporting/row_telling.h"
#include "exporting/row_writer.h"
#include "history/row_stream.h"
#include "settings/name_book.h"
#include "settings/settings_store.h"

#include <QFile>
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
    const KnownNames known = NameBook(SettingsStore::profileFolder({})).load(); // as this user's window last saw them
    const auto filter = Filter::parse(text, SystemClock().now(), {known.projects, known.apps});
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

struct ExportOptions
{
    QString database;
    Filter filter;
    RowFormat format = RowFormat::Csv;
    RowMembers members = RowMembers::Contract;
    BodyParts bodies = {};
    std::optional<Redaction> redaction = {};
};

int writeRows(QIODevice &device, const ExportOptions &options)
{
    RowWriter writer(device, options.format, options.members);
    if (!options.filter.matchesAll())
        writer.setTitle(options.redaction ? QStringLiteral("Notifications, filtered") : options.filter.text());
    writer.setExtras(extraMemberNames(options.bodies));
    RowTelling telling(options.database, options.bodies, options.redaction);
    auto written = writer.begin();
    if (written) {
        written = streamRows(options.database, options.filter, {StreamOrder::OldestFirst},
                             [&](const NotificationRow &row) -> Result<> {
                                 const auto told = telling.told(row);
                                 return told ? writer.write(told->row, told->extras) : failure(told.error());
                             });
    }
    if (written)
        written = writer.end();
    if (!written)
        return trouble(written.error());
    if (options.redaction)
        say(QStringLiteral("%1 rows, %2 replacements").arg(writer.count()).arg(telling.replacements()));
    return int(ExitCode::Done);
}

/// What the line says of bodies; the format has to be known.
BodyParts readBodyParts(Arguments &arguments, RowFormat format)
{
    BodyParts parts;
    for (const QString &text : arguments.values(QStringLiteral("column-path"))) {
        if (const auto path = JsonPath::parse(text))
            parts.columns.append(*path);
        else
            arguments.complain(QStringLiteral("--column-path %1: %2").arg(text, path.error().detail));
    }
    parts.hasRaw = arguments.isSet(QStringLiteral("raw"));
    if (parts.hasRaw && !takesRawBodies(format))
        arguments.complain(QStringLiteral("--raw is for ndjson and json: whole bodies fit into no cell"));
    return parts;
}

int exportToFile(const QString &path, const ExportOptions &options)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return trouble({Error::Kind::Storage, QStringLiteral("%1: %2").arg(path, file.errorString())});
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const int code = writeRows(file, options);
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
        = streamRows(database, filter, {StreamOrder::NewestFirst, limit}, [&](const NotificationRow &row) -> Result<> {
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
    arguments.addValue(QStringLiteral("format"), QStringLiteral("csv|ndjson|json|html"),
                       QStringLiteral("The format; html is a page of its own."));
    arguments.addValue(QStringLiteral("output"), QStringLiteral("FILE"), QStringLiteral("The file, or - for stdout."));
    arguments.addFlag(QStringLiteral("notes"), QStringLiteral("With pins, tags and notes: three members more."));
    arguments.addValue(QStringLiteral("column-path"), QStringLiteral("PATH"),
                       QStringLiteral("What stands there in the body of each callback, as message.status or "
                                      "parts[].kind: a column more. May be given again."));
    arguments.addFlag(QStringLiteral("raw"),
                      QStringLiteral("With body and headers as they came, for ndjson and json: three members more."));
    arguments.addFlag(QStringLiteral("redact"),
                      QStringLiteral("Pseudonyms for identities, names and ids, also where a text mentions them."));
    arguments.addFlag(
        QStringLiteral("redact-texts"),
        QStringLiteral("As --redact, and descriptions, notes and tags as a whole: a name that no row knows "
                       "may stand in them."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    ExportOptions options;
    options.database = arguments.required(QStringLiteral("database"));
    const QString format = arguments.required(QStringLiteral("format"));
    const QString output = arguments.required(QStringLiteral("output"));
    options.filter = readFilter(arguments);
    const auto known = rowFormatOf(format);
    if (!known && !format.isEmpty())
        arguments.complain(QStringLiteral("--format must be csv, ndjson, json or html"));
    options.format = known.value_or(RowFormat::Ndjson);
    options.bodies = readBodyParts(arguments, options.format);
    if (arguments.hasComplaint())
        return arguments.exitCode();
    const bool asAWhole = arguments.isSet(QStringLiteral("redact-texts"));
    if (asAWhole || arguments.isSet(QStringLiteral("redact")))
        options.redaction.emplace().texts = asAWhole ? Redactor::Texts::AsAWhole : Redactor::Texts::Searched;
    options.members = arguments.isSet(QStringLiteral("notes")) ? RowMembers::Annotations : RowMembers::Contract;
    if (output != QLatin1String("-"))
        return exportToFile(output, options);
    QFile standardOutput;
    if (!standardOutput.open(stdout, QIODevice::WriteOnly))
        return trouble({Error::Kind::Storage, QStringLiteral("stdout cannot be written")});
    const int code = writeRows(standardOutput, options);
    return standardOutput.flush() ? code : trouble({Error::Kind::Storage, standardOutput.errorString()});
}

} // namespace console
