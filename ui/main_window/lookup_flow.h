// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/lookup_service.h"

#include <QSet>
#include <QWidget>

class QMessageBox;

namespace console {

class ProjectController;

/// From a press on Look up to a stored lookup: makes sure that the answers find their way here (at a real project it
/// asks before it makes a webhook there), then submits. Thread: GUI.
class LookupFlow : public QObject
{
    Q_OBJECT

public:
    LookupFlow(ProjectController &projects, LookupService &lookups, QWidget *window);

    void ask(const LookupDraft &draft);

    /// What is asked when the receiver could not be registered; the accepting button looks up all the same.
    static QMessageBox *makeUnpreparedWarning(const Error &error, QWidget *window);

Q_SIGNALS:
    /// Nothing was asked, because it could not be kept.
    void notKept(const console::Error &error);

private:
    QString keyOf(const LookupDraft &draft) const;
    void askForWebhook(const LookupDraft &draft);
    void prepare(const LookupDraft &draft);
    void tellUnprepared(const LookupDraft &draft, const Error &error);
    void submit(const LookupDraft &draft);

    ProjectController &m_projects;
    LookupService &m_lookups;
    QWidget *m_window;
    QSet<QString> m_agreed; ///< apps, by project and id
    QSet<QString> m_declined;
};

} // namespace console
