// SPDX-License-Identifier: GPL-3.0-or-later
// The part of AnswerSource that keeps up with what is asked, arrives and goes.
#include "core/continuation.h"
#include "ui/detail/answer_source.h"

namespace console {

void AnswerSource::noteLookup(const Lookup &lookup)
{
    if (isEmpty() || !isAboutRecipient(lookup))
        return;
    takeAsked(lookup);
    Q_EMIT lookupAsked(lookup);
}

bool AnswerSource::isAboutRecipient(const Lookup &lookup) const
{
    const QString contact = heardContactId();
    if (const auto *asked = std::get_if<ContactId>(&lookup.recipient); asked && !contact.isEmpty())
        return asked->toString() == contact;
    return contact.isEmpty()
        && std::any_of(lookup.expected.begin(), lookup.expected.end(),
                       [&](const ChannelIdentity &address) { return address.isSameAddress(m_followed); });
}

void AnswerSource::apply(const HistoryBatch &batch)
{
    if (isEmpty())
        return;
    if (batch.rejected > 0 && m_lookup) // a refused one explains a silence at once, not only when the wait is over
        loadRefused();
    if (batch.hasLostRows)
        dropLost();
    bool isTouched = forget(batch);
    for (const auto *list : {&batch.added, &batch.changed}) {
        for (const auto &row : *list) {
            if (!row.requestId.isEmpty() && row.requestId == requestId()) {
                place(row);
                isTouched = true;
            }
            if (isAboutRecipient(row)) {
                takeHeard(row);
                Q_EMIT rowHeard(row);
            }
        }
    }
    if (isTouched)
        announce();
}

void AnswerSource::dropLookup()
{
    m_lookup.reset();
    if (isEmpty())
        clear();
    else
        announce();
}

/// Which rows went was not told: those that are shown are looked for.
void AnswerSource::dropLost()
{
    m_heard.clear();
    m_asked.clear();
    m_heardTimer.start();
    Q_EMIT heardChanged();
    const auto shown = m_rows;
    for (const auto &row : shown) {
        m_history.newestRows(1, row.id + 1)
            | then(this, [this, row, generation = m_generation](const Result<QList<NotificationRow>> &found) {
                  const bool isThere = !found
                      || (!found->isEmpty() && found->first().id == row.id
                          && found->first().receivedAt == row.receivedAt);
                  const auto isIt = [&row](const NotificationRow &other) { return other.id == row.id; };
                  if (isThere || generation != m_generation || m_rows.removeIf(isIt) == 0)
                      return;
                  if (isEmpty())
                      clear();
                  else
                      announce();
              });
    }
}

/// \returns whether something that is shown is gone.
bool AnswerSource::forget(const HistoryBatch &batch)
{
    if (batch.removed.isEmpty() && batch.removedLookups.isEmpty())
        return false;
    const QSet<qint64> gone(batch.removed.begin(), batch.removed.end());
    const auto isGone = [&gone](const NotificationRow &row) { return gone.contains(row.id); };
    bool isTouched = m_rows.removeIf(isGone) > 0;
    if (m_heard.removeIf(isGone) > 0) {
        isTouched = true;
        Q_EMIT heardChanged();
    }
    if (m_lookup && batch.removedLookups.contains(m_lookup->requestId)) {
        m_lookup.reset();
        isTouched = true;
    }
    if (isTouched && isEmpty())
        clear();
    return isTouched && !isEmpty();
}

} // namespace console
