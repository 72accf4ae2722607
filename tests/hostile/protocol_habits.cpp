// SPDX-License-Identifier: GPL-3.0-or-later
#include "attack.h"

namespace console {

namespace {

using Context = const AttackContext &;

/// Repeats one conversation until the time is over or it complains.
Attack repeated(const char *name, std::function<QByteArray(Context)> once)
{
    return {name, [once = std::move(once)](Context context) {
                QByteArray complaint;
                do
                    complaint = once(context);
                while (complaint.isEmpty() && !context.isOver());
                return complaint;
            }};
}

QByteArray answered(int status)
{
    return "answered " + QByteArray::number(status);
}

QByteArray isHonoured(Context context, const QByteArray &from, const QByteArray &to)
{
    QByteArray request = context.target.honestRequest();
    request.replace(request.indexOf(from), from.size(), to);
    AttackConnection connection(context.target.port());
    connection.send(request);
    if (const int status = connection.nextStatus(); status != 200)
        return answered(status);
    connection.nextStatus();
    return connection.hasEnded() ? QByteArray() : QByteArray("left open");
}

QByteArray expectContinue(Context context)
{
    QByteArray request = context.target.honestRequest();
    request.insert(request.indexOf("\r\n") + 2, "Expect: 100-continue\r\n");
    const auto body = request.indexOf("\r\n\r\n") + 4;
    AttackConnection connection(context.target.port());
    connection.send(request.first(body));
    if (const int status = connection.nextStatus(); status != 100)
        return answered(status);
    connection.send(request.sliced(body));
    const int status = connection.nextStatus();
    return status == 200 ? QByteArray() : answered(status);
}

QByteArray pipelining(Context context)
{
    QByteArray requests;
    constexpr int kCount = 20;
    for (int i = 0; i < kCount; ++i)
        requests += context.target.honestRequest();
    AttackConnection connection(context.target.port());
    connection.send(requests);
    for (int i = 0; i < kCount; ++i) {
        if (const int status = connection.nextStatus(); status != 200)
            return answered(status) + " in place " + QByteArray::number(i + 1);
    }
    return {};
}

QByteArray halfClose(Context context)
{
    AttackConnection connection(context.target.port());
    connection.send(context.target.honestRequest());
    connection.closeSending();
    const int status = connection.nextStatus();
    return status == 200 ? QByteArray() : answered(status);
}

QByteArray resetInTheBody(Context context)
{
    for (int i = 0; i < 20; ++i) {
        AttackConnection connection(context.target.port());
        connection.send(context.target.head() + "Content-Length: 1000\r\n\r\n" + QByteArray(500, 'a'));
        connection.reset();
    }
    return {};
}

QByteArray resetBeforeTheReply(Context context)
{
    for (int i = 0; i < 20; ++i) {
        AttackConnection connection(context.target.port());
        connection.send(context.target.honestRequest());
        connection.reset();
    }
    return {};
}

} // namespace

std::vector<Attack> protocolHabits()
{
    return {
        repeated("HTTP/1.0 closes", [](Context context) { return isHonoured(context, "HTTP/1.1", "HTTP/1.0"); }),
        repeated("Connection: close closes",
                 [](Context context) {
                     return isHonoured(context, "Host: 127.0.0.1\r\n", "Host: 127.0.0.1\r\nConnection: close\r\n");
                 }),
        repeated("Expect: 100-continue", expectContinue),
        repeated("pipelining", pipelining),
        repeated("half-close", halfClose),
        repeated("reset in the body", resetInTheBody),
        repeated("reset before the reply", resetBeforeTheReply),
    };
}

} // namespace console
