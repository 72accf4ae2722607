// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reply_queue.h"

namespace console {

void ReplyQueue::expect(quint64 sequence, const ReplyForm &form)
{
    m_places.push_back({sequence, form, std::nullopt});
    ++m_awaited;
}

void ReplyQueue::answer(quint64 sequence, const HttpReply &reply)
{
    for (Place &place : m_places) {
        if (place.sequence != sequence || place.reply)
            continue;
        place.reply = Outgoing {encodeReply(reply, place.form), closesConnection(reply, place.form)};
        --m_awaited;
        return;
    }
}

void ReplyQueue::insertInterim(const QByteArray &bytes)
{
    m_places.push_back({0, {}, Outgoing {bytes, false}});
}

void ReplyQueue::finishWith(const HttpReply &reply)
{
    const ReplyForm last {.keepsAlive = false};
    m_places.push_back({0, last, Outgoing {encodeReply(reply, last), true}});
}

QList<ReplyQueue::Outgoing> ReplyQueue::takeReady()
{
    QList<Outgoing> ready;
    while (!m_places.empty() && m_places.front().reply) {
        ready.append(*std::move(m_places.front().reply));
        m_places.pop_front();
        if (ready.last().closes)
            clear();
    }
    return ready;
}

void ReplyQueue::clear()
{
    m_places.clear();
    m_awaited = 0;
}

} // namespace console
