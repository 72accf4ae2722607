// SPDX-License-Identifier: GPL-3.0-or-later
// Attacks the receiver and the sandbox, as processes, in every way that QtHttpServer alone does not withstand, and looks
// whether an honest client notices.
#include "tls_client.h"

#include <QCoreApplication>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace console;
using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr qint64 kMostGrowth = INT64_MAX; // the sanitizer keeps what is freed
#else
constexpr qint64 kMostGrowth = 16 * 1024 * 1024;
#endif
constexpr qint64 kEnoughSeen = 300 * 1024 * 1024; // one that grows so far has lost; the machine should not

struct Options
{
    std::chrono::milliseconds time {2000}; ///< for each attack
    double mostLatency = 250;              ///< milliseconds, of an honest request
    bool hasStock = false;
    bool isShort = false;
    int resets = 10'000;
    QByteArray only;
};

struct Outcome
{
    QByteArray complaint; ///< empty: withstood
    double latency = 0;   ///< the worst of the honest ones, ms
    qint64 growth = 0;
    int honest = 0;
    QSet<QByteArray> claimed = {}; ///< ids of honest requests that were answered 200
};

struct Asked
{
    int status = 0;  ///< 0: no answer
    double took = 0; ///< ms
    bool isServed() const { return status == 200; }
};

/// One honest request on a connection of its own.
Asked askHonestly(const HostileTarget &target, const QByteArray &id = makeUlid(SystemClock().now()).toLatin1())
{
    const QByteArray request = target.honestRequest(id);
    const auto begun = Steady::now();
    Asked asked;
    if (target.hasTls()) {
        TlsClient client(target.port());
        if (client.shakeHands() && client.send(request))
            asked.status = client.nextStatus();
    } else {
        AttackConnection connection(target.port());
        if (connection.isOpen() && connection.send(request))
            asked.status = connection.nextStatus();
    }
    asked.took = std::chrono::duration<double, std::milli>(Steady::now() - begun).count();
    return asked;
}

QByteArray notServed(const Asked &asked)
{
    return "honest client "
        + (asked.status == 0 ? QByteArray("left alone") : "got " + QByteArray::number(asked.status));
}

/// Asks honestly, again and again, as long as the attack lasts.
void watch(HostileTarget &target, const std::atomic<bool> &isOver, qint64 before, std::atomic<qint64> &growth,
           Outcome &outcome)
{
    while (!isOver) {
        const QByteArray id = makeUlid(SystemClock().now()).toLatin1();
        const Asked asked = askHonestly(target, id);
        if (asked.isServed())
            outcome.claimed.insert(id);
        growth = std::max<qint64>(growth, target.program().residentBytes("VmHWM") - before);
        ++outcome.honest;
        outcome.latency = std::max(outcome.latency, asked.took);
        if (!target.program().isAlive()) {
            outcome.complaint = "died";
            return;
        }
        if (!asked.isServed() && outcome.complaint.isEmpty())
            outcome.complaint = notServed(asked);
        std::this_thread::sleep_for(20ms);
    }
}

Outcome judge(Outcome outcome, const QByteArray &answers, const Options &options)
{
    if (outcome.complaint == "died")
        return outcome;
    if (outcome.growth > kMostGrowth)
        outcome.complaint = "grew by " + QByteArray::number(outcome.growth >> 20) + " MB";
    else if (!answers.isEmpty())
        outcome.complaint = answers;
    else if (outcome.complaint.isEmpty() && outcome.latency > options.mostLatency)
        outcome.complaint = "slow: " + QByteArray::number(outcome.latency, 'f', 0) + " ms";
    return outcome;
}

Outcome attackOnce(const Attack &attack, HostileTarget::Kind kind, const Options &options)
{
    HostileTarget target(kind, attack.descriptors);
    Outcome outcome;
    for (int i = 0; i < 8; ++i) { // warm, so that what grows is the attack's
        if (target.port() == 0 || !askHonestly(target).isServed())
            return {"does not start"};
    }
    target.resetPeak();
    const qint64 before = target.program().residentBytes();
    std::atomic<bool> isOver {false};
    std::atomic<qint64> growth {0};
    std::thread honest([&] { watch(target, isOver, before, growth, outcome); });
    const auto end = Steady::now() + options.time;
    const auto mayStop = [&] { return Steady::now() > end || growth > kEnoughSeen; };
    const QByteArray answers = attack.run({target, mayStop});
    isOver = true;
    honest.join();
    outcome.growth = growth;
    if (outcome.complaint.isEmpty() && !askHonestly(target).isServed())
        outcome.complaint = target.program().isAlive() ? "honest client not served afterwards" : "died";
    const bool hasHistory = kind == HostileTarget::Kind::Receiver || kind == HostileTarget::Kind::TlsReceiver;
    if (hasHistory && !target.storedIds().contains(outcome.claimed))
        outcome.complaint = "answered 200, but did not store";
    return judge(outcome, answers, options);
}

