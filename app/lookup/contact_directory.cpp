// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_directory.h"

#include "core/continuation.h"

namespace console {

void ContactDirectory::open(ProjectConnection *connection)
{
    ++m_generation;
    m_connection = connection;
    m_kept.clear();
    m_ids.clear();
    m_nextPage.clear();
    m_nextUnkept.clear();
    m_readCount = 0;
    m_isReading = false;
    m_isComplete = false;
}

void ContactDirectory::readPage()
{
    if (!m_connection || m_isReading || m_isComplete)
        return;
    m_isReading = true;
    m_connection->contacts().list({}, m_nextPage)
        | then(this, [this, generation = m_generation](const Result<ContactPage> &page) {
              if (generation != m_generation)
                  return;
              m_isReading = false;
              if (page)
                  take(*page);
              else
                  refuse(page.error());
          });
}

void ContactDirectory::rewind()
{
    if (m_nextPage == m_nextUnkept)
        return;
    ++m_generation;
    m_isReading = false;
    m_isComplete = false;
    m_nextPage = m_nextUnkept;
    m_readCount = m_kept.size();
}

void ContactDirectory::take(const ContactPage &page)
{
    QList<Contact> fresh;
    for (const auto &contact : page.contacts) {
        if (!m_ids.contains(contact.id))
            fresh.append(contact);
    }
    const bool isKept = m_kept.size() < kMostKept;
    if (isKept) {
        for (const auto &contact : std::as_const(fresh))
            m_ids.insert(contact.id);
        m_kept.append(fresh);
    }
    m_readCount += fresh.size();
    // A token that leads to itself would lead there for ever.
    m_isComplete = page.nextPageToken.isEmpty() || page.nextPageToken == m_nextPage;
    m_nextPage = page.nextPageToken;
    if (isKept)
        m_nextUnkept = m_nextPage;
    Q_EMIT pageRead(fresh);
}

void ContactDirectory::refuse(const Error &error)
{
    if (error.kind == Error::Kind::Rejected && !m_nextPage.isEmpty())
        open(m_connection);
    Q_EMIT failed(error);
}

} // namespace console
