// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/row_members.h"

#include <array>

namespace console {

namespace {
/// Empty and absent count alike, and both are null in our output.
RowCell textCell(const QString &text)
{
    return text.isEmpty() ? RowCell() : RowCell(text);
}

using Row = NotificationRow;

constexpr std::array kMembers {
    RowMember {"received_at", [](const Row &row) { return RowCell(toIso8601(row.receivedAt)); }},
    RowMember {"accepted_time", [](const Row &row) { return textCell(row.acceptedTime); }},
    RowMember {"request_id", [](const Row &row) { return textCell(row.requestId); }},
    RowMember {"project_id", [](const Row &row) { return textCell(row.projectId); }},
    RowMember {"app_id", [](const Row &row) { return textCell(row.appId); }},
    RowMember {"contact_id", [](const Row &row) { return textCell(row.contactId); }},
    RowMember {"channel", [](const Row &row) { return textCell(row.address.channel.raw); }},
    RowMember {"identity", [](const Row &row) { return textCell(row.address.identity); }},
    RowMember {"capability_status", [](const Row &row) { return textCell(row.status.raw); }},
    RowMember {"channel_capabilities",
               [](const Row &row) {
                   return row.channelCapabilities.isEmpty() ? RowCell() : RowCell(row.channelCapabilities);
               }},
    RowMember {"reason_code", [](const Row &row) { return textCell(row.reason.code.raw); }},
    RowMember {"reason_sub_code", [](const Row &row) { return textCell(row.reason.subCode.raw); }},
    RowMember {"reason_channel_code", [](const Row &row) { return textCell(row.reason.channelCode); }},
    RowMember {"reason_description", [](const Row &row) { return textCell(row.reason.description); }},
    RowMember {"signature", [](const Row &row) { return RowCell(signatureName(row.signature)); }},
    RowMember {"join", [](const Row &row) { return RowCell(joinName(row.join)); }},
    RowMember {"outcome", [](const Row &row) { return RowCell(outcomeName(row.outcome)); }},
    RowMember {"retries", [](const Row &row) { return RowCell(qint64(row.retries)); }},
    RowMember {"latency_ms",
               [](const Row &row) { return row.latency ? RowCell(qint64(row.latency->count())) : RowCell(); }},
    RowMember {"pinned", [](const Row &row) { return RowCell(row.annotation.isPinned); }},
    RowMember {"tags",
               [](const Row &row) { return row.annotation.tags.isEmpty() ? RowCell() : RowCell(row.annotation.tags); }},
    RowMember {"note", [](const Row &row) { return textCell(row.annotation.note); }},
};
constexpr size_t kAnnotationMembers = 3;
} // namespace

std::span<const RowMember> rowMembers(RowMembers members)
{
    const std::span<const RowMember> all(kMembers);
    return members == RowMembers::Annotations ? all : all.first(all.size() - kAnnotationMembers);
}

} // namespace console