QByteArray cell(const Outcome &outcome)
{
    if (!outcome.complaint.isEmpty())
        return outcome.complaint;
    return "ok " + QByteArray::number(outcome.latency, 'f', 0).rightJustified(3) + " ms "
        + QByteArray::number(double(outcome.growth) / (1 << 20), 'f', 1).rightJustified(4) + " MB";
}

bool readOptions(int argc, char **argv, Options &options)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray name = argv[i];
        if (name == "--stock")
            options.hasStock = true;
        else if (name == "--short")
            options.isShort = true;
        else if (name == "--resets" && i + 1 < argc)
            options.resets = std::atoi(argv[++i]);
        else if (name == "--only" && i + 1 < argc)
            options.only = argv[++i];
        else if (name == "--milliseconds" && i + 1 < argc)
            options.time = std::chrono::milliseconds(std::atoi(argv[++i]));
        else if (name == "--most-latency" && i + 1 < argc)
            options.mostLatency = std::atof(argv[++i]);
        else
            return false;
    }
    return options.time > 0ms;
}

std::vector<Attack> allAttacks(const Options &options)
{
    auto attacks = exhaustingFloods();
    const auto malformed = options.isShort ? std::vector {allMalformedMessagesAtOnce()} : malformedMessages();
    for (auto &more : {malformed, protocolHabits()})
        attacks.insert(attacks.end(), more.begin(), more.end());
    attacks.push_back(resetStorm(options.resets));
    return attacks;
}

/// \returns how many were not withstood.
int attackTls(const Options &options)
{
    int failures = 0;
    std::printf("%-30s %s\n", "", "receiver with TLS");
    auto attacks = tlsFloods();
    attacks.push_back(resetStorm(options.resets / 5));
    for (const Attack &attack : attacks) {
        if (!attack.name.contains(options.only))
            continue;
        const Outcome outcome = attackOnce(attack, HostileTarget::Kind::TlsReceiver, options);
        failures += !outcome.complaint.isEmpty();
        std::printf("%-30s %s\n", attack.name.constData(), cell(outcome).constData());
        std::fflush(stdout);
    }
    return failures;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Options options;
    if (!readOptions(argc, argv, options)) {
        std::fprintf(stderr,
                     "hostile [--stock] [--short] [--only NAME] [--milliseconds N] [--resets N] [--most-latency MS]\n");
        return 2;
    }
    ::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to connections that the server has ended
    rlimit descriptors = {};
    ::getrlimit(RLIMIT_NOFILE, &descriptors);
    descriptors.rlim_cur = std::min<rlim_t>(descriptors.rlim_max, 8192);
    ::setrlimit(RLIMIT_NOFILE, &descriptors);
    std::printf(
        "the worst honest request, and growth of memory, while each attack lasts %lld ms\n%-30s %-32s %-32s %s\n",
        static_cast<long long>(options.time.count()), "attack", "receiver", "sandbox",
        options.hasStock ? "stock QHttpServer" : "");
    int failures = 0;
    int stockFailures = 0;
    for (const Attack &attack : allAttacks(options)) {
        if (!attack.name.contains(options.only))
            continue;
        std::printf("%-30s ", attack.name.constData());
        for (const auto kind : {HostileTarget::Kind::Receiver, HostileTarget::Kind::Sandbox}) {
            const Outcome outcome = attackOnce(attack, kind, options);
            failures += !outcome.complaint.isEmpty();
            std::printf("%-32s ", cell(outcome).constData());
            std::fflush(stdout);
        }
        if (options.hasStock) {
            const Outcome outcome = attackOnce(attack, HostileTarget::Kind::Stock, options);
            stockFailures += !outcome.complaint.isEmpty();
            std::printf("%s", cell(outcome).constData());
        }
        std::printf("\n");
        std::fflush(stdout);
    }
    failures += attackTls(options);
    std::printf("not withstood: %d%s\n", failures,
                options.hasStock ? qPrintable(QStringLiteral("; by the stock server: %1").arg(stockFailures)) : "");
    return failures == 0 ? 0 : 1;
}
