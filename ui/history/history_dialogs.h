// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json_path.h"
#include "history/history_keeper.h"
#include "history/history_view.h"

#include <QObject>

class QWidget;

namespace console {

/// Opens the dialogs about the history as a whole and carries out what they say. Thread: GUI.
class HistoryDialogs : public QObject
{
    Q_OBJECT

public:
    explicit HistoryDialogs(QWidget *window);

    /// Null where the history is only read: then only exports are possible. It outlives this.
    void setKeeper(HistoryKeeper *keeper);
    bool canWrite() const { return m_keeper != nullptr; }

    /// All rows that the view shows, in its order; with the columns that are shown from their bodies.
    void exportRows(const HistoryView &view, const QList<JsonPath> &columns);
    void importRows();
    void backUp();
    void compact();
    /// Asks for a backup, and then whether it is to take the place of the history.
    void restore();
    void askToRestore(const QString &backup);
    /// Pins those that are not pinned; when all are, takes the pins away.
    void togglePins(const QList<NotificationRow> &rows);
    void annotate(const QList<NotificationRow> &rows);
    void erase(const ErasedPerson &person, const QString &who);

Q_SIGNALS:
    void erased(const console::ErasedPerson &person);
    /// The history has to be closed for it.
    void restoreWanted(const QString &backup);
    /// What was done or failed, in a sentence.
    void done(const QString &text);
    void failed(const QString &text);

private:
    void startImport(const QString &path);
    void startBackUp(const QString &path);

    QWidget *m_window;
    HistoryKeeper *m_keeper = nullptr;
};

} // namespace console
