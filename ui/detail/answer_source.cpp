// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/answer_source.h"

#include "core/continuation.h"
#include "ui/query/lookup_drafts.h"

namespace console {

namespace {

constexpr int kRefusedLimit = 500; // the newest ones, among which those of this lookup are looked for
constexpr std::chrono::milliseconds kHeardDelay {120};
constexpr std::chrono::seconds kTickWhileOpen {1};
constexpr std::chrono::seconds kTickOtherwise {30};
constexpr std::chrono::hours kYoung {1}; // until then an age may read differently from one second to the next
} // namespace

AnswerSource::AnswerSource(HistoryAccess &history, LookupService &lookups, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_lookups(lookups)
{
    m_heardTimer.setSingleShot(true);
    m_heardTimer.setInterval(kHeardDelay);
    connect(&m_heardTimer, &QTimer::timeout, this, &AnswerSource::loadHeard);
    connect(&m_ticker, &QTimer::timeout, this, &AnswerSource::announce);
    connect(&lookups, &LookupService::historyChanged, this, &AnswerSource::apply);
    connect(&lookups, &LookupService::lookupChanged, this, [this](const Lookup &lookup) {
        if (m_lookup && m_lookup->requestId == lookup.requestId) {
            m_lookup = lookup;
            announce();
        }
    });
    connect(&lookups, &LookupService::lookupAdded, this, &AnswerSource::noteLookup);
    connect(&lookups, &LookupService::lookupChanged, this, &AnswerSource::noteLookup);
    connect(&lookups, &LookupService::lookupRemoved, this, [this](const RequestId &id) {
        if (m_asked.removeIf([&](const Lookup &lookup) { return lookup.requestId == id; }) > 0)
            Q_EMIT heardChanged();
        if (m_lookup && m_lookup->requestId == id)
            dropLookup();
    });
}

void AnswerSource::showLookup(const Lookup &lookup)
{
    const bool isSame = m_lookup && m_lookup->requestId == lookup.requestId;
    if (!isSame)
        m_rows.clear();
    m_lookup = lookup;
    if (isSame)
        return announce();
    start();
}

void AnswerSource::showRow(const NotificationRow &row)
{
    if (!m_rows.isEmpty() && !row.requestId.isEmpty() && requestId() == row.requestId)
        return take(row);
    const auto id = row.join == JoinKind::None ? std::nullopt : RequestId::fromOptional(row.requestId);
    m_lookup = id ? m_lookups.find(*id) : std::nullopt;
    m_rows = {row};
    start();
}

void AnswerSource::clear()
{
    ++m_generation;
    m_heardTimer.stop();
    m_ticker.stop();
    m_lookup.reset();
    m_rows.clear();
    m_heard.clear();
    m_asked.clear();
    Q_EMIT heardChanged();
    Q_EMIT changed();
}

void AnswerSource::start()
{
    ++m_generation;
    m_heard.clear();
    m_asked.clear();
    m_refused.clear();
    m_hasAskedRefused = false;
    m_followed = {};
    Q_EMIT heardChanged();
    announce();
    loadRows();
    m_heardTimer.start();
}

Timestamp AnswerSource::newestAt() const
{
    Timestamp newest = askedAt();
    for (const auto &row : m_rows)
        newest = std::max(newest, row.receivedAt);
    return newest;
}

void AnswerSource::announce()
{
    const bool isOpen = m_lookup && m_lookups.progress(*m_lookup).isOpen();
    const bool isYoung = !isEmpty() && m_lookups.clock().now() - newestAt() < kYoung;
    m_ticker.start(isOpen || isYoung ? kTickWhileOpen : kTickOtherwise);
    if (m_lookup && !isOpen && !std::exchange(m_hasAskedRefused, true))
        loadRefused();
    Q_EMIT changed();
}

void AnswerSource::loadRefused()
{
    const QByteArray id = requestId().toLatin1();
    m_history.rejected(kRefusedLimit)
        | then(this, [this, id, generation = m_generation](const Result<QList<RejectedCallback>> &refused) {
              if (generation != m_generation)
                  return;
              if (!refused)
                  return Q_EMIT historyFailed(refused.error());
              m_refused.clear();
              std::copy_if(refused->begin(), refused->end(), std::back_inserter(m_refused),
                           [&](const RejectedCallback &callback) { return callback.body.contains(id); });
              if (!m_refused.isEmpty())
                  Q_EMIT changed();
          });
}

void AnswerSource::loadRows()
{
    const auto id = RequestId::fromOptional(requestId());
    if (!id)
        return;
    m_history.rowsOf(*id) | then(this, [this, generation = m_generation](const Result<QList<NotificationRow>> &rows) {
        if (generation != m_generation)
            return;
        if (!rows)
            return Q_EMIT historyFailed(rows.error());
        for (const auto &row : *rows)
            place(row);
        announce();
    });
}

void AnswerSource::loadHeard()
{
    m_history.rowsAbout(projectId(), heardContactId(), m_followed, kHeardLimit)
        | then(this,
               [this, followed = m_followed, generation = m_generation](const Result<QList<NotificationRow>> &rows) {
                   if (generation != m_generation || !(followed == m_followed))
                       return;
                   if (!rows)
                       return Q_EMIT historyFailed(rows.error());
                   const auto arrivedMeanwhile = std::exchange(m_heard, *rows);
                   for (auto row = arrivedMeanwhile.rbegin(); row != arrivedMeanwhile.rend(); ++row)
                       takeHeard(*row);
                   loadAsked();
                   Q_EMIT heardChanged();
                   Q_EMIT changed();
               });
}

void AnswerSource::loadAsked()
{
    m_history.lookupsAbout(heardContactId(), m_followed, kAskedLimit)
        | then(this, [this, followed = m_followed, generation = m_generation](const Result<QList<Lookup>> &lookups) {
              if (generation != m_generation || !(followed == m_followed))
                  return;
              if (!lookups)
                  return Q_EMIT historyFailed(lookups.error());
              const auto toldMeanwhile = std::exchange(m_asked, *lookups);
              for (const Lookup &lookup : toldMeanwhile)
                  takeAsked(lookup);
              for (Lookup &lookup : m_asked) // what is in memory knows more
                  lookup = m_lookups.find(lookup.requestId).value_or(lookup);
              Q_EMIT heardChanged();
          });
}

void AnswerSource::takeAsked(const Lookup &lookup)
{
    const auto known = std::find_if(m_asked.begin(), m_asked.end(),
                                    [&](const Lookup &other) { return other.requestId == lookup.requestId; });
    if (known != m_asked.end()) {
        *known = lookup;
        return;
    }
    const auto place = std::find_if(m_asked.begin(), m_asked.end(),
                                    [&](const Lookup &other) { return other.askedAt <= lookup.askedAt; });
    m_asked.insert(place, lookup);
}

void AnswerSource::place(const NotificationRow &row)
{
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), row,
                                        [](const NotificationRow &a, const NotificationRow &b) { return a.id < b.id; });
    if (place != m_rows.end() && place->id == row.id)
        *place = row;
    else
        m_rows.insert(place, row);
}

