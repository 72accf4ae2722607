// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program with its window open, as a receiver to load: prints its callback URL, and for each line on stdin one
// line of JSON: how long turns of the GUI thread took since the line before, and how many notifications are stored.
#include "../ui/main_window/running_console.h"
#include "../ui/main_window/vendor_project.h"
#include "bench/heartbeat.h"
#include "core/continuation.h"

#include <QSocketNotifier>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace console;

namespace {

constexpr int kPatience = 20'000;

/// A project whose callbacks are signed with the benchmark's secret. \returns its callback URL.
QUrl connectProject(RunningConsole &console, const SandboxAccess &access)
{
    auto &projects = console.projects();
    const Project project = projectAt(access);
    projects.add(project, {access.keySecret, Secret(QStringLiteral("benchmark-secret")), {}});
    projects.select(project.key);
    const auto isReady
        = [&] { return projects.selectedApp() && projects.receiverView().callbackUrl.path() == project.callbackPath; };
    return QTest::qWaitFor(isReady, kPatience) ? projects.receiverView().callbackUrl : QUrl();
}

void tell(Heartbeat &heartbeat, RunningConsole &console)
{
    auto waits = heartbeat.take();
    std::sort(waits.begin(), waits.end());
    auto counts = console.session().history().counts();
    const auto say = [waits](const Result<HistoryCounts> &counted) {
        const double rare = waits.empty() ? 0 : waits[size_t(double(waits.size() - 1) * 0.999)];
        std::printf("{\"turn_p999_ms\":%.2f,\"turn_longest_ms\":%.2f,\"stored\":%lld}\n", rare,
                    waits.empty() ? 0 : waits.back(), counted ? static_cast<long long>(counted->notifications) : -1);
        std::fflush(stdout);
    };
    counts | then(&console.window(), say);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const SystemClock clock;
    SandboxThread sandbox({}, clock);
    auto started = sandbox.start();
    started.waitForFinished();
    const auto access = started.result();
    const QTemporaryDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) + QStringLiteral("/window") : QString());
    RunningConsole console(folder.path());
    console.window().resize(1440, 900);
    const QUrl url = access ? connectProject(console, *access) : QUrl();
    if (url.isEmpty()) {
        std::fputs("the project cannot be connected\n", stderr);
        return 1;
    }
    Heartbeat heartbeat;
    QSocketNotifier asked(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&asked, &QSocketNotifier::activated, &console.window(), [&] {
        char line[64];
        if (::read(STDIN_FILENO, line, sizeof line) > 0)
            tell(heartbeat, console);
        else
            QApplication::quit();
    });
    std::printf("%s\n", qPrintable(url.toString()));
    std::fflush(stdout);
    return QApplication::exec();
}
