// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/saved_view_store.h"

#include <QObject>

#include <functional>

class QMenu;

namespace console {

/// The views of the table that have a name, as entries of a menu: taken, kept, removed, passed on as a file.
/// Thread: GUI.
class SavedViews : public QObject
{
    Q_OBJECT

public:
    /// \param current  what the table shows now, without a name.
    SavedViews(std::function<SavedView()> current, QWidget *parent);

    /// From here on they are kept there. The folder is the profile's.
    void useFolder(const QString &folder);
    const QList<SavedView> &views() const { return m_views; }
    /// Anew, each time that the menu is about to show.
    void fillMenu(QMenu *menu);

    /// A view of the same name is replaced.
    void keep(const SavedView &view);
    void remove(const QString &name);
    /// All views of a file; what cannot be read is said in a message.
    void importFrom(const QString &path);

Q_SIGNALS:
    void chosen(const console::SavedView &view);

private:
    void askForName();
    void askForImport();
    void askForExport();
    void exportTo(const QString &path);
    void save();
    void complain(const QString &title, const QString &detail);

    std::function<SavedView()> m_current;
    QWidget *m_parent;
    std::optional<SavedViewStore> m_store;
    QList<SavedView> m_views;
};

} // namespace console
