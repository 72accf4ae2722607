// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <chrono>
#include <thread>
#include <utility>
#include <vector>

namespace console {

/// How long the GUI thread lets an event wait.
class Heartbeat : public QObject
{
public:
    Heartbeat()
        : m_thread([this] {
            while (!m_isEnding) {
                const auto sent = std::chrono::steady_clock::now();
                QMetaObject::invokeMethod(
                    this,
                    [this, sent] {
                        const std::chrono::duration<double, std::milli> waited
                            = std::chrono::steady_clock::now() - sent;
                        m_waits.push_back(waited.count());
                    },
                    Qt::QueuedConnection);
                std::this_thread::sleep_until(sent + std::chrono::milliseconds(1));
            }
        })
    { }
    ~Heartbeat() override
    {
        m_isEnding = true;
        m_thread.join();
    }
    std::vector<double> take() { return std::exchange(m_waits, {}); }

private:
    std::vector<double> m_waits; ///< milliseconds; used in the GUI thread only
    std::atomic<bool> m_isEnding {false};
    std::thread m_thread;
};

} // namespace console
