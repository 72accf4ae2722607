// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <functional>

namespace console {

/// An expression, the same as a condition of SQL (countWhere), and as a judgement of one row at a time.
struct FilterCase
{
    const char *expression;
    const char *sql;
    std::function<bool(const NotificationRow &)> judge; ///< none where a row alone cannot tell
};

inline bool has(const QString &text, const char *part)
{
    return text.contains(QString::fromUtf8(part), Qt::CaseInsensitive);
}

inline const std::vector<FilterCase> &filterCases()
{
    using Row = NotificationRow;
    static const std::vector<FilterCase> cases {
        {"", "1", [](const Row &) { return true; }},
        {"channel:RCS", "ch.text='RCS'", [](const Row &row) { return row.address.channel.value == Channel::Rcs; }},
        {"channel:viber", "ch.text='VIBERBM'",
         [](const Row &row) { return row.address.channel.value == Channel::ViberBusiness; }},
        {"status:partial,none", "st.text IN ('CAPABILITY_PARTIAL','NO_CAPABILITY')",
         [](const Row &row) {
             return row.status.value == Capability::Partial || row.status.value == Capability::None;
         }},
        {"status:CAPABILITY_SOMETIMES", "st.text='CAPABILITY_SOMETIMES'",
         [](const Row &row) { return row.status.raw == QLatin1String("CAPABILITY_SOMETIMES"); }},
        {"reason:CHANNEL_*", "re.text LIKE 'CHANNEL\\_%' ESCAPE '\\'",
         [](const Row &row) { return row.reason.code.raw.startsWith(QLatin1String("CHANNEL_")); }},
        {"reason:131047", "cc.text='131047'",
         [](const Row &row) { return row.reason.channelCode == QLatin1String("131047"); }},
        {"reason:\"\"", "n.reason IS NULL", [](const Row &row) { return row.reason.code.isEmpty(); }},
        {"description:\"24 hours\"", "de.text LIKE '%24 hours%'",
         [](const Row &row) { return has(row.reason.description, "24 hours"); }},
        {"identity:4670*", "ltrim(n.identity,'+') LIKE '4670%'",
         [](const Row &row) { return row.address.identity.startsWith(QLatin1String("4670")); }},
        {"identity:*7", "n.identity LIKE '%7'",
         [](const Row &row) { return row.address.identity.endsWith(QLatin1Char('7')); }},
        {"identity:*70*", "n.identity LIKE '%70%'",
         [](const Row &row) { return row.address.identity.contains(QLatin1String("70")); }},
        {"identity:4*7", "n.identity LIKE '4%7'",
         [](const Row &row) {
             return row.address.identity.size() > 1 && row.address.identity.startsWith(QLatin1Char('4'))
                 && row.address.identity.endsWith(QLatin1Char('7'));
         }},
        {"identity:U*", "n.identity LIKE 'U%'",
         [](const Row &row) { return row.address.identity.startsWith(QLatin1Char('U')); }},
        {"contact:\"anna\"", "coalesce(nullif(l.name,''),nullif(c.name,''),lc.name) LIKE '%anna%'",
         [](const Row &row) { return has(row.contactName, "anna"); }},
        {"contact:muller", "coalesce(nullif(l.name,''),nullif(c.name,''),lc.name) LIKE '%Müller%'",
         [](const Row &row) { return has(row.contactName, "müller"); }},
        {"contact:müller", "coalesce(nullif(l.name,''),nullif(c.name,''),lc.name) LIKE '%Müller%'",
         [](const Row &row) { return has(row.contactName, "müller"); }},
        {"features:ACTION_DIAL", "instr(char(31)||f.text||char(31), char(31)||'ACTION_DIAL'||char(31))>0",
         [](const Row &row) { return row.channelCapabilities.contains(QStringLiteral("ACTION_DIAL")); }},
        {"features:\"\"", "n.features IS NULL", [](const Row &row) { return row.channelCapabilities.isEmpty(); }},
        {"latency>10s", "n.latency_ms>10000",
         [](const Row &row) { return row.latency && *row.latency > std::chrono::seconds(10); }},
        {"latency<=1s", "n.latency_ms<=1000",
         [](const Row &row) { return row.latency && *row.latency <= std::chrono::seconds(1); }},
        {"retries>0", "n.retries>0", [](const Row &row) { return row.retries > 0; }},
        {"is:retried", "n.retries>0", [](const Row &row) { return row.retries > 0; }},
        {"is:conflict", "n.outcome=2", [](const Row &row) { return row.outcome == Outcome::Conflict; }},
        {"is:new", "n.outcome=0", [](const Row &row) { return row.outcome == Outcome::New; }},
        {"is:unsigned", "n.signature&1=1", [](const Row &row) { return row.signature == SignatureState::Unsigned; }},
        {"is:signed", "n.signature&1=0", [](const Row &row) { return row.signature == SignatureState::Valid; }},
        {"is:previous_secret", "n.signature&2", [](const Row &row) { return row.isSignedWithPrevious; }},
        {"is:duplicate_members", "n.signature&4", [](const Row &row) { return row.repeatsMembers; }},
        {"IS:Duplicate-Members,previous-secret", "n.signature&6",
         [](const Row &row) { return row.repeatsMembers || row.isSignedWithPrevious; }},
        {"is:joined", "n.join_kind<>0", [](const Row &row) { return row.join != JoinKind::None; }},
        {"is:by_recipient", "n.join_kind=2", [](const Row &row) { return row.join == JoinKind::ByRecipient; }},
        {"is:not_asked", "n.join_kind=0", [](const Row &row) { return row.join == JoinKind::None; }},
        {"is:late", "n.received_at>l.registered_at+l.wait_ms", nullptr},
        {"is:late,conflict", "n.received_at>l.registered_at+l.wait_ms OR n.outcome=2", nullptr},
        {"not is:late", "NOT ifnull(n.received_at>l.registered_at+l.wait_ms,0)", nullptr},
        {"project:11111111-2222-4333-8444-555555555555", "p.text LIKE '11111111%'",
         [](const Row &row) { return row.projectId.startsWith(QLatin1String("11111111")); }},
        {"app:\"\"", "n.app IS NULL", [](const Row &row) { return row.appId.isEmpty(); }},
        {"request:\"\"", "n.request IS NULL", [](const Row &row) { return row.requestId.isEmpty(); }},
        {"request:01M*", "r.request_id LIKE '01M%'",
         [](const Row &row) { return row.requestId.startsWith(QLatin1String("01M")); }},
        {"raw:\"rcs\"", "instr(lower(CAST(w.body AS TEXT)),'rcs')>0", nullptr},
        {"not raw:\"rcs\" status:none", "instr(lower(CAST(w.body AS TEXT)),'rcs')=0 AND st.text='NO_CAPABILITY'",
         nullptr},
        {"capability_notification.channel:rcs",
         "json_extract(CAST(w.body AS TEXT),'$.capability_notification.channel')='RCS'", nullptr},
        {"capability_notification.channel:\"\"",
         "json_extract(CAST(w.body AS TEXT),'$.capability_notification.channel') IS NULL", nullptr},
        {"$.capability_notification.capability_status:*capability status:none",
         "st.text='NO_CAPABILITY' AND json_extract(CAST(w.body AS "
         "TEXT),'$.capability_notification.capability_status')='NO_CAPABILITY'",
         nullptr},
        {"capability_notification.channel_capabilities:RICHCARD_CAROUSEL",
         "instr(CAST(w.body AS TEXT),'\"RICHCARD_CAROUSEL\"')>0 AND instr(CAST(w.body AS "
         "TEXT),'capability_notification')>0",
         nullptr},
        {"channel:SMS or not raw:carousel", "ch.text='SMS' OR instr(lower(CAST(w.body AS TEXT)),'carousel')=0",
         nullptr},
        {"channel:RCS and (status:none or is:conflict) and not contact:anna latency<2s",
         "ch.text='RCS' AND (st.text='NO_CAPABILITY' OR n.outcome=2) AND NOT "
         "ifnull(coalesce(nullif(l.name,''),nullif(c.name,''),lc.name) "
         "LIKE '%anna%',0) AND n.latency_ms<2000",
         [](const Row &row) {
             return row.address.channel.value == Channel::Rcs
                 && (row.status.value == Capability::None || row.outcome == Outcome::Conflict)
                 && !has(row.contactName, "anna") && row.latency && *row.latency < std::chrono::seconds(2);
         }},
    };
    return cases;
}

} // namespace console
