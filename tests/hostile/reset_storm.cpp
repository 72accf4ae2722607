// SPDX-License-Identifier: GPL-3.0-or-later
#include "attack.h"

#include <array>
#include <atomic>
#include <thread>

namespace console {

namespace {

constexpr int kAtOnce = 4;

/// Where in its life a connection is reset.
enum class Moment { InTheHead, InTheBody, BeforeTheLastByte, BeforeTheReply, InTheReply };
constexpr std::array kMoments {Moment::InTheHead, Moment::InTheBody, Moment::BeforeTheLastByte, Moment::BeforeTheReply,
                               Moment::InTheReply};

void sendAndReset(const AttackContext &context, Moment moment)
{
    const QByteArray request = context.target.honestRequest();
    const auto body = request.indexOf("\r\n\r\n") + 4;
    AttackConnection connection(context.target.port());
    switch (moment) {
    case Moment::InTheHead:
        connection.send(request.first(body / 2));
        break;
    case Moment::InTheBody:
        connection.send(request.first((body + request.size()) / 2));
        break;
    case Moment::BeforeTheLastByte:
        connection.send(request.chopped(1));
        break;
    case Moment::BeforeTheReply:
        connection.send(request);
        break;
    case Moment::InTheReply:
        connection.send(request);
        connection.awaitFirstByte();
        break;
    }
    connection.reset();
}

} // namespace

Attack resetStorm(int connections)
{
    const auto run = [connections](const AttackContext &context) -> QByteArray {
        std::atomic<int> next {0};
        std::vector<std::thread> attackers;
        for (int i = 0; i < kAtOnce; ++i) {
            attackers.emplace_back([&] {
                for (int number = next++; number < connections; number = next++)
                    sendAndReset(context, kMoments[size_t(number) % kMoments.size()]);
            });
        }
        for (std::thread &attacker : attackers)
            attacker.join();
        return {};
    };
    return {"storm of " + QByteArray::number(connections) + " resets", run};
}

} // namespace console
