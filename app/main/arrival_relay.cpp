// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/arrival_relay.h"

namespace console {

ArrivalRelay::ArrivalRelay(QObject *context, Heard heard)
    : m_waiting(std::make_shared<std::atomic<int>>(0))
    , m_mailbox(context, [waiting = m_waiting, heard = std::move(heard)](std::vector<Recorded> &&arrived) {
        heard(arrived);
        *waiting -= int(arrived.size());
    })
{ }

ArrivalRelay::~ArrivalRelay()
{
    m_mailbox.takeNow();
}

ArrivalRelay::Listener ArrivalRelay::listener() const
{
    return [waiting = m_waiting, slot = m_mailbox.slot()](const Recorded &recorded) {
        const bool isRepeat = recorded.kind == Recorded::Kind::Retry || recorded.kind == Recorded::Kind::Replay;
        if (isRepeat && *waiting >= kMostRepeats)
            return;
        ++*waiting;
        slot.post(recorded);
    };
}

} // namespace console
