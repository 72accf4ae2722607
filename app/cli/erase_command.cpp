// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/erase_command.h"

#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "history/person_eraser.h"

#include <QFileInfo>

namespace console {

namespace {

int trouble(const Error &error)
{
    sayTrouble(error);
    return int(ExitCode::LocalTrouble);
}

/// CHANNEL:IDENTITY as in `lookup`, or the identity alone; it is forgotten on every channel.
QString identityOf(const QString &text)
{
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    return colon < 0 ? text : text.mid(colon + 1);
}

int tellWhatIsThere(const QString &database, const ErasedPerson &person)
{
    const auto plan = planErasure(database, person);
    if (!plan)
        return trouble(plan.error());
    const Removal &goes = plan->removal;
    say(QStringLiteral("%1 notifications, %2 lookups and %3 other callbacks speak of %4\n"
                       "Nothing was changed. With --yes they are removed; backups and exports are not touched.")
            .arg(goes.rows.size())
            .arg(goes.lookups.size())
            .arg(goes.otherEvents.size() + goes.unreadable.size() + goes.rejected.size())
            .arg(plan->person.texts().join(QLatin1String(", "))));
    return int(ExitCode::Done);
}

int erase(const QString &database, const ErasedPerson &person, const CliPorts &ports)
{
    const auto opened = ports.openHistory(database);
    if (!opened)
        return trouble(opened.error());
    const auto report = erasePerson(database, *opened->writer, person);
    if (!report)
        return trouble(report.error());
    say(QStringLiteral("removed: %1 notifications, %2 lookups, %3 other callbacks")
            .arg(report->rows)
            .arg(report->lookups)
            .arg(report->callbacks));
    if (!report->isProven())
        return trouble({Error::Kind::Storage,
                        QStringLiteral("the bytes of the file still hold %1 traces").arg(report->remains.standing)});
    say(QStringLiteral("the bytes of the file and of its log were searched: no trace is left"));
    if (report->remains.inside > 0)
        say(QStringLiteral("%1 longer numbers that hold this one belong to others and stay")
                .arg(report->remains.inside));
    return int(ExitCode::Done);
}

} // namespace

int runErase(const QStringList &line, const CliPorts &ports)
{
    Arguments arguments(
        QStringLiteral("erase"),
        QStringLiteral("Tells what a history holds about a person; with --yes, removes every trace of it "
                       "and searches the file for what is left."));
    arguments.addValue(QStringLiteral("database"), QStringLiteral("FILE"),
                       QStringLiteral("The history; no other program may be writing it."));
    arguments.addValue(QStringLiteral("identity"), QStringLiteral("CHANNEL:IDENTITY"),
                       QStringLiteral("An identity of the person; may be given several times."));
    arguments.addValue(QStringLiteral("contact"), QStringLiteral("ID"),
                       QStringLiteral("A contact; the identities that the history knows of it are its, too."));
    arguments.addFlag(QStringLiteral("yes"), QStringLiteral("Remove it. It cannot be brought back."));
    if (!arguments.parse(line))
        return arguments.exitCode();
    const QString database = arguments.required(QStringLiteral("database"));
    ErasedPerson person;
    person.contactIds = arguments.values(QStringLiteral("contact"));
    for (const QString &identity : arguments.values(QStringLiteral("identity")))
        person.identities.append(identityOf(identity));
    person.contactIds.removeAll(QString());
    person.identities.removeAll(QString());
    if (person.isEmpty())
        arguments.complain(QStringLiteral("--identity or --contact is missing"));
    if (arguments.hasComplaint())
        return arguments.exitCode();
    if (!QFileInfo::exists(database))
        return trouble({Error::Kind::Storage, QStringLiteral("there is no file %1").arg(database)});
    return arguments.isSet(QStringLiteral("yes")) ? erase(database, person, ports) : tellWhatIsThere(database, person);
}

} // namespace console
