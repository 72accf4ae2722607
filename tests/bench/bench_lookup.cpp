// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what a user waits from the press on Look up to the first row that is painted: bench_lookup [ROUNDS]. The whole
// program in one process, with a sandbox at speed 100 as the vendor, over HTTP on loopback.
#include "../ui/main_window/running_console.h"
#include "../ui/main_window/vendor_project.h"
#include "ui/notifications/notification_table_view.h"
#include "ui/receiver/webhooks_dialog.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QListView>
#include <QPushButton>
#include <QTimer>

#include <cstdio>

using namespace console;
using namespace std::chrono_literals;

namespace {

constexpr int kPatience = 20'000;
constexpr double kSpeed = 100;
constexpr auto kRest = 500ms; ///< the sandbox sends 25 callbacks a second for an app, whatever its speed

/// Sees the first paint of the table that shows more rows than before.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(NotificationTableView &table)
        : m_table(table)
    {
        table.viewport()->installEventFilter(this);
        QObject::connect(&m_patience, &QTimer::timeout, &m_loop, &QEventLoop::quit);
    }
    void begin()
    {
        m_before = m_table.model()->rowCount();
        m_taken = -1;
        m_clock.start();
    }
    /// Runs the event loop as the program does: QTest's waits sleep 10 ms between two looks at it.
    qint64 await()
    {
        m_patience.start(kPatience);
        m_loop.exec();
        m_patience.stop();
        return m_taken;
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_taken >= 0 || m_table.model()->rowCount() <= m_before)
            return false;

        watched->removeEventFilter(this);
        QCoreApplication::sendEvent(watched, event);
        watched->installEventFilter(this);
        m_taken = m_clock.nsecsElapsed() / 1000;
        m_loop.quit();
        return true;
    }

private:
    NotificationTableView &m_table;
    QElapsedTimer m_clock;
    QEventLoop m_loop;
    QTimer m_patience;
    int m_before = 0;
    qint64 m_taken = -1;
};

bool await(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, kPatience);
}

/// Connects the fast sandbox, and agrees to the webhook that the first lookup asks for.
bool connectFastSandbox(RunningConsole &console, const SandboxAccess &access)
{
    auto &projects = console.projects();
    if (!await([&] { return !projects.receiverView().state.listeners.isEmpty(); }))
        return false;
    const QUrl own(QStringLiteral("http://") + projects.receiverView().state.listeners.constFirst().actual.toString());
    Project project = projectAt(access);
    project.publicUrl = own;
    projects.add(project, {access.keySecret, Secret(QStringLiteral("hook")), {}});
    projects.select(project.key);
    auto *contacts = console.find<QListView>("Contacts");
    if (!await([&] { return projects.selectedApp() && contacts->model()->rowCount() > 20; }))
        return false;
    console.find<QPushButton>("Look up")->click();
    WebhooksDialog *question = nullptr;
    const auto isAsked = [&] { return (question = console.window().findChild<WebhooksDialog *>()) != nullptr; };
    if (!await(isAsked))
        return false;
    auto *agree = question->findChild<QPushButton *>(QStringLiteral("registerWebhook"));
    if (!await([&] { return agree->isEnabled(); }))
        return false;
    agree->click();
    auto *table = console.find<NotificationTableView>("notifications");
    return await([&] { return table->model()->rowCount() > 0; });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 20;
    const SystemClock clock;
    SandboxOptions options;
    options.speed = kSpeed;
    SandboxThread sandbox(options, clock);
    auto started = sandbox.start();
    started.waitForFinished();
    const auto access = started.result();
    const QTemporaryDir folder;
    RunningConsole console(folder.path());
    console.window().resize(1440, 900);
    if (!access || !connectFastSandbox(console, *access)) {
        std::fputs("the sandbox cannot be asked\n", stderr);
        return 1;
    }
    FirstPaint paint(*console.find<NotificationTableView>("notifications"));
    auto *contacts = console.find<QListView>("Contacts");
    QList<qint64> taken;
    for (int round = 0; round < rounds; ++round) {
        contacts->setCurrentIndex(contacts->model()->index(1 + round % 19, 0)); // a person chooses first, then presses
        QTest::qWait(int(std::chrono::milliseconds(kRest).count()));
        paint.begin();
        console.find<QPushButton>("Look up")->click();
        if (const qint64 microseconds = paint.await(); microseconds >= 0)
            taken.append(microseconds);
    }
    std::sort(taken.begin(), taken.end());
    if (taken.isEmpty())
        return 1;
    std::printf("press to first painted row, ms: median %.1f, least %.1f, most %.1f, %d lookups\n",
                double(taken.at(taken.size() / 2)) / 1000, double(taken.first()) / 1000, double(taken.last()) / 1000,
                int(taken.size()));
    return 0;
}
