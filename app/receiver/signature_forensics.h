// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "receiver/callback_route.h"

namespace console {

/// Finds out why a callback was refused: another secret, a body that was changed on the way and how, a signature of
/// another form, a clock. For those few that go to the quarantine, never in the path of honest callbacks.
/// The signature that would have been right is never told: it would be one more thing to forge with.
class SignatureForensics
{
public:
    static constexpr qsizetype kLargestBody
        = qsizetype(16) * 1024; ///< beyond it only the clock and the headers are looked at
    static constexpr qsizetype kMostRoutes = 16;

    /// \param routes  all that we serve: a callback may be signed with the secret of another one.
    explicit SignatureForensics(QList<CallbackRoute> routes);

    /// The findings, one a line, the cause first; English.
    QString explain(const RejectedCallback &rejected, const HeaderList &headers) const;

private:
    QString explainSignature(const RejectedCallback &rejected, const HeaderList &headers) const;

    QList<CallbackRoute> m_routes;
};

} // namespace console
