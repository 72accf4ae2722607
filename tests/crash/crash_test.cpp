// SPDX-License-Identifier: GPL-3.0-or-later
// Kills capability-cli listen under load, again and again, and looks for callbacks that were answered 200 and are gone.
#include "crash_rounds.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("console.*=false"));
    int rounds = 100;
    double rate = 500;
    unsigned seed = std::random_device()();
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string name = argv[i];
        if (name == "--rounds")
            rounds = std::atoi(argv[i + 1]);
        else if (name == "--rate")
            rate = std::atof(argv[i + 1]);
        else if (name == "--seed")
            seed = unsigned(std::strtoul(argv[i + 1], nullptr, 10));
    }
    if (argc % 2 == 0 || rounds < 1 || rate <= 0) {
        std::fprintf(stderr, "crash_test [--rounds N] [--rate PER_SECOND] [--seed N]\n");
        return 2;
    }
    std::printf("seed %u\n", seed);
    return console::CrashRounds(rounds, rate, seed).run() ? 0 : 1;
}
