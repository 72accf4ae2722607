// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QStringList>

namespace console {

/// Brings a database file to the schema of this program, one numbered SQL file a step, one transaction a step; the
/// version (PRAGMA user_version) is set inside it.
class SchemaMigrator
{
public:
    enum class Outcome {
        Current,           ///< nothing to do
        Upgraded,          ///< made new, or brought up from an older version
        NewerCompatible,   ///< of a newer program, but this one can still read it
        NewerIncompatible, ///< of a newer program: refused, untouched
        Failed,            ///< a step broke; the file is as it was before that step
        BadSchema,         ///< another program's database
    };
    struct Report
    {
        Outcome outcome;
        int version; ///< of the file, afterwards
        QString detail;
        bool mayWrite() const { return outcome == Outcome::Current || outcome == Outcome::Upgraded; }
        bool mayRead() const { return mayWrite() || outcome == Outcome::NewerCompatible; }
    };

    /// \param steps the text of the SQL files, in order; statements stand in blocks with an empty line between.
    explicit SchemaMigrator(QStringList steps);
    /// With the program's own migrations.
    static SchemaMigrator ofThisProgram();

    Report migrate(const QSqlDatabase &connection) const;
    /// What migrate() would find, without changing anything: Upgraded stands for "older".
    Report inspect(const QSqlDatabase &connection) const;

private:
    void applyStep(const QSqlDatabase &connection, int version) const;
    QStringList m_steps;
};

} // namespace console
