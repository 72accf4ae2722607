// SPDX-License-Identifier: GPL-3.0-or-later
// The part of QueryPanel::Parts that makes a lookup out of a press.
#include "text/error_text.h"
#include "ui/query/field_message.h"
#include "ui/query/identity_picker.h"
#include "ui/query/lookup_drafts.h"
#include "ui/query/query_panel_parts.h"
#include "ui/query/recent_lookups.h"

#include <QAction>
#include <QPushButton>
#include <QTabWidget>

namespace console {

void QueryPanel::Parts::submit()
{
    if (!whyOff().isEmpty())
        return;
    m_message->clear();
    m_isWaiting = true;
    m_isGuess = m_contacts->hasTyped() && !m_contacts->isMeant();
    trySend();
    if (m_isWaiting)
        m_message->showHint(isReady() ? tr("Will be sent as soon as the contact is found.")
                                      : tr("Will be sent as soon as the project is ready."));
}

/// Sends what was asked for, or goes on waiting for what is missing.
void QueryPanel::Parts::trySend()
{
    if (!m_isWaiting)
        return;
    if (m_pages->currentIndex() == kContactPage)
        submitContact();
    else
        submitIdentities();
}

void QueryPanel::Parts::submitContact()
{
    if (!isReady())
        return;
    const auto contact = m_contacts->chosen();
    if (!contact) {
        if (!m_contacts->isSettled())
            return;
        stopWaiting();
        return m_contacts->showError(m_contacts->whyNobodyIsChosen());
    }
    // The list chose it after the press: sent only when nobody else can be meant.
    const bool isGuess = m_isGuess && !m_contacts->isChosenByUser();
    if (isGuess && m_contacts->count() == 1 && !m_contacts->isSettled())
        return;
    stopWaiting();
    if (isGuess && m_contacts->count() > 1)
        return m_contacts->showError(tr("Several contacts fit: choose one."));
    send(draftForContact(*contact, *m_app, m_wait));
}

void QueryPanel::Parts::submitIdentities()
{
    const auto identities = m_identities->identities();
    if (!identities) {
        stopWaiting();
        return m_identities->showError(errorText(identities.error()));
    }
    if (!isReady())
        return;
    stopWaiting();
    send(draftForIdentities(*identities, *m_app, m_wait));
}

/// What a press on Look up would send now; says what is missing.
std::optional<RequestActions::Request> QueryPanel::Parts::request()
{
    if (!isReady()) {
        m_message->showHint(m_reason.isEmpty() ? tr("The project is not ready yet.") : m_reason);
        return std::nullopt;
    }
    if (m_pages->currentIndex() == kContactPage) {
        if (const auto contact = m_contacts->chosen())
            return RequestActions::Request {m_connection->settings(), draftForContact(*contact, *m_app, m_wait)};
        m_contacts->showError(m_contacts->whyNobodyIsChosen());
        return std::nullopt;
    }
    const auto identities = m_identities->identities();
    if (identities)
        return RequestActions::Request {m_connection->settings(), draftForIdentities(*identities, *m_app, m_wait)};
    m_identities->showError(errorText(identities.error()));
    return std::nullopt;
}

void QueryPanel::Parts::send(const LookupDraft &draft)
{
    if (m_guard.admits(draft))
        Q_EMIT m_panel->lookupRequested(draft);
}

void QueryPanel::Parts::noteLookedUp(const Lookup &lookup)
{
    const auto *contact = std::get_if<ContactId>(&lookup.recipient);
    if (contact && m_connection && lookup.projectId == m_connection->projectId())
        m_contacts->noteLookedUp(*contact, lookup.displayName);
}

void QueryPanel::Parts::stopWaiting()
{
    m_isWaiting = false;
    showReason();
}

/// The project whose lookups can be asked again from the list.
void QueryPanel::Parts::showRecentProject()
{
    const bool canAsk = m_connection && m_readOnlyReason.isEmpty();
    m_recent->setProject(canAsk ? std::optional(m_connection->projectId()) : std::nullopt);
}

void QueryPanel::Parts::setReason(const QString &reason)
{
    m_reason = reason;
    showReason();
}

QString QueryPanel::Parts::whyOff() const
{
    return m_reason.isEmpty() ? m_readOnlyReason : m_reason;
}

void QueryPanel::Parts::showReason()
{
    const QString why = whyOff();
    m_action->setEnabled(why.isEmpty());
    m_button->setEnabled(why.isEmpty());
    if (!why.isEmpty() || !m_isWaiting)
        m_message->showHint(why);
}

} // namespace console
