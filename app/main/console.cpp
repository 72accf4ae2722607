// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/core_dumps.h"
#include "core/memory_use.h"
#include "core/version.h"
#include "main/console_options.h"
#include "main/console_program.h"
#include "text/english_plurals.h"

#include <QApplication>
#include <QIcon>
#include <QNetworkProxyFactory>

#include <cstdio>

using namespace console;

namespace {

constexpr int kUsage = 2;
constexpr int kForbidden = 7;

/// Empty when the organisation leaves it to the user.
QString forbidden(const ConsoleOptions &options, const ManagedSettings &managed)
{
    const bool differs = options.listen && managed.isLocked(QStringLiteral("receiver/address"))
        && *options.listen != managed.preset().receiver;
    return differs ? QStringLiteral("--listen: managed by your organisation (%1)").arg(managed.file()) : QString();
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    return arguments;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("capability-console"));
    QCoreApplication::setApplicationVersion(QLatin1String(kVersion));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Capability Console"));
    QGuiApplication::setDesktopFileName(QStringLiteral("capability-console"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/capability-console.svg")));
    QNetworkProxyFactory::setUseSystemConfiguration(true);
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreFiles();
    keepMemorySmall();
    const auto options = ConsoleOptions::parse(argumentsOf(argc, argv));
    if (!options) {
        std::fprintf(stderr, "capability-console: %s\nTry: capability-console --help\n",
                     qPrintable(options.error().detail));
        return kUsage;
    }
    if (options->wantsHelp || options->wantsVersion) {
        options->wantsHelp ? std::fputs(ConsoleOptions::help(), stdout)
                           : std::printf("capability-console %s\n", kVersion);
        return 0;
    }
    const auto managed = ManagedSettings::load(QStringLiteral(CONSOLE_POLICY_FILE));
    if (const QString refusal = forbidden(*options, managed); !refusal.isEmpty()) {
        std::fprintf(stderr, "capability-console: %s\n", qPrintable(refusal));
        return kForbidden;
    }
    QApplication application(argc, argv);
    nameProgram();
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    const ConsoleProgram program(*options, managed);
    return QApplication::exec();
}
