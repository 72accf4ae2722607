// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/reply_encoding.h"

#include <QList>

#include <deque>
#include <optional>

namespace console {

/// Puts the replies of one connection back into the order of its requests: HTTP/1.1 has no other way to tell them apart.
class ReplyQueue
{
public:
    struct Outgoing
    {
        QByteArray bytes;
        bool closes = false; ///< nothing may follow it
    };

    /// A request was handed on; its reply is awaited.
    void expect(quint64 sequence, const ReplyForm &form);
    /// Takes the reply of one request; one that nobody waits for any more is dropped.
    void answer(quint64 sequence, const HttpReply &reply);
    /// Puts a 1xx answer behind the replies that are awaited.
    void insertInterim(const QByteArray &bytes);
    /// Puts a last reply, which belongs to no request that was handed on, behind the ones that are awaited.
    void finishWith(const HttpReply &reply);
    /// The replies whose turn it is. After one that closes, the queue is empty.
    QList<Outgoing> takeReady();

    int awaitedCount() const { return m_awaited; }
    void clear();

private:
    struct Place
    {
        quint64 sequence = 0;
        ReplyForm form;
        std::optional<Outgoing> reply;
    };
    std::deque<Place> m_places;
    int m_awaited = 0;
};

} // namespace console
