// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the engine of the table over one history and prints a line a number: bench_history FILE.
// The view is the one that the window uses, with its threads; a number ends when it reaches this thread.
#include "history/history_view.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <cstdio>

using namespace console;

namespace {

constexpr double kMilli = 1e-6; // of nanoseconds

double residentMegabytes(const char *field)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(line.indexOf(':') + 1).simplified().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

void print(const QString &what, double value, double limit, const char *unit)
{
    const QByteArray name = what.toUtf8();
    const int shownWidth = 58 + int(name.size() - what.size());
    std::printf("%-*s %9.1f %s", shownWidth, name.constData(), value, unit);
    if (limit > 0)
        std::printf("  of %6.0f  %s", limit, value <= limit ? "ok" : "TOO MUCH");
    std::printf("\n");
    std::fflush(stdout);
}

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
        print(QStringLiteral("first rows after reading starts"), elapsed(timer), 50, "ms");
        waitFor([this] { return m_isLoaded && m_view.count() == m_view.loadedCount(); });
        print(QStringLiteral("all rows can be filtered"), elapsed(timer), 1'500, "ms");
        print(QStringLiteral("rows"), m_view.count(), 0, "");
        print(QStringLiteral("RSS, loaded"), residentMegabytes("VmRSS"), 200, "MB");
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
            worst = std::max(worst, elapsed(timer));
        }
        print(QStringLiteral("jump to any place, a page of 50 rows, the worst of 1,000"), worst, 25, "ms");
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
            firstPage = std::max(firstPage, elapsed(timer));
            waitFor([this] { return m_view.isSettled(); });
            full = std::max(full, elapsed(timer));
        }
        const QString text = QString::fromUtf8(expression);
        print(QStringLiteral("%1: first page, worst of 5").arg(text), firstPage, 20, "ms");
        print(QStringLiteral("%1: all %2 rows").arg(text).arg(m_view.count()), full, 50, "ms");
    }

    void body(const char *expression)
    {
        QElapsedTimer timer;
        timer.start();
        if (m_view.setFilter(QString::fromUtf8(expression)))
            qFatal("%s is no filter", expression);
        waitFor([this] { return m_view.isSettled(); });
        print(QStringLiteral("%1: all %2 rows").arg(QString::fromUtf8(expression)).arg(m_view.count()), elapsed(timer),
              0, "ms");
        m_view.setFilter({});
        waitFor([this] { return m_view.isSettled(); });
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
            worst = std::max(worst, elapsed(timer));
        }
        print(QStringLiteral("sort by %1, the worse direction").arg(QLatin1String(name)), worst, 200, "ms");
    }

    void finish()
    {
        print(QStringLiteral("RSS at the end"), residentMegabytes("VmRSS"), 200, "MB");
        print(QStringLiteral("RSS, the most it ever was"), residentMegabytes("VmHWM"), 0, "MB");
    }

private:
    template <typename Condition>
    void waitFor(Condition condition)
    {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    static double elapsed(const QElapsedTimer &timer) { return double(timer.nsecsElapsed()) * kMilli; }

    SystemClock m_clock;
    HistoryView m_view;
    bool m_isLoaded = false;
    int m_changes = 0;
    qsizetype m_texts = 0;
};

} // namespace

int main(int argc, char **argv)
{
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
          "received>2026-11-20", "anna", "4711",
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
    bench.body("raw:\"no body holds this\"");
    bench.finish();
    return 0;
}
