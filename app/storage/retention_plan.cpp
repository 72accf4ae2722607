// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/retention_plan.h"

#include "storage/readable_history.h"
#include "storage/sql.h"

#include <algorithm>

namespace console {

namespace {

#define CONSOLE_UNPROTECTED                                                                                            \
    "NOT EXISTS (SELECT 1 FROM annotation a WHERE a.id=n.id AND (a.is_pinned<>0 OR a.tags<>'' OR a.note<>''))"

qint64 single(const QSqlDatabase &connection, const char *sql)
{
    Statement statement(connection, sql);
    return statement.run().next() ? statement.number(0) : 0;
}

QList<qint64> ids(const QSqlDatabase &connection, const char *sql, std::initializer_list<QVariant> values)
{
    Statement statement(connection, sql);
    QList<qint64> found;
    statement.run(values);
    while (statement.next())
        found.append(statement.number(0));
    return found;
}

/// How many of the newest rows may stay, by number and by size.
qint64 rowsToKeep(const QSqlDatabase &connection, const RetentionLimits &limits)
{
    qint64 keep = limits.rows > 0 ? limits.rows : INT64_MAX;
    if (limits.bytes == 0)
        return keep;
    const qint64 pages
        = single(connection, "PRAGMA page_count") - single(connection, "PRAGMA freelist_count"); // what is in use
    const qint64 bytes = pages * single(connection, "PRAGMA page_size");
    const qint64 rows = single(connection, "SELECT count(*) FROM notification");
    if (bytes > limits.bytes && rows > 0)
        keep = std::min(keep, qint64(double(rows) * double(limits.bytes) / double(bytes)));
    return keep;
}

Removal plan(const QSqlDatabase &connection, const RetentionLimits &limits, Timestamp now)
{
    qint64 cutoff = limits.age.count() > 0 ? toMilliseconds(now - limits.age) : INT64_MIN;
    qint64 boundary = 0;
    if (const qint64 keep = rowsToKeep(connection, limits); keep < INT64_MAX) {
        Statement oldest(connection,
                         "SELECT n.id, n.received_at FROM notification n WHERE " CONSOLE_UNPROTECTED
                         " ORDER BY n.id DESC LIMIT 1 OFFSET ?");
        if (oldest.run({keep}).next()) {
            boundary = oldest.number(0);
            cutoff = std::max(cutoff, oldest.number(1)); // what was asked and refused before goes with it
        }
    }
    const qint64 tooOld = limits.age.count() > 0 ? toMilliseconds(now - limits.age) : INT64_MIN;
    Removal removal;
    removal.rows = ids(connection,
                       "SELECT n.id FROM notification n WHERE (n.id<=? OR n.received_at<?) AND " CONSOLE_UNPROTECTED
                       " ORDER BY n.id",
                       {boundary, tooOld});
    removal.lookups
        = ids(connection,
              "SELECT l.request FROM lookup l WHERE l.asked_at<? AND NOT EXISTS (SELECT 1 FROM notification "
              "n WHERE n.request=l.request) ORDER BY l.request",
              {cutoff});
    removal.otherEvents = ids(connection, "SELECT id FROM other_event WHERE received_at<? ORDER BY id", {cutoff});
    removal.unreadable = ids(connection, "SELECT id FROM unreadable WHERE received_at<? ORDER BY id", {cutoff});
    removal.rejected = ids(connection, "SELECT id FROM quarantine WHERE received_at<? ORDER BY id", {cutoff});
    return removal;
}

} // namespace

Result<Removal> planRetention(const QString &path, const RetentionLimits &limits, Timestamp now)
{
    if (limits.isUnlimited())
        return Removal {};
    const auto database = openReadable(path);
    if (!database)
        return failure(database.error());
    try {
        return plan((*database)->connection(), limits, now);
    } catch (const SqlFailure &problem) {
        return failure(problem.toError());
    }
}

} // namespace console
