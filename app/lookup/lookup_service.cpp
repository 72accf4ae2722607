// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/lookup_service.h"

#include "core/continuation.h"
#include "core/log.h"
#include "core/run_on.h"
#include "core/ulid.h"

namespace console {

namespace {

LookupFailure failureOf(const UnrepeatedFailure &problem, Timestamp at)
{
    const auto kind = !problem.wasSent ? LookupFailure::Kind::NotSent
        : problem.error.httpStatus     ? LookupFailure::Kind::Refused
                                       : LookupFailure::Kind::OutcomeUnknown;
    return {kind, problem.error.httpStatus, problem.error.detail, problem.error.vendorWords, at};
}

} // namespace

LookupService::LookupService(HistoryWriter &writer, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_clock(clock)
{
    qRegisterMetaType<HistoryBatch>();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a coarse one may be late by a twentieth of the wait
    connect(&m_timer, &QTimer::timeout, this, &LookupService::announceElapsed);
    connect(&writer, &HistoryWriter::committed, this, &LookupService::apply);
    connect(&writer, &HistoryWriter::storeFailed, this, &LookupService::storeFailed);
}

void LookupService::expectRestore()
{
    m_isRestored = false;
    m_early.clear(); // committed: it will be read
    m_doubted.clear();
    for (const Lookup &lookup : std::as_const(m_recent)) {
        if (!m_inFlight.contains(lookup.requestId) && !m_unstored.contains(lookup.requestId))
            m_doubted.insert(lookup.requestId);
    }
}

void LookupService::restore(const QList<Lookup> &recent)
{
    const auto doubted = std::exchange(m_doubted, {});
    const auto before = m_recent;
    m_recent.removeIf([&doubted](const Lookup &lookup) { return doubted.contains(lookup.requestId); });
    for (const auto &lookup : recent) { // what was asked meanwhile is known better here than in what was read
        if (m_recent.size() < kRecent && !findMutable(lookup.requestId))
            m_recent.append(lookup);
    }
    m_isRestored = true;
    const auto early = std::exchange(m_early, {});
    for (const auto &row : early)
        placeAnswer(row);
    for (const auto &lookup : std::as_const(m_recent))
        m_announced.insert(lookup.requestId, progress(lookup).state);
    for (const auto &lookup : before)
        tellOfRestored(lookup);
    scheduleNextChange();
}

void LookupService::tellOfRestored(const Lookup &before)
{
    const auto now = find(before.requestId);
    if (now && *now != before)
        Q_EMIT lookupChanged(*now);
    if (now)
        return;
    m_announced.remove(before.requestId);
    Q_EMIT lookupRemoved(before.requestId);
}

QFuture<LookupSubmission> LookupService::submit(ProjectConnection &connection, const LookupDraft &draft)
{
    const Timestamp now = m_clock.now();
    const RequestId id = *RequestId::parse(makeUlid(now));
    const auto query = CapabilityQuery::make(id, draft.appId, draft.recipient);
    if (!query)
        return readyFuture(LookupSubmission {id, {}, query.error()});
    Lookup lookup {id, connection.projectId(), draft.appId, draft.recipient, draft.displayName, draft.expected, now};
    lookup.wait = draft.wait;
    lookup.requestTimeLimit = connection.settings().timeLimit;
    m_recent.prepend(lookup);
    if (m_recent.size() > kRecent)
        forgetOldest();
    m_announced.insert(id, LookupState::Sending);
    m_inFlight.insert(id);
    Q_EMIT lookupAdded(lookup);

    return m_writer.insertLookup(lookup) | then(this, [this, id, &connection, query = *query](const Result<> &stored) {
               if (stored)
                   return send(connection, query);
               return readyFuture(notStored(id, stored.error()));
           });
}

void LookupService::forgetOldest()
{
    const RequestId oldest = m_recent.takeLast().requestId;
    m_announced.remove(oldest);
    m_unstored.remove(oldest);
}

/// It stays to be seen until the program ends, as one that was not sent.
LookupSubmission LookupService::notStored(const RequestId &id, const Error &error)
{
    m_inFlight.remove(id);
    m_unstored.insert(id);
    if (Lookup *lookup = findMutable(id)) {
        lookup->failure = LookupFailure {LookupFailure::Kind::NotSent, {}, error.detail, {}, m_clock.now()};
        changed(*lookup);
    }
    return {id, {}, error};
}

QFuture<LookupSubmission> LookupService::send(ProjectConnection &connection, const CapabilityQuery &query)
{
    qCInfo(lcLookup) << "lookup sent request=" << query.requestId().toString();
    return connection.capabilities().query(query)
        | then(this, [this, id = query.requestId()](const Expected<Registration, UnrepeatedFailure> &answer) {
               return settle(id, answer);
           });
}

QFuture<LookupSubmission> LookupService::settle(const RequestId &id,
                                                const Expected<Registration, UnrepeatedFailure> &answer)
{
    const Timestamp now = m_clock.now();
    m_inFlight.remove(id);
    Lookup *lookup = findMutable(id);
    LookupSubmission submission {id};
    QFuture<Result<>> stored;
    if (answer) {
        const auto alias = answer->requestId && *answer->requestId != id ? answer->requestId : std::nullopt;
        if (lookup) {
            lookup->registeredAt = now;
            if (alias)
                lookup->aliases.append(*alias);
        }
        if (alias)
            qCWarning(lcLookup) << "registered under another request id: ours" << id.toString() << "theirs"
                                << alias->toString();
        stored = m_writer.markRegistered(id, now, alias);
    } else {
        submission.failure = failureOf(answer.error(), now);
        if (lookup)
            lookup->failure = submission.failure;
        qCWarning(lcLookup) << "lookup not registered request=" << id.toString() << submission.failure->detail;
        stored = m_writer.markFailed(id, *submission.failure);
    }
    if (lookup)
        changed(*lookup);
    return stored | then(this, [submission](const Result<> &) { return submission; });
}

void LookupService::apply(const HistoryBatch &batch)
{
    for (const auto &row : batch.added)
        addAnswer(row);
    for (const auto &row : batch.changed)
        addAnswer(row);
    forget(batch);
    Q_EMIT historyChanged(batch);
}

void LookupService::forget(const HistoryBatch &batch)
{
    if (batch.removed.isEmpty() && batch.removedLookups.isEmpty())
        return;
    const QSet<qint64> rows(batch.removed.begin(), batch.removed.end());
    m_early.removeIf([&rows](const NotificationRow &row) { return rows.contains(row.id); });
    for (const RequestId &id : batch.removedLookups) {
        const auto gone = [&id](const Lookup &lookup) { return lookup.requestId == id; };
        m_announced.remove(id);
        if (m_recent.removeIf(gone) > 0)
            Q_EMIT lookupRemoved(id);
    }
    for (Lookup &lookup : m_recent)
        lookup.answers.removeIf([&rows](const auto &answer) { return rows.contains(answer.notificationId); });
    scheduleNextChange();
}

void LookupService::addAnswer(const NotificationRow &row)
{
    if (row.join == JoinKind::None)
        return;
    if (!m_isRestored && m_early.size() < kEarly)
        m_early.append(row);
    if (const Lookup *lookup = placeAnswer(row))
        changed(*lookup);
}

const Lookup *LookupService::placeAnswer(const NotificationRow &row)
{
    const auto id = RequestId::fromOptional(row.requestId);
    Lookup *lookup = id ? findMutable(*id) : nullptr;
    if (!lookup)
        return nullptr;
    auto &answers = lookup->answers;
    // In order of arrival, also where an alias brought an older one.
    const auto place = std::find_if(answers.begin(), answers.end(),
                                    [&](const auto &answer) { return answer.notificationId >= row.id; });
    if (place != answers.end() && place->notificationId == row.id)
        return nullptr; // a retry changes nothing in the lookup
    answers.insert(place, {row.id, row.address, row.status, row.receivedAt});
    return lookup;
}

void LookupService::recordGap(const ReceiverGap &gap)
{
    qCWarning(lcLookup) << "callbacks could not be heard kind=" << int(gap.kind) << "from=" << toIso8601(gap.from)
                        << "to=" << toIso8601(gap.to);
    m_writer.recordGap(gap) | then(this, [this](const Result<> &recorded) {
        if (recorded)
            Q_EMIT gapRecorded();
    });
    announceElapsed();
}

LookupProgress LookupService::progress(const Lookup &lookup) const
{
    LookupProgress progress = progressOf(lookup, m_clock.now());
    // Fetching a token may take longer than the limit of the POST, which was not even sent by then.
    if (progress.state == LookupState::OutcomeUnknown && !lookup.failure && m_inFlight.contains(lookup.requestId))
        progress.state = LookupState::Sending;
    return progress;
}

std::optional<Lookup> LookupService::find(const RequestId &requestId) const
{
    for (const auto &lookup : m_recent) {
        if (lookup.requestId == requestId)
            return lookup;
    }
    return std::nullopt;
}

Lookup *LookupService::findMutable(const RequestId &requestId)
{
    const auto found = std::find_if(m_recent.begin(), m_recent.end(),
                                    [&](const Lookup &lookup) { return lookup.requestId == requestId; });
    return found == m_recent.end() ? nullptr : &*found;
}

void LookupService::changed(const Lookup &changedOne)
{
    const Lookup lookup = changedOne; // a listener may submit, and the list move
    m_announced.insert(lookup.requestId, progress(lookup).state);
    Q_EMIT lookupChanged(lookup);
    scheduleNextChange();
}

void LookupService::scheduleNextChange()
{
    std::optional<Timestamp> next;
    for (const auto &lookup : std::as_const(m_recent)) {
        const auto at = progress(lookup).changesAt;
        if (at && (!next || *at < *next))
            next = at;
    }
    if (next)
        m_timer.start(std::max(std::chrono::milliseconds(1), *next - m_clock.now()));
    else
        m_timer.stop();
}

void LookupService::announceElapsed()
{
    const QList<Lookup> copy = m_recent; // a listener may submit
    for (const auto &lookup : copy) {
        const LookupState state = progress(lookup).state;
        if (m_announced.value(lookup.requestId, state) != state) {
            m_announced.insert(lookup.requestId, state);
            Q_EMIT lookupChanged(lookup);
        }
    }
    scheduleNextChange();
}

} // namespace console
