// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/row_stream.h"

#include "storage/history_reader.h"

namespace console {

namespace {
constexpr int kBlock = 1000;
}

Result<> streamRows(const QString &path, RowOrder order, qint64 limit,
                    const std::function<Result<>(const NotificationRow &)> &consume)
{
    auto reader = HistoryReader::open(path);
    if (!reader)
        return failure(reader.error());
    qint64 position = order == RowOrder::NewestFirst ? INT64_MAX : 0;
    qint64 left = limit > 0 ? limit : INT64_MAX;
    while (left > 0) {
        const int wanted = int(std::min<qint64>(left, kBlock));
        const auto rows = order == RowOrder::NewestFirst ? (*reader)->newestRows(wanted, position)
                                                         : (*reader)->rowsAfter(position, wanted);
        if (!rows)
            return failure(rows.error());
        for (const auto &row : *rows) {
            if (auto consumed = consume(row); !consumed)
                return consumed;
        }
        if (rows->size() < wanted)
            break;
        position = rows->last().id;
        left -= rows->size();
    }
    return {};
}

} // namespace console
