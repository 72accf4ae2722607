// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lookup/contact_directory.h"
#include "lookup/contact_term.h"

namespace console {

/// Finds contacts while somebody types. What was read before is searched at once; the rest is read page after page, since
/// the API finds by identity, external id and id only, and all that was read serves the next key stroke as well. At most
/// two requests are under way: one page, one exact question.
/// Thread: GUI.
class ContactSearch : public QObject
{
    Q_OBJECT

public:
    static constexpr int kFirstPages = 3;     ///< read when nothing was typed
    static constexpr qsizetype kEnough = 200; ///< found ones, at which reading rests until more are wanted

    explicit ContactSearch(QObject *parent = nullptr);

    /// Another project: all that was read is forgotten. Null: there is none. The same one changes nothing.
    void open(ProjectConnection *connection);
    /// found() are at once those that fit among what was read; then reading goes on, until isRunning() is false.
    void start(const QString &text);
    /// Also asks the API for exactly what was typed: for when typing pauses. An answer that it has not is no failure.
    /// \param channels those of the app
    void askExactly(const QList<ChannelName> &channels);
    /// Ends reading and asking; what was found stays.
    void stop();
    /// Goes on where reading rests.
    void fetchMore();
    /// Forgets what was read, and searches anew.
    void readAgain();

    const QList<Contact> &found() const { return m_found; }
    const QList<Contact> &known() const { return m_directory.kept(); } ///< whatever was typed
    bool isRunning() const { return (m_isWanted && m_directory.isReading()) || m_isAsking; }
    bool hasMore() const { return m_directory.connection() && !m_directory.isComplete(); }
    qsizetype searchedCount() const { return m_directory.readCount(); }

Q_SIGNALS:
    void foundMore(const QList<console::Contact> &contacts);
    void progressed();                        ///< searchedCount() grew
    void finished();                          ///< nothing is running any more
    void failed(const console::Error &error); ///< and nothing is running any more

private:
    void onPage(const QList<Contact> &contacts);
    void readOn();
    void askNext();
    void takeExact(const QList<Contact> &contacts);
    void append(const QList<Contact> &fresh);
    void endIfIdle();

    ContactDirectory m_directory;
    ContactTerm m_term;
    QList<Contact> m_found;
    QSet<ContactId> m_exact;        ///< found by asking, not by reading
    QList<ContactFilter> m_filters; ///< still to be asked
    std::optional<ContactId> m_id;  ///< likewise
    qsizetype m_goal = 0;           ///< contacts to be read while nothing was typed, to be found otherwise
    int m_generation = 0;           ///< of the exact questions
    bool m_isWanted = false;
    bool m_isAsking = false;
};

} // namespace console
