// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bell.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace console {

/// Values on their way into the thread of an object. One queued call takes all that wait by then, in the order in which
/// they were posted: a thousand values a second cost a few wake-ups, and nobody lingers for more. Nobody locks: a value
/// belongs to who posts it, then to the list, then to the reader.
/// Values that are posted when the mailbox is gone are dropped. Thread: ends in its reader's.
template <typename Value>
class Mailbox
{
    class State;

public:
    using Take = std::function<void(std::vector<Value> &&)>;

    /// \param reader must live as long as the mailbox, which is best its member.
    Mailbox(QObject *reader, Take take)
        : m_state(std::make_shared<State>(std::move(take)))
    {
        QObject::connect(
            &m_state->bell, &Bell::rung, reader,
            [state = std::weak_ptr<State>(m_state)] {
                if (const auto self = state.lock())
                    self->hand();
            },
            Qt::QueuedConnection);
    }
    ~Mailbox() { m_state->isClosed = true; }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// Where others post. May be copied, and outlive the mailbox. Thread: any.
    class Slot
    {
    public:
        explicit Slot(std::shared_ptr<State> state)
            : m_state(std::move(state))
        { }
        void post(Value value) const { m_state->post(std::move(value)); }

    private:
        std::shared_ptr<State> m_state;
    };
    Slot slot() const { return Slot(m_state); }
    void post(Value value) { m_state->post(std::move(value)); }
    /// Takes what waits at once, in the reader's thread.
    void takeNow() { m_state->hand(); }

private:
    struct Node
    {
        Value value;
        Node *older = nullptr;
    };

    class State
    {
    public:
        explicit State(Take take)
            : m_take(std::move(take))
        { }
        ~State() { takeAll(); }

        void post(Value value)
        {
            if (isClosed)
                return;
            auto *const node = new Node {std::move(value)};
            Node *older = m_newest.load(std::memory_order_relaxed);
            do
                node->older = older;
            while (!m_newest.compare_exchange_weak(older, node, std::memory_order_release, std::memory_order_relaxed));
            if (older == nullptr) // from here on the node is the reader's
                Q_EMIT bell.rung();
        }

        /// In the reader's thread, where the mailbox ends, too.
        void hand()
        {
            auto values = isClosed ? std::vector<Value>() : takeAll();
            if (!values.empty())
                m_take(std::move(values));
        }

        Bell bell;
        std::atomic<bool> isClosed {false};

    private:
        std::vector<Value> takeAll()
        {
            std::vector<Value> values;
            std::unique_ptr<Node> node(m_newest.exchange(nullptr, std::memory_order_acquire));
            for (; node; node.reset(node->older))
                values.push_back(std::move(node->value));
            std::reverse(values.begin(), values.end());
            return values;
        }

        Take m_take;
        std::atomic<Node *> m_newest {nullptr};
    };
    std::shared_ptr<State> m_state;
};

} // namespace console
