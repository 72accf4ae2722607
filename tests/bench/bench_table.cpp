// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the window itself over one history and prints a line a number: bench_table FILE [SECONDS].
// The file grows: rows arrive through the writer as the receiver hands them over. A turn of the GUI thread is what an event
// waits that another thread sends every millisecond.
#include "bench/figures.h"
#include "bench/heartbeat.h"
#include "bench/history_story.h"
#include "core/memory_use.h"
#include "history/history_access.h"
#include "history/history_keeper.h"
#include "lookup/lookup_service.h"
#include "settings/secret_store.h"
#include "settings/settings_store.h"
#include "storage/history_store.h"
#include "ui/main_window/main_window.h"
#include "ui/main_window/project_controller.h"
#include "ui/notifications/filter_line.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/notifications/notifications_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace console;
using namespace std::chrono_literals;

namespace {

/// Notes that a table with rows in it was painted.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(NotificationTableView &table)
        : m_table(table)
    {
        m_table.viewport()->installEventFilter(this);
    }
    bool hasPainted() const { return m_hasPainted; }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_hasPainted = m_hasPainted || (event->type() == QEvent::Paint && m_table.model()->rowCount() > 0);
        return false;
    }

    NotificationTableView &m_table;
    bool m_hasPainted = false;
};

/// Sends rows to the writer at a steady rate from a thread of its own, as the receiver does.
class Arrivals
{
public:
    static constexpr int kPerSecond = 1'000;

    explicit Arrivals(HistoryWriter &writer)
        : m_thread([this, &writer] { run(writer); })
    { }
    ~Arrivals()
    {
        m_isEnding = true;
        m_thread.join();
    }

private:
    void run(HistoryWriter &writer)
    {
        HistoryStory story(QRandomGenerator::global()->generate64(), 100'000);
        const auto begin = std::chrono::steady_clock::now();
        for (qint64 sent = 0; !m_isEnding;) {
            const StoryLookup told = story.next();
            if (told.lookup) {
                writer.insertLookup(*told.lookup);
                writer.markRegistered(told.lookup->requestId, *told.lookup->registeredAt, {});
            }
            for (const StoryCallback &callback : told.callbacks)
                writer.record(callback.body, callback.notification);
            sent += qint64(told.callbacks.size());
            std::this_thread::sleep_until(begin + std::chrono::microseconds(sent * 1'000'000 / kPerSecond));
        }
    }

    std::atomic<bool> m_isEnding {false};
    std::thread m_thread;
};

class Bench
{
public:
    Bench(const QString &path, std::chrono::seconds duration)
        : m_path(path)
        , m_duration(duration)
        , m_settings(m_folder.path())
        , m_projects(m_settings, m_secrets, m_clock, {})
        , m_store(std::move(HistoryStore::open(path, m_clock).value()))
        , m_access(path)
        , m_lookups(m_store->writer(), m_clock)
        , m_window(m_projects, m_settings, m_theme, m_clock)
        , m_page(*m_window.findChild<NotificationsPage *>())
        , m_table(*m_page.table())
    {
        m_rows = count(QStringLiteral("SELECT count(*) FROM notification"));
        m_window.resize(1600, 1000);
        m_window.show();
        QObject::connect(m_page.model(), &NotificationTableModel::rowsReplaced, [this] { ++m_replaced; });
        waitFor([this] { return m_window.isVisible(); });
        runFor(500ms); // the window's own start
    }

