// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/saved_view.h"

namespace console {

/// Loads and saves one profile's views: a file of its own beside the settings, in the form that is passed on. Thread: one.
class SavedViewStore
{
public:
    /// \param folder of the profile; made when it is missing.
    explicit SavedViewStore(QString folder);

    /// None where the file is missing or cannot be read.
    QList<SavedView> load() const;
    /// Errors: Storage; the file is then as it was.
    [[nodiscard]] Result<> save(const QList<SavedView> &views);

private:
    QString filePath() const;
    QString m_folder;
};

} // namespace console
