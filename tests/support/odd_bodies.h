// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/callback_json.h"

#include <QList>

namespace console {

/// A body that somebody with the secret may send, and what has to become of it.
struct OddBody
{
    const char *claim;
    QByteArray bytes;
    bool isReadable;
};

/// One whose description is this JSON text.
inline QByteArray withDescription(const QByteArray &json)
{
    const QByteArray reason = ",\"reason\":{\"code\":\"CHANNEL_FAILURE\",\"description\":" + json + '}';
    NotificationJson notification;
    notification.requestId = QStringLiteral("R1");
    notification.more = reason.constData();
    return notification.enveloped();
}

inline QByteArray inUtf16(const QByteArray &ascii)
{
    QByteArray wide("\xff\xfe");
    for (const char c : ascii)
        wide += QByteArray(1, c) + '\0';
    return wide;
}

inline QList<OddBody> oddBodies()
{
    const QByteArray good = NotificationJson {}.enveloped();
    const QByteArray lists = QByteArray(100'000, '[') + QByteArray(100'000, ']');
    const QByteArray objects = QByteArray("{\"a\":").repeated(20'000) + '1' + QByteArray(20'000, '}');
    return {
        {"lists nested 100,000 deep", withDescription(lists), false},
        {"objects nested 20,000 deep", withDescription(objects), false},
        {"lists that never end", QByteArray(200'000, '['), false},
        {"a text of 200 KB", withDescription('"' + QByteArray(200'000, 'x') + '"'), true},
        {"a member twice", "{\"app_id\":\"A\"," + good.mid(1), true},
        {"NaN", withDescription("NaN"), false},
        {"Infinity", withDescription("-Infinity"), false},
        {"a number without end", withDescription('"' + QByteArray("x\",\"n\":") + QByteArray(5000, '9')), false},
        {"a byte order mark", "\xef\xbb\xbf" + good, true},
        {"UTF-16", inUtf16(good), false},
        {"invalid UTF-8", withDescription("\"\xc3\x28\""), false},
        {"an overlong NUL", withDescription("\"\xc0\x80\""), false},
        {"surrogates in UTF-8", withDescription("\"\xed\xa0\x80\""), false},
        {"a lone surrogate, escaped", withDescription("\"\\ud800\""), true},
        {"control characters, escaped", withDescription("\"\\u0000\\u001b[2J\\u009b\""), true},
        {"a raw NUL", withDescription("\"a@b\"").replace('@', '\0'), true},
        {"gzip", QByteArray::fromHex("1f8b08000000000000034b04000000ffff030043beb7e801000000"), false},
        {"HTML", withDescription("\"<img src=x onerror=alert(1)><h1>big</h1>\""), true},
        {"an override of direction", withDescription("\"\\u202egnp.exe\""), true},
        {"a formula", withDescription("\"=cmd|' /C calc'!A0\""), true},
    };
}

} // namespace console
