// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "lookup/project_connection.h"

namespace console {

/// Reads contacts by their ids, one request at a time. Thread: GUI.
class ContactLoader : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Instead of what was under way. Null: reads nothing.
    void start(ProjectConnection *connection, const QList<ContactId> &ids);
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void loaded(const console::Contact &contact);
    /// The project has none of this id any more (or its region is wrong). Other failures are not told: it is not loaded.
    void missing(const console::ContactId &id);
    void finished();

private:
    void loadNext();
    void take(const ContactId &id, const Result<Contact> &contact);

    ProjectConnection *m_connection = nullptr;
    QList<ContactId> m_ids;
    int m_generation = 0;
    bool m_isRunning = false;
};

} // namespace console
