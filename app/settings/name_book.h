// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace console {

/// What people call projects and apps, by their ids.
struct KnownNames
{
    QHash<QString, QString> projects;
    QHash<QString, QString> apps;

    friend bool operator==(const KnownNames &, const KnownNames &) = default;
};

/// Remembers the names of one profile's projects and apps, which rows of a history do not hold: so a filter finds apps by
/// name before the API was asked for them, and on the command line. A JSON file beside the settings; one that cannot be read
/// counts as empty. Thread: one.
class NameBook
{
public:
    static constexpr qsizetype kMost = 2'000; ///< of a kind; those of today are kept first

    /// \param folder  of the profile.
    explicit NameBook(QString folder);

    KnownNames load() const;
    /// Those of today, and of those of before what is not among them. Written only when something is new.
    KnownNames merge(const KnownNames &today);

private:
    void save(const KnownNames &names) const;

    QString m_path;
};

} // namespace console
