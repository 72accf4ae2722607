// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/contact_shortlist.h"

#include <QString>
#include <QStringList>

namespace console {

/// Loads and saves the shortlists of one profile's projects, by the projects' keys: an INI file of its own beside the
/// settings. An entry that cannot be read is left out. Thread: one.
class ShortlistStore
{
public:
    /// \param folder of the profile; made when it is missing.
    explicit ShortlistStore(QString folder);

    ContactShortlist load(const QString &projectKey) const;
    void save(const QString &projectKey, const ContactShortlist &shortlist);
    /// Those of other projects go: they were removed.
    void keepOnly(const QStringList &projectKeys);

private:
    QString filePath() const;
    QString m_folder;
};

} // namespace console
