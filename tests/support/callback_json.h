// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace console {

/// The members of one notification, in the order in which the vendor's example has them.
struct NotificationJson
{
    const char *channel = "SMS";
    const char *identity = "46701234567";
    const char *status = "CAPABILITY_FULL";
    QString requestId = {};
    const char *contactId = "";
    const char *more = ""; ///< further members: ,"reason":{…}

    QByteArray flat() const
    {
        const QByteArray id = requestId.isEmpty() ? QByteArray() : ",\"request_id\":\"" + requestId.toUtf8() + '"';
        return QByteArray("{\"contact_id\":\"") + contactId + "\",\"identity\":\"" + identity + "\",\"channel\":\""
            + channel + "\",\"capability_status\":\"" + status + '"' + id + more + '}';
    }
    QByteArray enveloped(const char *appId = "01EB37KMH2M6SV18ASNS3G135H") const
    {
        return QByteArray("{\"app_id\":\"") + appId
            + "\",\"accepted_time\":\"2020-11-17T16:05:51.724083Z\",\"project_id\":\"\",\"capability_notification\":"
            + flat() + '}';
    }
};

} // namespace console
