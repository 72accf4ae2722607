// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/receiver_gap.h"
#include "domain/rejected_callback.h"
#include "domain/verified_body.h"
#include "storage/dictionary.h"

namespace console {

/// Authentic callbacks that are no notification (other events, unreadable ones), and the capped quarantine of those that
/// are not authentic. Functions throw SqlFailure. Thread: the writer's.
class KeptTable
{
public:
    KeptTable(const QSqlDatabase &database, Dictionary &dictionary);

    qint64 insertOtherEvent(const VerifiedBody &body, const QString &kind);
    qint64 insertUnreadable(const VerifiedBody &body, const QString &why);
    void countOtherRepeat(qint64 id);
    void countUnreadableRepeat(qint64 id);

    void insertRejected(const RejectedCallback &rejected);
    void countRejected(RejectionCause cause, int count);
    void insertGap(const ReceiverGap &gap);

private:
    Dictionary &m_dictionary;
    Statement m_insertOther, m_insertUnreadable, m_repeatOther, m_repeatUnreadable, m_insertRejected, m_capRejected,
        m_countRejected, m_insertGap;
};

} // namespace console
