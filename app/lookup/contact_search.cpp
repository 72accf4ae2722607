// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/contact_search.h"

#include "core/continuation.h"

namespace console {

ContactSearch::ContactSearch(QObject *parent)
    : QObject(parent)
{
    connect(&m_directory, &ContactDirectory::pageRead, this, &ContactSearch::onPage);
    connect(&m_directory, &ContactDirectory::failed, this, [this](const Error &error) {
        if (!m_isWanted)
            return;
        stop();
        Q_EMIT failed(error);
    });
}

void ContactSearch::open(ProjectConnection *connection)
{
    if (connection == m_directory.connection())
        return;
    stop();
    m_found.clear();
    m_directory.open(connection);
}

void ContactSearch::start(const QString &text)
{
    stop();
    m_term = ContactTerm(text);
    m_exact.clear();
    m_directory.rewind();
    m_found.clear();
    for (const auto &contact : m_directory.kept()) {
        if (m_term.fits(contact))
            m_found.append(contact);
    }
    m_goal = m_term.isEmpty() ? qint64(kFirstPages) * ContactsClient::kPageSize : kEnough;
    m_isWanted = true;
    readOn();
}

void ContactSearch::stop()
{
    ++m_generation;
    m_isWanted = false;
    m_isAsking = false;
    m_filters.clear();
    m_id.reset();
}

void ContactSearch::fetchMore()
{
    if (m_isWanted && m_directory.isReading())
        return;
    m_goal = m_term.isEmpty() ? searchedCount() + 1 : m_found.size() + kEnough;
    m_isWanted = true;
    readOn();
}

void ContactSearch::readAgain()
{
    m_directory.open(m_directory.connection());
    start(m_term.text());
}

void ContactSearch::readOn()
{
    const qsizetype reached = m_term.isEmpty() ? searchedCount() : m_found.size();
    if (m_isWanted && reached < m_goal)
        m_directory.readPage();
    m_isWanted = m_isWanted && m_directory.isReading();
}

void ContactSearch::onPage(const QList<Contact> &contacts)
{
    QList<Contact> fresh;
    for (const auto &contact : contacts) {
        if (m_term.fits(contact) && !m_exact.contains(contact.id))
            fresh.append(contact);
    }
    const bool wasWanted = m_isWanted;
    append(fresh); // also of a page that came after stop(): it was read
    readOn();
    Q_EMIT progressed();
    if (wasWanted)
        endIfIdle();
}

void ContactSearch::askExactly(const QList<ChannelName> &channels)
{
    if (!hasMore() || m_isAsking)
        return;
    m_filters = m_term.filters(channels);
    m_id = m_term.contactId();
    askNext();
}

void ContactSearch::askNext()
{
    m_isAsking = m_id || !m_filters.isEmpty();
    if (!m_isAsking)
        return;
    if (m_id) {
        m_directory.connection()->contacts().get(*std::exchange(m_id, {}))
            | then(this, [this, generation = m_generation](const Result<Contact> &contact) {
                  if (generation == m_generation)
                      takeExact(contact ? QList<Contact> {*contact} : QList<Contact>());
              });
        return;
    }
    m_directory.connection()->contacts().list(m_filters.takeFirst(), {})
        | then(this, [this, generation = m_generation](const Result<ContactPage> &page) {
              if (generation == m_generation)
                  takeExact(page ? page->contacts : QList<Contact>()); // a failure shows in the list's own call
          });
}

void ContactSearch::takeExact(const QList<Contact> &contacts)
{
    QList<Contact> fresh;
    for (const auto &contact : contacts) {
        const bool isFound
            = std::any_of(m_found.begin(), m_found.end(), [&](const Contact &one) { return one.id == contact.id; });
        if (m_term.fits(contact) && !isFound) {
            m_exact.insert(contact.id);
            fresh.append(contact);
        }
    }
    append(fresh);
    askNext();
    endIfIdle();
}

void ContactSearch::append(const QList<Contact> &fresh)
{
    if (fresh.isEmpty())
        return;
    m_found.append(fresh);
    Q_EMIT foundMore(fresh);
}

void ContactSearch::endIfIdle()
{
    if (!isRunning())
        Q_EMIT finished();
}

} // namespace console
