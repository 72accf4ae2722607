// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/plausible_answers.h"

#include <QList>

namespace console {

/// Decides answers by the last two digits of an identity, so that a tester gets what he wants by typing it. The table
/// is in the product's description of the sandbox; 00-49, 70-99 and identities without digits are answered plausibly.
class AnswerScript
{
public:
    explicit AnswerScript(quint64 seed)
        : m_plausible(seed)
    { }

    /// What happens to the query itself.
    enum class Registration { Ordinary, RateLimited, ServerFault, AfterItsAnswers };

    static Registration registrationFor(const QString &identity);
    /// The callbacks of one channel identity; none for the ending that never answers.
    QList<PlannedCallback> callbacksFor(const QString &channel, const QString &identity) const;

private:
    CapabilityAnswer scripted(int ending, const QString &channel, const QString &identity) const;

    PlausibleAnswers m_plausible;
};

} // namespace console
