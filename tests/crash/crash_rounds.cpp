// SPDX-License-Identifier: GPL-3.0-or-later
#include "crash_rounds.h"

#include "callback_stream.h"
#include "core/clock.h"
#include "domain/lookup_state.h"
#include "storage/history_reader.h"
#include "storage/history_store.h"
#include "support/signed_post.h"
#include "support/started_program.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdio>

using namespace std::chrono_literals;

namespace console {

namespace {

const QString kProgram = QStringLiteral(CONSOLE_BIN_DIR "/capability-cli");
const QByteArray kSecret = "crash-secret";
constexpr int kConnections = 32;

ChannelIdentity address(const char *channel, const QString &identity)
{
    return {ChannelName::fromText(QLatin1String(channel)), identity};
}

StartedProgram::Setting listenSetting(const QString &database, const QString &output, const QString &errors)
{
    return {kProgram,
            {QStringLiteral("listen"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
             QStringLiteral("--database"), database},
            output,
            errors,
            {"CAPABILITY_WEBHOOK_SECRET=" + kSecret}};
}

QString integrityOf(const QString &database)
{
    QString verdict = QStringLiteral("not read");
    {
        auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("integrity"));
        connection.setDatabaseName(database);
        connection.open();
        QSqlQuery query(QStringLiteral("PRAGMA integrity_check"), connection);
        if (query.next())
            verdict = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("integrity"));
    return verdict;
}

/// The texts of all "request_id":"…" in lines of JSON.
QSet<QByteArray> requestIdsIn(const QByteArray &lines)
{
    QSet<QByteArray> found;
    const QByteArray member = "\"request_id\":\"";
    for (qsizetype at = lines.indexOf(member); at >= 0; at = lines.indexOf(member, at)) {
        at += member.size();
        found.insert(lines.mid(at, lines.indexOf('"', at) - at));
    }
    return found;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace

CrashRounds::CrashRounds(int rounds, double rate, unsigned seed)
    : m_database(m_folder.filePath(QStringLiteral("history.sqlite")))
    , m_dice(seed)
    , m_rounds(rounds)
    , m_rate(rate)
{ }

bool CrashRounds::complain(const char *what, const QString &detail)
{
    std::printf("%s: %s\n", what, qPrintable(detail));
    QFile errors(file("errors"));
    if (errors.open(QIODevice::ReadOnly))
        std::printf("%s", errors.readAll().right(2000).constData());
    return false;
}

std::chrono::microseconds CrashRounds::randomTime(std::chrono::milliseconds most)
{
    return std::chrono::microseconds(
        std::uniform_int_distribution<qint64>(0, std::chrono::microseconds(most).count())(m_dice));
}

bool CrashRounds::run()
{
    if (!askLookups())
        return complain("the lookups could not be stored", m_database);
    for (int number = 0; number < m_rounds; ++number) {
        if (!round(number))
            return complain("round", QString::number(number));
    }
    for (int i = 0; i < (m_rounds + 9) / 10; ++i) {
        if (!killDuringStart() || !killLookupCommand())
            return false;
    }
    StartedProgram receiver(listenSetting(m_database, file("rows"), file("errors")));
    if (receiver.port() == 0 || !checkStore(m_rounds) || !checkLookups(m_rounds))
        return complain("the last start", m_database);
    std::printf("kills under load: %d, at %.0f callbacks/s; while starting: %d; of a waiting lookup command: %d\n"
                "callbacks sent %d, answered 200: %d, answered otherwise: %d\n"
                "answered 200 and lost: %d; stored without an answer: %d\n"
                "integrity_check ok after every kill; %d lookups that waited still wait\n"
                "start until ready: median %.0f ms, longest %.0f ms\n",
                m_rounds, m_rate, m_startsKilled, (m_rounds + 9) / 10, m_sent, int(m_claimed.size()), m_refused, m_lost,
                m_storedUnclaimed, int(m_lookups.size()), median(m_startMilliseconds),
                *std::max_element(m_startMilliseconds.begin(), m_startMilliseconds.end()));
    return m_lost == 0;
}

bool CrashRounds::askLookups()
{
    const SystemClock clock;
    const auto store = HistoryStore::open(m_database, clock);
    if (!store)
        return false;
    const auto ask = [&](const QString &identity) -> RequestId {
        const RequestId id = *RequestId::parse(makeUlid(clock.now()));
        const auto rcs = address("RCS", identity);
        Lookup lookup {id,          std::nullopt, *AppId::parse(QStringLiteral("01EB37KMH2M6SV18ASNS3G135H")),
                       QList {rcs}, {},           {rcs},
                       clock.now()};
        lookup.wait = 24h;
        (*store)->writer().insertLookup(lookup).waitForFinished();
        (*store)->writer().markRegistered(id, clock.now(), std::nullopt).waitForFinished();
        return id;
    };
    for (int number = 0; number < m_rounds; ++number)
        m_lookups.append({ask(QStringLiteral("46701%1").arg(number, 6, 10, QLatin1Char('0'))),
                          ask(QStringLiteral("46702%1").arg(number, 6, 10, QLatin1Char('0')))});
    return true;
}

bool CrashRounds::round(int number)
{
    const auto begun = CallbackStream::Clock::now();
    StartedProgram receiver(listenSetting(m_database, file("rows"), file("errors")));
    const int port = receiver.port();
    if (port == 0)
        return complain("the receiver does not start", m_database);
    m_startMilliseconds.push_back(
        std::chrono::duration<double, std::milli>(CallbackStream::Clock::now() - begun).count());
    if (!checkStore(number) || !checkLookups(number))
        return false;

    int made = 0;
    const int answerAt = int(m_dice() % 100);
    CallbackStream stream(port, kConnections, m_rate, [&]() -> CallbackStream::Callback {
        const bool isAnswer = made++ == answerAt;
        const QByteArray id
            = isAnswer ? m_lookups.at(number).answered.toString().toLatin1() : makeUlid(SystemClock().now()).toLatin1();
        const QByteArray identity = isAnswer
            ? QByteArray("46701") + QByteArray::number(number).rightJustified(6, '0')
            : QByteArray("46709") + QByteArray::number(m_dice() % 1'000'000).rightJustified(6, '0');
        return {id, signedPost("/callbacks", kSecret, callbackBody(id, "RCS", identity))};
    });
    const auto moment = randomTime(700ms);
    std::thread killer([&] { // beside the load, so that the moment has nothing to do with what is sent or received
        std::this_thread::sleep_for(moment);
        ::kill(receiver.pid(), SIGKILL);
    });
    stream.run(CallbackStream::Clock::now() + 10s);
    killer.join();
    m_claimed += stream.acknowledged();
    m_sent += stream.sent();
    m_refused += stream.refused();
    return receiver.wait() == -SIGKILL;
}

QSet<QByteArray> CrashRounds::storedRequestIds(const char *command)
{
    StartedProgram program(
        {kProgram,
         {QLatin1String(command), QStringLiteral("--database"), m_database, QStringLiteral("--json")},
         file("history"),
         file("errors")});
    QFile output(file("history"));
    if (program.wait() != 0 || !output.open(QIODevice::ReadOnly))
        return {};
    return requestIdsIn(output.readAll());
}

bool CrashRounds::checkStore(int number)
{
    const QString integrity = integrityOf(m_database);
    if (integrity != QLatin1String("ok"))
        return complain("integrity_check", integrity);
    const auto stored = storedRequestIds("history");
    const auto lost = m_claimed - stored;
    m_lost = int(lost.size());
    m_storedUnclaimed = int(stored.size()) - int(m_claimed.size()) + m_lost;
    if (m_lost > 0)
        return complain("answered 200 and lost",
                        QStringLiteral("%1 before round %2, e.g. %3")
                            .arg(m_lost)
                            .arg(number)
                            .arg(QString::fromLatin1(*lost.begin())));
    return true;
}

bool CrashRounds::checkLookups(int number)
{
    const auto reader = HistoryReader::open(m_database);
    if (!reader)
        return complain("the history cannot be read", reader.error().detail);
    const Timestamp now = SystemClock().now();
    const auto stateOf = [&](const RequestId &id) {
        const auto lookup = (*reader)->findLookup(id);
        return lookup && *lookup ? std::optional(progressOf(**lookup, now).state) : std::nullopt;
    };
    for (int i = 0; i < m_rounds; ++i) {
        const AskedLookups &pair = m_lookups.at(i);
        const auto state = stateOf(pair.answered);
        const bool wasClaimed = m_claimed.contains(pair.answered.toString().toLatin1());
        const bool mayBeAnswered = i < number;
        const bool fits = wasClaimed
            ? state == LookupState::Complete
            : state == LookupState::Waiting || (mayBeAnswered && state == LookupState::Complete);
        if (!fits || stateOf(pair.silent) != LookupState::Waiting)
            return complain("a lookup changed its state", pair.answered.toString());
    }
    return true;
}

bool CrashRounds::killDuringStart()
{
    StartedProgram receiver(listenSetting(m_database, file("rows"), file("errors")));
    std::this_thread::sleep_for(randomTime(60ms));
    receiver.kill();
    ++m_startsKilled;
    const QString integrity = integrityOf(m_database);
    return integrity == QLatin1String("ok") || complain("integrity_check after a killed start", integrity);
}

bool CrashRounds::killLookupCommand()
{
    const QString database = m_folder.filePath(QStringLiteral("lookup-%1.sqlite").arg(m_startsKilled));
    StartedProgram command({kProgram,
                            {QStringLiteral("lookup"), QStringLiteral("--sandbox"), QStringLiteral("--identity"),
                             QStringLiteral("RCS:46712312360"), QStringLiteral("--wait"), QStringLiteral("10m"),
                             QStringLiteral("--database"), database},
                            file("rows"),
                            file("errors")});
    std::optional<LookupState> state;
    const auto look = [&] {
        const auto reader = HistoryReader::open(database);
        const auto lookups = reader ? (*reader)->recentLookups(1) : Result<QList<Lookup>>(QList<Lookup>());
        if (lookups && !lookups->isEmpty())
            state = progressOf(lookups->first(), SystemClock().now()).state;
        return state == LookupState::Waiting;
    };
    for (int i = 0; i < 2000 && !look(); ++i)
        std::this_thread::sleep_for(5ms);
    command.kill();
    if (!look())
        return complain("a killed lookup does not wait any more",
                        state ? stateName(*state) : QStringLiteral("it is not stored"));
    const QString integrity = integrityOf(database);
    return integrity == QLatin1String("ok") || complain("integrity_check after a killed lookup", integrity);
}

} // namespace console
