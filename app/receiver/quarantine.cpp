// SPDX-License-Identifier: GPL-3.0-or-later
#include "receiver/quarantine.h"

namespace console {

Quarantine::Quarantine(RejectionSink sink, QObject *parent)
    : QObject(parent)
    , m_sink(std::move(sink))
{
    m_timer.setInterval(kPace);
    connect(&m_timer, &QTimer::timeout, this, &Quarantine::tick);
}

void Quarantine::add(const RejectedCallback &rejected)
{
    if (m_waiting.size() >= kWaitingBodies) {
        count(rejected.cause);
        return;
    }
    m_waiting.enqueue(rejected);
    if (!m_timer.isActive()) // starting anew would put the next body off for as long as refusals come
        m_timer.start();
}

void Quarantine::count(RejectionCause cause)
{
    ++m_counts[cause];
    if (!m_timer.isActive())
        m_timer.start();
}

void Quarantine::tick()
{
    if (!m_waiting.isEmpty())
        m_sink.keep(m_waiting.dequeue());
    handOverCounts();
    if (m_waiting.isEmpty())
        m_timer.stop();
}

void Quarantine::handOverCounts()
{
    for (const auto &[cause, number] : std::exchange(m_counts, {}))
        m_sink.countOnly(cause, number);
}

void Quarantine::flush()
{
    m_timer.stop();
    while (!m_waiting.isEmpty())
        m_sink.keep(m_waiting.dequeue());
    handOverCounts();
}

} // namespace console
