// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a plausible history through the project's own schema and the tables that the receiver writes through:
// generate_history FILE ROWS [SEED] [--gaps PERCENT]. The same seed gives the same rows, and times between them in which
// the machine slept. With gaps, so many of the rows are missing in runs, as retention leaves them.
#include "bench/history_story.h"
#include "storage/database.h"
#include "storage/kept_table.h"
#include "storage/notification_table.h"
#include "storage/schema_migrator.h"
#include "storage/transaction.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <future>

using namespace console;

namespace {

constexpr qint64 kBatch = 10'000; // lookups a transaction
constexpr qint64 kAwake = 25'000; // rows from one sleep to the next

struct Settings
{
    QString path;
    qint64 rows = 0;
    quint64 seed = 1;
    int gaps = 0;
};

/// An event of a story: who asks, or a callback that comes. In order of time they are what the receiver saw.
struct Event
{
    Timestamp at;
    const StoryLookup *story;
    const StoryCallback *callback; ///< null: the question
};

std::vector<StoryLookup> prepare(HistoryStory &story, qint64 count)
{
    std::vector<StoryLookup> stories;
    for (qint64 i = 0; i < count; ++i)
        stories.push_back(story.next());
    return stories;
}

std::vector<Event> inOrder(const std::vector<StoryLookup> &stories)
{
    std::vector<Event> events;
    for (const StoryLookup &story : stories) {
        if (story.lookup)
            events.push_back({story.lookup->askedAt, &story, nullptr});
        for (const StoryCallback &callback : story.callbacks)
            events.push_back({callback.body.receivedAt(), &story, &callback});
    }
    std::stable_sort(events.begin(), events.end(), [](const Event &a, const Event &b) { return a.at < b.at; });
    return events;
}

class Writer
{
public:
    Writer(const QSqlDatabase &connection, const Settings &settings)
        : m_connection(connection)
        , m_settings(settings)
        , m_dictionary(connection)
        , m_lookups(connection, m_dictionary)
        , m_notifications(connection, m_dictionary, m_lookups)
    { }

    void write(const std::vector<StoryLookup> &stories)
    {
        Transaction transaction(m_connection);
        for (const Event &event : inOrder(stories)) {
            if (isDone())
                break;
            if (event.callback) {
                m_lastId = std::max(m_lastId,
                                    m_notifications.record(event.callback->body, event.callback->notification).row.id);
            } else {
                m_lookups.insert(*event.story->lookup);
                m_lookups.markRegistered(event.story->lookup->requestId, *event.story->lookup->registeredAt);
            }
        }
        transaction.commit();
    }
    bool isDone() const { return m_lastId >= m_settings.rows; }
    qint64 lastId() const { return m_lastId; }

    /// From one row until the next one came.
    void sleep()
    {
        Statement time(m_connection, "SELECT received_at FROM notification WHERE id = ?");
        const auto timeOf = [&time](qint64 id) {
            time.run({id});
            return fromMilliseconds(time.next() ? time.number(0) : 0);
        };
        KeptTable kept(m_connection, m_dictionary);
        Transaction transaction(m_connection);
        for (qint64 id = kAwake; id < m_lastId; id += kAwake)
            kept.insertGap({ReceiverGap::Kind::Slept, timeOf(id), timeOf(id + 1), id});
        transaction.commit();
    }

    void makeGaps(std::mt19937_64 random)
    {
        Statement rows(m_connection, "DELETE FROM notification WHERE id BETWEEN ? AND ?");
        Statement bodies(m_connection, "DELETE FROM raw WHERE id BETWEEN ? AND ?");
        Transaction transaction(m_connection);
        for (qint64 id = 1; m_settings.gaps > 0 && id <= m_lastId;) { // runs of kept and lost rows, in this proportion
            const qint64 run = 20 + qint64(random() % 4'000);
            const qint64 lost = run * m_settings.gaps / 100;
            if (lost > 0) {
                rows.run({id, id + lost - 1});
                bodies.run({id, id + lost - 1});
            }
            id += run;
        }
        transaction.commit();
    }

private:
    QSqlDatabase m_connection;
    Settings m_settings;
    Dictionary m_dictionary;
    LookupTable m_lookups;
    NotificationTable m_notifications;
    qint64 m_lastId = 0;
};

void generate(const QSqlDatabase &connection, const Settings &settings)
{
    // A made-up file may be lost in a crash: no log, no waiting for the disk.
    for (const char *pragma :
         {"PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA foreign_keys=OFF", "PRAGMA cache_size=-200000"})
        execute(connection, QLatin1String(pragma));
    HistoryStory story(settings.seed, settings.rows);
    Writer writer(connection, settings);
    const qint64 batch = std::min(kBatch, settings.rows / 2 + 1);
    auto next = std::async(std::launch::async, [&] { return prepare(story, batch); });
    while (!writer.isDone()) {
        const auto stories = next.get();
        next = std::async(std::launch::async, [&] { return prepare(story, batch); });
        writer.write(stories);
        std::fprintf(stderr, "\r%lld rows", static_cast<long long>(writer.lastId()));
    }
    next.wait();
    writer.sleep();
    writer.makeGaps(std::mt19937_64(settings.seed));
    execute(connection, QStringLiteral("PRAGMA journal_mode=WAL"));
}

int run(const Settings &settings)
{
    QElapsedTimer timer;
    timer.start();
    if (QFile::exists(settings.path)) {
        std::fprintf(stderr, "%s exists already\n", qPrintable(settings.path));
        return 2;
    }
    const auto database = Database::open(settings.path, Database::Mode::ReadWrite);
    if (!database) {
        std::fprintf(stderr, "%s\n", qPrintable(database.error().detail));
        return 6;
    }
    const auto report = SchemaMigrator::ofThisProgram().migrate((*database)->connection());
    if (!report.mayWrite()) {
        std::fprintf(stderr, "%s\n", qPrintable(report.detail));
        return 6;
    }
    try {
        generate((*database)->connection(), settings);
    } catch (const SqlFailure &problem) {
        std::fprintf(stderr, "\n%s\n", qPrintable(problem.detail));
        return 6;
    }
    std::fprintf(stderr, " in %.1f s\n", double(timer.elapsed()) / 1000);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("The file to make."));
    parser.addPositionalArgument(QStringLiteral("ROWS"), QStringLiteral("How many notifications."));
    parser.addPositionalArgument(QStringLiteral("SEED"),
                                 QStringLiteral("The same seed gives the same rows; 1 by default."),
                                 QStringLiteral("[SEED]"));
    parser.addOption({QStringLiteral("gaps"), QStringLiteral("How much of it is missing, in per cent."),
                      QStringLiteral("PERCENT"), QStringLiteral("0")});
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    bool areNumbers[] {true, true, true};
    const Settings settings {arguments.value(0), arguments.value(1).toLongLong(&areNumbers[0]),
                             arguments.value(2, QStringLiteral("1")).toULongLong(&areNumbers[1]),
                             parser.value(QStringLiteral("gaps")).toInt(&areNumbers[2])};
    const bool isUsable = arguments.size() >= 2 && arguments.size() <= 3 && areNumbers[0] && areNumbers[1]
        && areNumbers[2] && settings.rows > 0 && settings.gaps >= 0 && settings.gaps < 100;
    if (!isUsable)
        parser.showHelp(2);
    return run(settings);
}
