// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_access.h"
#include "lookup/lookup_service.h"
#include "ui/detail/answer_card.h"

#include <QObject>
#include <QTimer>

namespace console {

/// The name that is known of them, else an identity.
QString whoOf(const std::optional<Lookup> &lookup, const QList<NotificationRow> &rows);

/// What the panel shows: one lookup with its rows, or rows that nobody asked for here. Reads the history without keeping
/// anybody waiting, and keeps up with what arrives. Thread: GUI.
class AnswerSource final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kHeardLimit = 500; ///< rows of the timeline
    static constexpr int kAskedLimit = 200; ///< lookups there

    AnswerSource(HistoryAccess &history, LookupService &lookups, QObject *parent = nullptr);

    void showLookup(const Lookup &lookup);
    void showRow(const NotificationRow &row);
    void clear();
    /// Whose history is read where no contact was asked about: that of the chosen address.
    void follow(const ChannelIdentity &address);

    bool isEmpty() const { return !m_lookup && m_rows.isEmpty(); }
    const std::optional<Lookup> &lookup() const { return m_lookup; }
    /// The present facts; the app is left out.
    AnswerFacts facts() const;
    const QList<NotificationRow> &heard() const { return m_heard; }
    /// The lookups about the same recipient, newest first.
    const QList<Lookup> &asked() const { return m_asked; }
    LookupProgress progress(const Lookup &lookup) const { return m_lookups.progress(lookup); }

    QString who() const { return whoOf(m_lookup, m_rows); }
    /// Names, identities and ids of whom it is about.
    QStringList personalTexts() const;
    QString requestId() const;
    QString contactId() const;
    QString appId() const;
    QString projectId() const;
    Timestamp askedAt() const;
    /// The same question again; nothing where the app is not known.
    std::optional<LookupDraft> draftAgain() const;

Q_SIGNALS:
    void changed();
    void heardChanged();
    void rowHeard(const console::NotificationRow &row);
    void lookupAsked(const console::Lookup &lookup);
    void historyFailed(const console::Error &error);

private:
    void loadRows();
    void loadHeard();
    void loadRefused();
    void apply(const HistoryBatch &batch);
    bool forget(const HistoryBatch &batch);
    void dropLookup();
    void dropLost();
    /// In order of arrival; a row that is there already is replaced.
    void place(const NotificationRow &row);
    void take(const NotificationRow &row);
    void takeHeard(const NotificationRow &row);
    bool isAboutRecipient(const NotificationRow &row) const;
    bool isAboutRecipient(const Lookup &lookup) const;
    void loadAsked();
    void takeAsked(const Lookup &lookup);
    void noteLookup(const Lookup &lookup);
    QString heardContactId() const;
    void start();
    void announce();
    Timestamp newestAt() const;

    HistoryAccess &m_history;
    LookupService &m_lookups;
    std::optional<Lookup> m_lookup;
    QList<NotificationRow> m_rows;
    QList<NotificationRow> m_heard;
    QList<Lookup> m_asked;
    QList<RejectedCallback> m_refused;
    bool m_hasAskedRefused = false;
    ChannelIdentity m_followed;
    QTimer m_heardTimer; ///< walking through a table by key must not queue a read of the whole history a row
    QTimer m_ticker;
    int m_generation = 0;
};

} // namespace console
