// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/answer_history.h"

namespace console {

namespace {

constexpr std::chrono::days kUnstableWithin {7};
constexpr int kUnstableChanges = 3;

/// The second answer to one question is no change in time.
bool isSecondAnswer(qsizetype row, const QList<NotificationRow> &heard)
{
    const NotificationRow &second = heard.at(row);
    return second.outcome == Outcome::Conflict
        && std::any_of(heard.begin() + row + 1, heard.end(), [&second](const NotificationRow &older) {
               return older.requestId == second.requestId && older.address.isSameAddress(second.address);
           });
}

} // namespace

int sameAnswersBefore(const NotificationRow &row, const QList<NotificationRow> &heard)
{
    if (row.status.value != Capability::Unknown)
        return 0;
    return int(std::count_if(heard.begin(), heard.end(), [&](const NotificationRow &other) {
        return other.id < row.id && other.status == row.status && other.address.isSameAddress(row.address);
    }));
}

bool changesOften(const ChannelIdentity &address, const QList<NotificationRow> &heard, Timestamp now)
{
    int changes = 0;
    for (qsizetype i = 0; i < heard.size(); ++i) {
        const auto &row = heard.at(i);
        if (row.address.isSameAddress(address) && now - row.receivedAt <= kUnstableWithin && !isSecondAnswer(i, heard)
            && statusBefore(i, heard))
            ++changes;
    }
    return changes >= kUnstableChanges;
}

std::optional<NotificationRow> answerBefore(qsizetype row, const QList<NotificationRow> &heard)
{
    for (qsizetype i = row + 1; i < heard.size(); ++i) {
        if (heard.at(i).address.isSameAddress(heard.at(row).address))
            return heard.at(i);
    }
    return std::nullopt;
}

std::optional<CapabilityStatus> statusBefore(qsizetype row, const QList<NotificationRow> &heard)
{
    const auto before = answerBefore(row, heard);
    return before && before->status != heard.at(row).status ? std::optional(before->status) : std::nullopt;
}

} // namespace console
