// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/arrival_relay.h"

namespace console {

ArrivalRelay::ArrivalRelay(QObject *context, std::function<void(const Recorded &)> heard)
    : m_context(context)
    , m_heard(std::move(heard))
{ }

void ArrivalRelay::pass(const Recorded &recorded)
{
    const bool isRepeat = recorded.kind == Recorded::Kind::Retry || recorded.kind == Recorded::Kind::Replay;
    if (isRepeat && m_waiting >= kMostRepeats)
        return;
    ++m_waiting;
    QMetaObject::invokeMethod(
        m_context,
        [self = shared_from_this(), recorded] {
            --self->m_waiting;
            self->m_heard(recorded);
        },
        Qt::QueuedConnection);
}

} // namespace console
