// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the engine of the table over one history and prints a line a number: bench_history FILE.
// The view is the one that the window uses, with its threads; a number ends when it reaches this thread.
#include "bench/figures.h"
#include "core/memory_use.h"
#include "history/history_view.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace console;

namespace {

class Bench
{
public:
    explicit Bench(const QString &path)
        : m_view(m_clock)
    {
        QObject::connect(&m_view, &HistoryView::progress,
                         [this](qint64 loaded, qint64 total) { m_isLoaded = loaded == total; });
        QObject::connect(&m_view, &HistoryView::grew, [this] { ++m_changes; });
        QObject::connect(&m_view, &HistoryView::reset, [this] { ++m_changes; });
        QObject::connect(&m_view, &HistoryView::failed,
                         [](const Error &error) { qFatal("%s", qPrintable(error.detail)); });
        QElapsedTimer timer;
        timer.start();
        m_view.start(path);
        waitFor([this] { return m_view.count() > 0; });
        printFigure(QStringLiteral("first rows after reading starts"), milliseconds(timer), 50, "ms");
        waitFor([this] { return m_isLoaded && m_view.count() == m_view.loadedCount(); });
        printFigure(QStringLiteral("all rows can be filtered"), milliseconds(timer), 1'500, "ms");
        printFigure(QStringLiteral("rows"), m_view.count(), 0, "");
        printFigure(QStringLiteral("RSS, loaded"), residentMegabytes("VmRSS"), 200, "MB");
    }

    void jump()
    {
        double worst = 0;
        QRandomGenerator random(1);
        for (int i = 0; i < 1'000; ++i) {
            QElapsedTimer timer;
            timer.start();
            const int first = int(random.bounded(quint32(std::max(1, m_view.count() - 50))));
            for (int row = first; row < std::min(first + 50, m_view.count()); ++row)
                m_texts += m_view.row(m_view.idAt(row)).address.identity.size();
            worst = std::max(worst, milliseconds(timer));
        }
        printFigure(QStringLiteral("jump to any place, a page of 50 rows, the worst of 1,000"), worst, 25, "ms");
    }

    void filter(const char *expression)
    {
        double firstPage = 0, full = 0;
        for (int i = 0; i < 5; ++i) {
            const int before = m_changes;
            QElapsedTimer timer;
            timer.start();
            if (m_view.setFilter(QString::fromUtf8(expression)))
                qFatal("%s is no filter", expression);
            waitFor([&] { return m_changes != before; });
            firstPage = std::max(firstPage, milliseconds(timer));
            waitFor([this] { return m_view.isSettled(); });
            full = std::max(full, milliseconds(timer));
        }
        const QString text = QString::fromUtf8(expression);
        printFigure(QStringLiteral("%1: first page, worst of 5").arg(text), firstPage, 20, "ms");
        printFigure(QStringLiteral("%1: all %2 rows").arg(text).arg(m_view.count()), full, 50, "ms");
    }

    void body(const char *expression)
    {
        QElapsedTimer timer;
        timer.start();
        if (m_view.setFilter(QString::fromUtf8(expression)))
            qFatal("%s is no filter", expression);
        waitFor([this] { return m_view.isSettled(); });
        printFigure(QStringLiteral("%1: all %2 rows").arg(QString::fromUtf8(expression)).arg(m_view.count()),
                    milliseconds(timer), 0, "ms");
        m_view.setFilter({});
        waitFor([this] { return m_view.isSettled(); });
    }

    /// Of a history that is longer than what is kept in memory: what one press of "Older" takes.
    void older(const char *expression)
    {
        if (m_view.older().left() == 0 || m_view.setFilter(QString::fromUtf8(expression)))
            return;
        waitFor([this] { return m_view.isSettled(); });
        const int before = m_view.count();
        QElapsedTimer timer;
        timer.start();
        m_view.searchOlder();
        waitFor([&] { return m_view.count() > before || m_view.isSettled(); });
        const QString text = QString::fromUtf8(expression);
        printFigure(QStringLiteral("%1: first older rows").arg(text), milliseconds(timer), 0, "ms");
        waitFor([this] { return m_view.isSettled(); });
        printFigure(QStringLiteral("%1: %2 older rows").arg(text).arg(m_view.count() - before), milliseconds(timer), 0,
                    "ms");
    }

    void sort(const char *name, SortColumn column)
    {
        double worst = 0;
        for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const int before = m_changes;
            QElapsedTimer timer;
            timer.start();
            m_view.setSort(column, direction);
            waitFor([&] { return m_changes != before; });
            worst = std::max(worst, milliseconds(timer));
        }
        printFigure(QStringLiteral("sort by %1, the worse direction").arg(QLatin1String(name)), worst, 200, "ms");
    }

    void finish()
    {
        printFigure(QStringLiteral("RSS at the end"), residentMegabytes("VmRSS"), 200, "MB");
        printFigure(QStringLiteral("RSS, the most it ever was"), residentMegabytes("VmHWM"), 0, "MB");
    }

private:
    template <typename Condition>
    void waitFor(Condition condition)
    {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    SystemClock m_clock;
    HistoryView m_view;
    bool m_isLoaded = false;
    int m_changes = 0;
    qsizetype m_texts = 0;
};

} // namespace

int main(int argc, char **argv)
{
    keepMemorySmall(); // as the window does
    const QCoreApplication application(argc, argv);
    if (application.arguments().size() != 2) {
        std::fprintf(stderr, "bench_history FILE\n");
        return 2;
    }
    Bench bench(application.arguments().at(1));
    bench.jump();
    for (const char *expression :
         {"channel:RCS", "status:partial,none", "reason:CHANNEL_*", "identity:4670*", "identity:*4711",
          "contact:\"anna\"", "features:ACTION_DIAL", "latency>10s", "is:late", "is:conflict", "is:unsigned",
          "received>2026-10-28", "anna", "4711",
          "channel:RCS and (status:none or is:late) and not contact:anna latency<2s identity:4*"})
        bench.filter(expression);
    bench.filter("");
    bench.sort("Contact", SortColumn::Contact);
    bench.sort("Channel", SortColumn::Channel);
    bench.sort("Identity", SortColumn::Identity);
    bench.sort("Capability", SortColumn::Capability);
    bench.sort("Features", SortColumn::Features);
    bench.sort("Reason", SortColumn::Reason);
    bench.sort("Lookup", SortColumn::Request);
    bench.sort("Latency", SortColumn::Latency);
    bench.sort("Signature", SortColumn::Signature);
    bench.sort("Project", SortColumn::Project);
    bench.sort("App", SortColumn::App);
    bench.sort("Received", SortColumn::Received);
    for (const char *expression : {"", "channel:RCS", "identity:*4711"})
        bench.older(expression);
    bench.body("raw:\"no body holds this\"");
    bench.finish();
    return 0;
}
