// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/temp_database.h"

namespace console {

/// How many stored notifications meet a condition of SQL, over n (notification), the texts ch, st, f, re, su, cc, de, a
/// and p of its terms, c (contact), lc and l (lookup), r (request) and w (raw).
inline qint64 countWhere(const TempDatabase &file, const char *condition)
{
    const QString sql = QStringLiteral(
        "SELECT count(*) FROM notification n LEFT JOIN request r ON r.id=n.request LEFT JOIN lookup l ON "
        "l.request=n.request "
        "LEFT JOIN term p ON p.id=n.project LEFT JOIN term a ON a.id=n.app LEFT JOIN contact c ON c.id=n.contact "
        "LEFT JOIN contact lc ON lc.id=l.contact LEFT JOIN term ch ON ch.id=n.channel LEFT JOIN term st ON "
        "st.id=n.status "
        "LEFT JOIN term f ON f.id=n.features LEFT JOIN term re ON re.id=n.reason LEFT JOIN term su ON su.id=n.sub_code "
        "LEFT JOIN term cc ON cc.id=n.channel_code LEFT JOIN term de ON de.id=n.description LEFT JOIN raw w ON "
        "w.id=n.id WHERE ");
    const auto database = file.opened();
    QSqlQuery query(database->connection());
    if (!query.exec(sql + QString::fromUtf8(condition)) || !query.next())
        qFatal("%s does not run", condition);
    return query.value(0).toLongLong();
}

} // namespace console
