// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timestamp.h"
#include "sandbox/planned_callback.h"

#include <QByteArray>

namespace console {

/// Writes the bytes of a CAPABILITY callback. Contract 5.1.
class CallbackBody
{
public:
    explicit CallbackBody(QString projectId)
        : m_projectId(std::move(projectId))
    { }

    /// \param acceptedAt  becomes accepted_time, with 3, 6 or 9 fraction digits as the vendor's servers mix them
    QByteArray encode(const PlannedCallback &callback, const CallbackSubject &subject, Timestamp acceptedAt) const;

private:
    QString m_projectId;
};

} // namespace console
