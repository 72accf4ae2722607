// SPDX-License-Identifier: GPL-3.0-or-later
#include "main/console_options.h"

#include <QCommandLineParser>

namespace console {

namespace {

constexpr char kHelp[] = "Usage: capability-console [OPTION]…\n"
                         "Desktop console for capability lookups of the Sinch Conversation API.\n\n"
                         "  --database FILE      the history; by default that of the profile\n"
                         "  --profile NAME       settings and history apart from others (tests, trials)\n"
                         "  --listen ADDR:PORT   where callbacks are received in this run, whatever the projects say\n"
                         "  -h, --help           show this help\n"
                         "  -v, --version        show the version\n\n"
                         "Exit codes: 0 done; 2 usage; 6 local trouble: the history cannot be used;\n7 forbidden by "
                         "the organisation's settings.\n";

/// Options of Qt that take a value. Source: QGuiApplication, "Supported Command Line Options".
const QStringList kQtOptions {QStringLiteral("platform"),        QStringLiteral("platformpluginpath"),
                              QStringLiteral("platformtheme"),   QStringLiteral("plugin"),
                              QStringLiteral("qwindowgeometry"), QStringLiteral("qwindowicon"),
                              QStringLiteral("qwindowtitle"),    QStringLiteral("session"),
                              QStringLiteral("display"),         QStringLiteral("geometry"),
                              QStringLiteral("fontengine"),      QStringLiteral("style"),
                              QStringLiteral("stylesheet")};

QStringList withoutQtOptions(const QStringList &arguments)
{
    QStringList own;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        QString name = arguments.at(i);
        const bool isOption = name.startsWith(QLatin1Char('-'));
        name.remove(0, name.startsWith(QLatin1String("--")) ? 2 : 1);
        if (isOption && kQtOptions.contains(name))
            ++i;
        else if (!isOption || arguments.at(i) != QLatin1String("-reverse"))
            own += arguments.at(i);
    }
    return own;
}

bool isFolderName(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(QLatin1Char('.')) && !name.contains(QLatin1Char('/'))
        && !name.contains(QLatin1Char('\\'));
}

Result<ConsoleOptions> check(const QCommandLineParser &parser)
{
    ConsoleOptions options;
    options.wantsHelp = parser.isSet(QStringLiteral("help"));
    options.wantsVersion = parser.isSet(QStringLiteral("version"));
    options.database = parser.value(QStringLiteral("database"));
    options.profile = parser.value(QStringLiteral("profile"));
    if (parser.isSet(QStringLiteral("database")) && options.database.isEmpty())
        return failure(Error::Kind::Config, QStringLiteral("--database needs the name of a file"));
    if (parser.isSet(QStringLiteral("profile")) && !isFolderName(options.profile))
        return failure(Error::Kind::Config, QStringLiteral("--profile needs a plain name"));
    if (!parser.isSet(QStringLiteral("listen")))
        return options;
    const auto address = ListenAddress::parse(parser.value(QStringLiteral("listen")));
    if (!address)
        return failure(Error::Kind::Config, QStringLiteral("--listen: ") + address.error().detail);
    options.listen = *address;
    return options;
}

} // namespace

Result<ConsoleOptions> ConsoleOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const char *name : {"database", "profile", "listen"})
        parser.addOption({QLatin1String(name), QString(), QStringLiteral("VALUE")});
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QString()});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QString()});
    if (!parser.parse(QStringList(QStringLiteral("capability-console")) + withoutQtOptions(arguments)))
        return failure(Error::Kind::Config, parser.errorText());
    if (!parser.positionalArguments().isEmpty())
        return failure(Error::Kind::Config,
                       QStringLiteral("unexpected argument: ") + parser.positionalArguments().constFirst());
    return check(parser);
}

const char *ConsoleOptions::help()
{
    return kHelp;
}

} // namespace console
