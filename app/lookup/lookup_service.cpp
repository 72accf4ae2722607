// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/lookup_service.h"

#include "core/log.h"
#include "core/continuation.h"
#include "core/run_on.h"
#include "core/ulid.h"

namespace console {

namespace {

LookupFailure failureOf(const UnrepeatedFailure &problem, Timestamp at)
{
    const auto kind = !problem.wasSent    ? LookupFailure::Kind::NotSent
        : problem.error.httpStatus        ? LookupFailure::Kind::Refused
                                          : LookupFailure::Kind::OutcomeUnknown;
    return { kind, problem.error.httpStatus, problem.error.detail, problem.error.vendorWords, at };
}

} // namespace

LookupService::LookupService(HistoryWriter &writer, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_writer(writer)
    , m_clock(clock)
{
    qRegisterMetaType<HistoryBatch>();
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LookupService::announceElapsed);
    connect(&writer, &HistoryWriter::committed, this, &LookupService::apply);
    connect(&writer, &HistoryWriter::storeFailed, this, &LookupService::storeFailed);
}

void LookupService::restore(const QList<Lookup> &recent)
{
    m_recent = recent;
    for (const auto &lookup : recent)
        m_announced.insert(lookup.requestId, progress(lookup).state);
    scheduleNextChange();
}

QFuture<LookupSubmission> LookupService::submit(ProjectConnection &connection, const LookupDraft &draft)
{
    const Timestamp now = m_clock.now();
    const RequestId id = *RequestId::parse(makeUlid(now));
    const auto query = CapabilityQuery::make(id, draft.appId, draft.recipient);
    if (!query)
        return readyFuture(LookupSubmission { id, {}, query.error() });
    Lookup lookup { id, connection.projectId(), draft.appId, draft.recipient, draft.displayName, draft.expected, now };
    lookup.wait = draft.wait;
    lookup.requestTimeLimit = connection.settings().timeLimit;
    m_recent.prepend(lookup);
    if (m_recent.size() > kRecent)
        m_announced.remove(m_recent.takeLast().requestId);
    m_announced.insert(id, LookupState::Sending);
    Q_EMIT lookupAdded(lookup);

    return m_writer.insertLookup(lookup)
        | then(this,
              [this, id, &connection, query = *query](const Result<> &stored) {
                  if (stored)
                      return send(connection, query);
                  m_recent.removeIf([&](const Lookup &one) { return one.requestId == id; });
                  return readyFuture(LookupSubmission { id, {}, stored.error() });
              });
}

QFuture<LookupSubmission> LookupService::send(ProjectConnection &connection, const CapabilityQuery &query)
{
    qCInfo(lcLookup) << "lookup sent request=" << query.requestId().toString();
    return connection.capabilities()
        .query(query)
        | then(this, [this, id = query.requestId()](const Expected<Registration, UnrepeatedFailure> &answer) { return settle(id, answer); });
}

QFuture<LookupSubmission> LookupService::settle(const RequestId &id, const Expected<Registration, UnrepeatedFailure> &answer)
{
    const Timestamp now = m_clock.now();
    Lookup *lookup = findMutable(id);
    LookupSubmission submission { id };
    QFuture<Result<>> stored;
    if (answer) {
        const auto alias = answer->requestId && *answer->requestId != id ? answer->requestId : std::nullopt;
        if (lookup) {
            lookup->registeredAt = now;
            if (alias)
                lookup->aliases.append(*alias);
        }
        if (alias)
            qCWarning(lcLookup) << "registered under another request id: ours" << id.toString() << "theirs" << alias->toString();
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
    Q_EMIT historyChanged(batch);
}

void LookupService::addAnswer(const NotificationRow &row)
{
    const auto id = RequestId::fromOptional(row.requestId);
    Lookup *lookup = id && row.join != JoinKind::None ? findMutable(*id) : nullptr;
    if (!lookup)
        return;
    const bool isKnown = std::any_of(lookup->answers.begin(), lookup->answers.end(),
                                     [&](const LookupAnswer &answer) { return answer.notificationId == row.id; });
    if (isKnown)
        return; // a retry changes nothing in the lookup
    lookup->answers.append({ row.id, row.address, row.status, row.receivedAt });
    changed(*lookup);
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

void LookupService::changed(const Lookup &lookup)
{
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