    void open()
    {
        QElapsedTimer timer;
        timer.start();
        bool isLoaded = false;
        Heartbeat heartbeat;
        QObject::connect(&history(), &HistoryView::progress,
                         [&isLoaded](qint64 loaded, qint64 total) { isLoaded = loaded == total; });
        m_window.openHistory(m_access, m_lookups, nullptr);
        const double begun = milliseconds(timer);
        printFigure(QStringLiteral("the panels are made, reading has begun"), begun, 0, "ms");
        const PaintWatch watch(m_table);
        waitFor([&watch] { return watch.hasPainted(); }); // and given to the screen: the turn is over
        printFigure(QStringLiteral("first rows painted after that"), milliseconds(timer) - begun, limit(50, 100), "ms");
        waitFor([&] { return isLoaded && history().count() == history().loadedCount() && isAllTold(); });
        printFigure(QStringLiteral("all rows can be filtered"), milliseconds(timer), limit(1'500), "ms");
        QObject::disconnect(&history(), &HistoryView::progress, nullptr, nullptr);
        const auto turns = heartbeat.take();
        printFigure(QStringLiteral("while they are read: a turn of the GUI, p99.9"), quantile(turns, 0.999), 25, "ms");
        printFigure(QStringLiteral("while they are read: the longest"), quantile(turns, 1), 50, "ms");
        printFigure(QStringLiteral("rows"), double(rows()), 0, "");
        runFor(1s);
        printFigure(QStringLiteral("RSS, window and all rows"), residentMegabytes("VmRSS"), limit(200, 700), "MB");
    }

    void jump()
    {
        std::vector<double> taken;
        QRandomGenerator random(1);
        QScrollBar *bar = m_table.verticalScrollBar();
        for (int i = 0; i < 300; ++i) {
            QElapsedTimer timer;
            timer.start();
            bar->setValue(int(random.bounded(quint32(bar->maximum()))));
            m_table.viewport()->repaint();
            taken.push_back(milliseconds(timer));
            runFor(5ms);
        }
        bar->setValue(0);
        printFigure(QStringLiteral("jump to any place and paint, the worst of 300"), quantile(taken, 1), 25, "ms");
    }

    void filter(const QString &expression)
    {
        QElapsedTimer timer;
        const int before = m_replaced;
        timer.start();
        m_page.filterField()->setText(expression);
        waitFor([&] { return m_replaced != before; });
        m_table.viewport()->repaint();
        const double page = milliseconds(timer);
        waitFor([this] { return history().isSettled() && isAllTold(); });
        printFigure(QStringLiteral("%1: first page painted").arg(expression), page, 0, "ms");
        const double all = milliseconds(timer);
        printFigure(QStringLiteral("%1: all %2 rows").arg(expression).arg(rows()), all, limit(50), "ms");
    }

    void sort(NotificationColumn column, Qt::SortOrder order)
    {
        QElapsedTimer timer;
        const int before = m_replaced;
        timer.start();
        m_table.sortByColumn(int(column), order);
        waitFor([&] { return m_replaced != before; });
        m_table.viewport()->repaint();
        printFigure(QStringLiteral("sorted by %1 and painted").arg(columnTitle(column)), milliseconds(timer),
                    limit(200), "ms");
    }

    /// \param key  None ends grouping.
    void group(GroupKey key, const char *name)
    {
        QElapsedTimer timer;
        const int before = m_replaced;
        timer.start();
        m_page.model()->setGroupKey(key);
        waitFor([&] { return m_replaced != before; });
        m_table.viewport()->repaint();
        if (key == GroupKey::None)
            return;
        printFigure(QStringLiteral("grouped by %1 and painted").arg(QLatin1String(name)), milliseconds(timer),
                    limit(200), "ms");
        timer.start();
        m_page.model()->toggleGroup(0);
        m_table.viewport()->repaint();
        printFigure(QStringLiteral("a group of %1 opened and painted").arg(QLatin1String(name)), milliseconds(timer),
                    limit(50), "ms");
    }

    void arrive(const QString &what, const QString &expression)
    {
        m_page.filterField()->setText(expression);
        waitFor([this] { return history().isSettled(); });
        const qint64 before = history().loadedCount();
        std::vector<double> turns;
        {
            Heartbeat heartbeat;
            const Arrivals arrivals(m_store->writer());
            runFor(m_duration);
            turns = heartbeat.take();
        }
        runFor(1s);
        const double perSecond = double(history().loadedCount() - before) / double(m_duration.count());
        printFigure(QStringLiteral("%1: rows a second that arrived").arg(what), perSecond, 0, "");
        printFigure(QStringLiteral("%1: a turn of the GUI, median").arg(what), quantile(turns, 0.5), 0, "ms");
        printFigure(QStringLiteral("%1: p99.9").arg(what), quantile(turns, 0.999), 25, "ms");
        printFigure(QStringLiteral("%1: the longest").arg(what), quantile(turns, 1), 50, "ms");
    }

    /// Takes out so many of the oldest ones in the slices of the console while others arrive.
    void retain(qint64 lessRows)
    {
        const qint64 rows = count(QStringLiteral("SELECT count(*) FROM notification")) - lessRows;
        HistoryKeeper keeper(m_path, m_store->writer(), m_clock);
        std::optional<int> gone;
        QObject::connect(&keeper, &HistoryKeeper::swept, [&gone](int removed) { gone = removed; });
        std::vector<double> turns;
        QElapsedTimer timer;
        {
            Heartbeat heartbeat;
            const Arrivals arrivals(m_store->writer());
            timer.start();
            keeper.setLimits({.rows = rows});
            waitFor([&gone] { return gone.has_value(); });
            turns = heartbeat.take();
        }
        const double perSecond = *gone / milliseconds(timer) * 1000;
        runFor(1s);
        printFigure(QStringLiteral("retention: rows that go in a second (%1 went)").arg(*gone), perSecond, 0, "");
        printFigure(QStringLiteral("retention: a turn of the GUI, p99.9"), quantile(turns, 0.999), 25, "ms");
        printFigure(QStringLiteral("retention: the longest"), quantile(turns, 1), 50, "ms");
    }

    void scrollAway() { m_table.verticalScrollBar()->setValue(m_table.verticalScrollBar()->maximum() / 2); }
    void scrollBack() { m_table.scrollToNewest(); }

    /// What the table shows beside what SQL counts in the file, down to the oldest one that is in memory.
    void compare(const char *condition)
    {
        waitFor([this] { return history().isSettled(); });
        const qint64 oldest = history().older().left() > 0 ? history().idsByArrival().constLast() : 0;
        const qint64 counted
            = count(QStringLiteral("SELECT count(*) FROM notification n JOIN term ch ON ch.id=n.channel "
                                   "JOIN term st ON st.id=n.status WHERE n.id>=%1 AND ")
                        .arg(oldest)
                    + QLatin1String(condition));
        printFigure(QStringLiteral("rows shown less rows by SQL (%1)").arg(counted), double(rows() - counted), 0, "");
    }

    void finish() { printFigure(QStringLiteral("RSS now"), residentMegabytes("VmRSS"), limit(200, 700), "MB"); }

private:
    qint64 count(const QString &statement) const
    {
        qint64 counted = -1;
        {
            auto connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("count"));
            connection.setDatabaseName(m_path);
            if (!connection.open())
                qFatal("the file cannot be counted");
            QSqlQuery query(connection);
            query.exec(statement);
            counted = query.next() ? query.value(0).toLongLong() : -1;
        }
        QSqlDatabase::removeDatabase(QStringLiteral("count"));
        return counted;
    }
    /// \param ofMany  of more than a million rows; 0: none.
    double limit(double ofMillion, double ofMany = 0) const
    {
        constexpr qint64 kFewMore = 100'000;
        return m_rows <= 1'000'000 + kFewMore ? ofMillion : ofMany;
    }
    HistoryView &history() { return m_page.model()->history(); }
    bool isAllTold() { return m_page.model()->rowCount() >= history().count(); }
    /// That the table shows, without the lines of gaps.
    qint64 rows() const
    {
        const auto &model = *m_page.model();
        qint64 notifications = 0;
        for (int line = 0; line < model.rowCount(); ++line)
            notifications += model.idAt(line) > 0 ? 1 : 0;
        return notifications;
    }
    template <typename Condition>
    void waitFor(Condition condition)
    {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    void runFor(std::chrono::milliseconds time)
    {
        bool isOver = false;
        QTimer::singleShot(time, &m_window, [&isOver] { isOver = true; });
        waitFor([&isOver] { return isOver; });
    }

    QString m_path;
    std::chrono::seconds m_duration;
    SystemClock m_clock;
    QTemporaryDir m_folder;
    SettingsStore m_settings;
    SecretStore m_secrets {QStringLiteral("bench")};
    Theme m_theme {ThemeMode::Light};
    ProjectController m_projects;
    std::unique_ptr<HistoryStore> m_store;
    HistoryAccess m_access;
    LookupService m_lookups;
    MainWindow m_window;
    NotificationsPage &m_page;
    NotificationTableView &m_table;
    qint64 m_rows = 0; ///< of the file before rows arrive
    int m_replaced = 0;
};

} // namespace

int main(int argc, char **argv)
{
    keepMemorySmall(); // as the window does
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || arguments.size() > 3) {
        std::fprintf(stderr, "bench_table FILE [SECONDS]\n");
        return 2;
    }
    Bench bench(arguments.at(1), std::chrono::seconds(std::max(1, arguments.value(2, QStringLiteral("60")).toInt())));
    const QString filter = QStringLiteral("channel:RCS status:partial,none");
    bench.open();
    bench.jump();
    bench.filter(filter);
    bench.filter(QStringLiteral("identity:*4711"));
    bench.filter(QStringLiteral("anna"));
    bench.arrive(QStringLiteral("filtered, at the newest row"), filter);
    bench.scrollAway();
    bench.arrive(QStringLiteral("filtered, scrolled away"), filter);
    bench.compare("ch.text='RCS' AND st.text IN ('CAPABILITY_PARTIAL','NO_CAPABILITY')");
    bench.scrollBack();
    bench.arrive(QStringLiteral("all rows"), {});
    bench.compare("1");
    bench.sort(NotificationColumn::Contact, Qt::AscendingOrder);
    bench.sort(NotificationColumn::Latency, Qt::DescendingOrder);
    bench.arrive(QStringLiteral("all rows, sorted by latency"), {});
    bench.compare("1");
    bench.finish();
    bench.group(GroupKey::Contact, "contact");
    bench.group(GroupKey::Lookup, "lookup");
    bench.group(GroupKey::Status, "capability");
    bench.group(GroupKey::Channel, "channel");
    bench.arrive(QStringLiteral("all rows, grouped by channel"), {});
    bench.group(GroupKey::Lookup, "lookup");
    bench.arrive(QStringLiteral("all rows, grouped by lookup"), {});
    bench.group(GroupKey::None, "");
    bench.compare("1");
    bench.retain(50'000);
    bench.compare("1");
    bench.filter(filter);
    bench.compare("ch.text='RCS' AND st.text IN ('CAPABILITY_PARTIAL','NO_CAPABILITY')");
    bench.filter(QStringLiteral("is:conflict"));
    bench.compare("n.outcome=2");
    bench.finish();
    return 0;
}