void AnswerSource::take(const NotificationRow &row)
{
    place(row);
    announce();
}

void AnswerSource::takeHeard(const NotificationRow &row)
{
    const auto place = std::lower_bound(m_heard.begin(), m_heard.end(), row,
                                        [](const NotificationRow &a, const NotificationRow &b) { return a.id > b.id; });
    if (place != m_heard.end() && place->id == row.id)
        *place = row;
    else
        m_heard.insert(place, row);
}

bool AnswerSource::isAboutRecipient(const NotificationRow &row) const
{
    const QString contact = heardContactId();
    if (!row.projectId.isEmpty()
        && row.projectId != projectId()) // the sandbox's contacts are not the people of a live project
        return false;
    return contact.isEmpty() ? row.address.isSameAddress(m_followed) : row.contactId == contact;
}

QString AnswerSource::heardContactId() const
{
    const bool isAskedByIdentity = m_lookup && std::holds_alternative<QList<ChannelIdentity>>(m_lookup->recipient);
    return isAskedByIdentity ? QString() : contactId();
}

void AnswerSource::follow(const ChannelIdentity &address)
{
    if (!heardContactId().isEmpty() || address == m_followed)
        return;
    m_followed = address;
    m_heard.clear();
    m_asked.clear();
    Q_EMIT heardChanged();
    m_heardTimer.start();
}

AnswerFacts AnswerSource::facts() const
{
    const Timestamp now = m_lookups.clock().now();
    // Of several typed identities only the chosen one's history is read: a verdict must not change by being chosen.
    const bool isWhole = !heardContactId().isEmpty() || !m_lookup || m_lookup->expected.size() <= 1;
    return {m_lookup,  m_lookup ? progressOf(*m_lookup, now) : LookupProgress(),
            m_rows,    isWhole ? m_heard : QList<NotificationRow>(),
            m_refused, {},
            {},        now};
}

QString whoOf(const std::optional<Lookup> &lookup, const QList<NotificationRow> &rows)
{
    if (lookup)
        return recipientText(*lookup);
    if (rows.isEmpty())
        return {};
    const auto &row = rows.first();
    return row.contactName.isEmpty() ? row.address.identity : row.contactName;
}

QStringList AnswerSource::personalTexts() const
{
    QStringList texts {contactId(), m_lookup ? m_lookup->displayName : QString()};
    for (const auto *list : {&m_rows, &m_heard}) {
        for (const auto &row : *list)
            texts << row.address.identity << row.contactId << row.contactName;
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

QString AnswerSource::requestId() const
{
    return m_lookup ? m_lookup->requestId.toString() : m_rows.isEmpty() ? QString() : m_rows.first().requestId;
}

QString AnswerSource::contactId() const
{
    if (m_lookup) {
        if (const auto *contact = std::get_if<ContactId>(&m_lookup->recipient))
            return contact->toString();
    }
    return m_rows.isEmpty() ? QString() : m_rows.first().contactId;
}

QString AnswerSource::appId() const
{
    return m_lookup ? m_lookup->appId.toString() : m_rows.isEmpty() ? QString() : m_rows.first().appId;
}

QString AnswerSource::projectId() const
{
    return m_lookup ? textOf(m_lookup->projectId) : m_rows.isEmpty() ? QString() : m_rows.first().projectId;
}

Timestamp AnswerSource::askedAt() const
{
    if (m_lookup)
        return m_lookup->askedAt;
    const auto &row = m_rows.first();
    return row.receivedAt - row.latency.value_or(std::chrono::milliseconds(0));
}

std::optional<LookupDraft> AnswerSource::draftAgain() const
{
    if (m_lookup)
        return console::draftAgain(*m_lookup);
    const auto app = AppId::fromOptional(appId());
    if (!app)
        return std::nullopt;
    QList<ChannelIdentity> addresses;
    for (const auto &row : m_rows) {
        if (!addresses.contains(row.address))
            addresses.append(row.address);
    }
    if (const auto contact = ContactId::fromOptional(contactId()))
        return LookupDraft {*app, *contact, m_rows.first().contactName, addresses};
    return LookupDraft {*app, addresses, {}, addresses};
}

} // namespace console
