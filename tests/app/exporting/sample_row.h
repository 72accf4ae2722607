// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

namespace console {

/// A row with every member present.
inline NotificationRow sampleRow()
{
    NotificationRow row;
    row.receivedAt = fromMilliseconds(1'700'000'000'120);
    row.acceptedTime = QStringLiteral("2023-11-14T22:13:19.724083111Z");
    row.requestId = QStringLiteral("01HF7YAT00000000000000TEST");
    row.projectId = QStringLiteral("project");
    row.appId = QStringLiteral("app");
    row.contactId = QStringLiteral("contact");
    row.address = {ChannelName::fromText(QStringLiteral("RCS")), QStringLiteral("46700000001")};
    row.status = CapabilityStatus::fromText(QStringLiteral("CAPABILITY_PARTIAL"));
    row.channelCapabilities = {QStringLiteral("chat"), QStringLiteral("fileTransfer")};
    row.reason.code = OpenEnum<ReasonCode>::fromText(QStringLiteral("RATE_LIMITED"));
    row.reason.subCode = OpenEnum<ReasonSubCode>::fromText(QStringLiteral("INACTIVE_SENDER"));
    row.reason.channelCode = QStringLiteral("130429");
    row.reason.description = QStringLiteral("slow down");
    row.join = JoinKind::ByRequestId;
    row.outcome = Outcome::Conflict;
    row.retries = 2;
    row.latency = std::chrono::milliseconds(1234);
    return row;
}

} // namespace console
