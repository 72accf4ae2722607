// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_loader.h"

#include "core/continuation.h"

namespace console {

void ContactLoader::start(ProjectConnection *connection, const QList<ContactId> &ids)
{
    ++m_generation;
    m_connection = connection;
    m_ids = connection ? ids : QList<ContactId>();
    m_isRunning = !m_ids.isEmpty();
    if (m_isRunning)
        loadNext();
}

void ContactLoader::loadNext()
{
    const ContactId id = m_ids.takeFirst();
    m_connection->contacts().get(id)
        | then(this, [this, id, generation = m_generation](const Result<Contact> &contact) {
              if (generation == m_generation)
                  take(id, contact);
          });
}

void ContactLoader::take(const ContactId &id, const Result<Contact> &contact)
{
    const bool isMissing = !contact && contact.error().httpStatus == 404;
    m_isRunning = !m_ids.isEmpty();
    if (m_isRunning)
        loadNext(); // before anybody hears of this one: a listener may start anew
    const bool isLast = !m_isRunning;
    if (contact)
        Q_EMIT loaded(*contact);
    else if (isMissing)
        Q_EMIT missing(id);
    if (isLast)
        Q_EMIT finished();
}

} // namespace console
