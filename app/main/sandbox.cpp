// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/core_dumps.h"
#include "core/termination_signal.h"
#include "core/version.h"
#include "sandbox/endings.h"
#include "sandbox/sandbox_arguments.h"
#include "sandbox/sandbox_server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

using namespace console;

namespace {
constexpr int kUsage = 2;
constexpr int kLocalTrouble = 6;

int complain(int code, const QString &message)
{
    std::fprintf(stderr, "capability-sandbox: %s\n", qPrintable(message));
    return code;
}

QByteArray quoted(const QString &text)
{
    const auto list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

/// Written by hand, so that the members stand in the order of the documentation.
void printReadyLine(const SandboxReady &ready)
{
    QByteArrayList apps;
    for (const auto &app : ready.apps)
        apps += "{\"id\":" + quoted(app.id) + ",\"display_name\":" + quoted(app.displayName) + "}";
    const QByteArray line = "{\"ready\":true,\"api_base\":" + quoted(ready.apiBase) + ",\"token_url\":"
        + quoted(ready.tokenUrl) + ",\"project_id\":" + quoted(ready.projectId) + ",\"key_id\":" + quoted(ready.keyId)
        + ",\"key_secret\":" + quoted(ready.keySecret.reveal()) + ",\"apps\":[" + apps.join(',') + "]}\n";
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fflush(stdout);
}
} // namespace

int main(int argc, char **argv)
{
    forbidCoreFiles();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("capability-sandbox"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(kVersion));
    QCommandLineParser parser;
    SandboxArguments::describe(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return complain(kUsage, parser.errorText());
    if (parser.isSet(QStringLiteral("version"))) {
        std::printf("capability-sandbox %s\n", kVersion);
        return 0;
    }
    if (parser.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return 0;
    }
    if (parser.isSet(QStringLiteral("endings"))) {
        std::fputs(qPrintable(endingsText()), stdout);
        return 0;
    }
    const auto options = SandboxArguments::read(parser);
    if (!options)
        return complain(kUsage, options.error().detail);

    const TerminationSignal termination;
    QObject::connect(&termination, &TerminationSignal::received, &application, &QCoreApplication::quit);
    const SystemClock clock;
    SandboxServer server(*options, clock);
    const auto ready = server.start();
    if (!ready)
        return complain(kLocalTrouble, ready.error().detail);
    printReadyLine(*ready);
    return QCoreApplication::exec();
}
