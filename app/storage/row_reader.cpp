// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/row_reader.h"

#include "storage/dictionary.h"

namespace console {

int storedSignature(const NotificationRow &row)
{
    return int(row.signature) | (row.isSignedWithPrevious ? 2 : 0) | (row.repeatsMembers ? 4 : 0);
}

NotificationRow readRow(const Statement &statement)
{
    NotificationRow row;
    row.id = statement.number(0);
    row.receivedAt = fromMilliseconds(statement.number(1));
    row.acceptedTime = statement.text(2);
    row.requestId = statement.text(3);
    row.projectId = statement.text(4);
    row.appId = statement.text(5);
    row.contactId = statement.text(6);
    row.contactName = statement.text(7);
    row.address = {ChannelName::fromText(statement.text(8)), statement.text(9)};
    row.status = CapabilityStatus::fromText(statement.text(10));
    row.channelCapabilities = splitFeatures(statement.text(11));
    row.reason.code = OpenEnum<ReasonCode>::fromText(statement.text(12));
    row.reason.subCode = OpenEnum<ReasonSubCode>::fromText(statement.text(13));
    row.reason.channelCode = statement.text(14);
    row.reason.description = statement.text(15);
    readSignature(statement.number(16), row);
    row.join = JoinKind(statement.number(17));
    row.outcome = Outcome(statement.number(18));
    row.retries = int(statement.number(19));
    if (!statement.isNull(20))
        row.latency = std::chrono::milliseconds(statement.number(20));
    if (!statement.isNull(21))
        row.annotation = {statement.number(21) != 0, splitFeatures(statement.text(22)), statement.text(23)};
    return row;
}

} // namespace console
