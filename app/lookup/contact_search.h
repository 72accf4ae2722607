// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "lookup/project_connection.h"

namespace console {

/// Finds contacts over the paged API, which filters by identity and external id only: names are matched here, page after
/// page, at most kPageLimit pages a search. A new search makes the answers of the one before count for nothing.
/// Thread: GUI.
class ContactSearch : public QObject
{
    Q_OBJECT

public:
    static constexpr int kPageLimit = 50; ///< 1,000 contacts
    static constexpr int kFirstPages = 3; ///< fetched at once when nothing was typed

    explicit ContactSearch(QObject *parent = nullptr);

    /// Starts anew. An empty text lists the first pages. Phone numbers and ids are asked of the API as identities, too.
    /// \param channels those of the app: an identity can only be asked for together with a channel.
    void start(ProjectConnection &connection, const QString &text, const QList<ChannelName> &channels);
    void stop();

    const QList<Contact> &found() const { return m_found; }
    bool isRunning() const { return m_running > 0; }
    bool hasMore() const { return !m_nextPage.isEmpty(); }
    /// Goes on where the search stopped at its limit.
    void fetchMore();

    /// Whether a contact fits what was typed: name, identity digits, external id or e-mail; without regard to case.
    static bool matches(const Contact &contact, const QString &text);

Q_SIGNALS:
    void foundMore(const QList<console::Contact> &contacts);
    void finished();
    void failed(const console::Error &error);

private:
    void fetchPage(const QString &token, int pagesLeft);
    void askForIdentity(const ChannelName &channel, const QString &digits);
    void take(const QList<Contact> &contacts);
    void ended();

    ProjectConnection *m_connection = nullptr;
    QString m_text;
    QList<Contact> m_found;
    QString m_nextPage;
    int m_generation = 0;
    int m_running = 0;
};

} // namespace console
