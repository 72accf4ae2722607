// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/older_search.h"

#include "history/row_stream.h"

namespace console {

void OlderSearch::search(quint32 turn, const Filter &filter, qint64 below)
{
    const qint64 most = filter.matchesAll() ? kMostRead : kMostFound;
    QList<NotificationRow> rows;
    qint64 count = 0;
    qint64 lastId = below;
    const auto goesOn = [&] {
        return m_turn.isOver(turn) ? Result<>(failure(Error::Kind::Cancelled, QStringLiteral("another turn")))
                                   : Result<>();
    };
    const auto take = [&](const NotificationRow &row) {
        rows.append(row);
        ++count;
        lastId = row.id;
        return goesOn();
    };
    const auto pass = [&](qint64 id) {
        lastId = id;
        if (!m_turn.isOver(turn))
            Q_EMIT found(turn, std::exchange(rows, {}), lastId, false);
        return goesOn();
    };
    const auto read = streamRows(m_path, filter, {StreamOrder::NewestFirst, most, below}, take, pass);
    if (m_turn.isOver(turn))
        return;
    if (!read)
        Q_EMIT failed(read.error());
    Q_EMIT found(turn, rows, read && count < most ? 0 : lastId, true);
}

} // namespace console
