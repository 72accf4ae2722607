// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QList>
#include <QSet>
#include <QTemporaryDir>

#include <chrono>
#include <random>

namespace console {

/// Kills the receiver at random moments under load and compares what it claimed with what is stored after the restart.
/// Round n+1 looks at all that round n left behind, before its own load.
class CrashRounds
{
public:
    CrashRounds(int rounds, double rate, unsigned seed);

    /// \returns whether nothing was lost; the findings and figures go to stdout.
    bool run();

private:
    struct AskedLookups
    {
        RequestId answered; ///< a callback for it comes once in its round
        RequestId silent;   ///< none ever comes
    };

    bool askLookups();
    bool round(int number);
    bool checkStore(int number);
    bool checkLookups(int number);
    QSet<QByteArray> storedRequestIds(const char *command);
    bool killDuringStart();
    /// A waiting `capability-cli lookup` is killed: its lookup is still there, and still waits.
    bool killLookupCommand();
    bool complain(const char *what, const QString &detail);
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    std::chrono::microseconds randomTime(std::chrono::milliseconds most);

    QTemporaryDir m_folder;
    QString m_database;
    std::mt19937 m_dice;
    int m_rounds;
    double m_rate;
    QList<AskedLookups> m_lookups; ///< one pair a round
    QSet<QByteArray> m_claimed;
    int m_sent = 0;
    int m_refused = 0;
    int m_lost = 0;
    int m_storedUnclaimed = 0;
    int m_startsKilled = 0;
    std::vector<double> m_startMilliseconds;
};

} // namespace console
