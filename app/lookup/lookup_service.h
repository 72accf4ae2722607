// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/lookup_state.h"
#include "lookup/project_connection.h"
#include "storage/history_writer.h"

#include <QSet>
#include <QTimer>

namespace console {

/// What the user asks; the request id is made on submitting.
struct LookupDraft
{
    AppId appId;
    Recipient recipient;
    QString displayName;             ///< the contact's name, for the history
    QList<ChannelIdentity> expected; ///< expectedAnswers() of the contact and the app; the identities otherwise
    std::chrono::milliseconds wait {30'000};
};

/// How submitting ended. `failure` is about the POST; `storage` means that nothing was asked, since it could not be kept
/// (the lookup is then in recent() as not sent).
struct LookupSubmission
{
    RequestId requestId;
    std::optional<LookupFailure> failure = {};
    std::optional<Error> storage = {};
    bool isRegistered() const { return !failure && !storage; }
};

/// The main use case: store the lookup, send it once, store what came of it; and the recent lookups, kept up to date
/// from what the writer commits. Never sends a lookup a second time.
/// Thread: GUI (or the command line's main thread); futures and signals there.
class LookupService : public QObject
{
    Q_OBJECT

public:
    static constexpr int kRecent = 200;
    static constexpr int kEarly = 1000; ///< answers kept for restore()

    LookupService(HistoryWriter &writer, const Clock &clock, QObject *parent = nullptr);

    /// To be called before the lookups are read that restore() gets. Where the history was deleted or replaced under the
    /// running program, it is called again: what is in memory may be gone.
    void expectRestore();
    /// The lookups of earlier runs, newest first; those that waited go on waiting. What was asked or answered since they
    /// were read is kept. Tells of those only that are no longer there or became others.
    void restore(const QList<Lookup> &recent);

    /// The connection must outlive the future. The lookup is in recent() at once.
    QFuture<LookupSubmission> submit(ProjectConnection &connection, const LookupDraft &draft);

    /// Callbacks could not be heard for a while: kept in the history, and what the clock says of each lookup is told anew.
    void recordGap(const ReceiverGap &gap);

    const QList<Lookup> &recent() const { return m_recent; } ///< newest first
    std::optional<Lookup> find(const RequestId &requestId) const;
    /// progressOf() by now; one that is just being sent is sending, however long its access token takes.
    LookupProgress progress(const Lookup &lookup) const;
    const Clock &clock() const { return m_clock; }

Q_SIGNALS:
    void lookupAdded(const console::Lookup &lookup);
    /// Its facts changed, or the clock moved it to another state.
    void lookupChanged(const console::Lookup &lookup);
    /// Nothing is stored of it any more.
    void lookupRemoved(const console::RequestId &requestId);
    /// The history holds one gap more.
    void gapRecorded();
    /// What one commit changed: rows for the table. Once a batch.
    void historyChanged(const console::HistoryBatch &batch);
    /// The store cannot commit; empty when it can again.
    void storeFailed(const QString &detail);

private:
    QFuture<LookupSubmission> send(ProjectConnection &connection, const CapabilityQuery &query);
    QFuture<LookupSubmission> settle(const RequestId &id, const Expected<Registration, UnrepeatedFailure> &answer);
    void apply(const HistoryBatch &batch);
    void forget(const HistoryBatch &batch);
    void forgetOldest();
    void tellOfRestored(const Lookup &before);
    LookupSubmission notStored(const RequestId &id, const Error &error);
    void addAnswer(const NotificationRow &row);
    /// \returns the lookup that it belongs to and changes; null when there is none, or when it is there already.
    const Lookup *placeAnswer(const NotificationRow &row);
    Lookup *findMutable(const RequestId &requestId);
    void changed(const Lookup &changedOne);
    void scheduleNextChange();
    void announceElapsed();

    HistoryWriter &m_writer;
    const Clock &m_clock;
    QList<Lookup> m_recent;
    QTimer m_timer;
    QHash<RequestId, LookupState> m_announced;
    QSet<RequestId> m_inFlight;     ///< the POST has not ended
    QSet<RequestId> m_unstored;     ///< could not be kept
    QSet<RequestId> m_doubted;      ///< gone, unless restore() gets them
    QList<NotificationRow> m_early; ///< joined answers that came before restore(): what was read may lack them
    bool m_isRestored = false;
};

} // namespace console
