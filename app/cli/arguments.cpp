// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include "cli/output.h"
#include "core/version.h"

namespace console {

const ManagedSettings Arguments::kUnmanaged;

Arguments::Arguments(const QString &command, const QString &description, const ManagedSettings &managed)
    : m_command(command)
    , m_managed(managed)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
    m_parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")});
}

void Arguments::addFlag(const QString &name, const QString &description)
{
    m_parser.addOption({name, description});
}

void Arguments::addValue(const QString &name, const QString &value, const QString &description, const QString &preset)
{
    m_parser.addOption({name, description, value, preset});
}

bool Arguments::parse(const QStringList &arguments)
{
    QStringList line {QStringLiteral("capability-cli ") + m_command};
    line += arguments;
    const bool isReadable = m_parser.parse(line);
    if (m_parser.isSet(QStringLiteral("help"))) {
        QString help = m_parser.helpText(); // its first line names the program, not the command
        help.replace(0, help.indexOf(QLatin1Char('\n')),
                     QStringLiteral("Usage: capability-cli %1 [options]").arg(m_command));
        printLine(help.toLocal8Bit().trimmed());
        return false;
    }
    if (m_parser.isSet(QStringLiteral("version"))) {
        printLine(QByteArray("capability-cli ") + kVersion);
        return false;
    }
    if (!isReadable)
        complain(m_parser.errorText());
    else if (!m_parser.positionalArguments().isEmpty())
        complain(QStringLiteral("\"%1\" is one word too many").arg(m_parser.positionalArguments().first()));
    return !m_hasComplaint;
}

void Arguments::complain(const QString &what)
{
    if (std::exchange(m_hasComplaint, true))
        return;
    say(QStringLiteral("capability-cli %1: %2\nTry: capability-cli %1 --help").arg(m_command, what));
    m_exitCode = 2;
}

void Arguments::mayNotDiffer(const QString &option, const QString &key, bool isSame)
{
    if (isSame || !isSet(option) || !m_managed.isLocked(key))
        return;
    if (!std::exchange(m_hasComplaint, true))
        say(QStringLiteral("capability-cli %1: --%2: managed by your organisation (%3)")
                .arg(m_command, option, m_managed.file()));
    m_exitCode = 7;
}

QString Arguments::required(const QString &name)
{
    if (value(name).isEmpty())
        complain(QStringLiteral("--%1 is missing").arg(name));
    return value(name);
}

ListenAddress Arguments::address(const QString &name)
{
    const auto parsed = ListenAddress::parse(value(name));
    if (!parsed)
        complain(QStringLiteral("--%1: %2").arg(name, parsed.error().detail));
    return parsed.value_or(ListenAddress());
}

void Arguments::addRouteOptions(const QString &listenPreset)
{
    addValue(QStringLiteral("listen"), QStringLiteral("ADDRESS:PORT"), QStringLiteral("Where callbacks are received."),
             listenPreset);
    addValue(QStringLiteral("path"), QStringLiteral("PATH"),
             QStringLiteral("The path that callbacks are sent to; /callbacks by default."));
    addValue(QStringLiteral("secret-env"), QStringLiteral("NAME"),
             QStringLiteral(
                 "The environment variable that holds the webhook secret; CAPABILITY_WEBHOOK_SECRET by default."));
    addValue(QStringLiteral("tls-certificate"), QStringLiteral("FILE"),
             QStringLiteral("Receive over TLS: the certificate, PEM, with those between it and the root."));
    addValue(QStringLiteral("tls-key"), QStringLiteral("FILE"),
             QStringLiteral("The private key of the certificate, PEM, without a password."));
    addValue(QStringLiteral("oauth-client"), QStringLiteral("ID"),
             QStringLiteral("Callbacks need a token of ours, got by this client id beside the path, at …/token."));
    addValue(
        QStringLiteral("oauth-secret-env"), QStringLiteral("NAME"),
        QStringLiteral("The environment variable that holds the client's secret; CAPABILITY_OAUTH_SECRET by default."));
    addFlag(QStringLiteral("oauth-form"),
            QStringLiteral("A webhook that is made sends id and secret in the form, not in the header."));
    addFlag(QStringLiteral("unsigned"),
            QStringLiteral("Accept callbacks without a signature; their rows say unsigned."));
}

RouteRequest Arguments::route(bool needsSecret)
{
    RouteRequest route;
    const Preferences preset = m_managed.preset();
    route.address = address(QStringLiteral("listen"));
    mayNotDiffer(QStringLiteral("listen"), QStringLiteral("receiver/address"), route.address == preset.receiver);
    route.path = isSet(QStringLiteral("path")) ? value(QStringLiteral("path")) : QStringLiteral("/callbacks");
    if (!route.path.startsWith(QLatin1Char('/')))
        complain(QStringLiteral("--path must begin with a slash"));
    route.window = preset.signatureWindow;
    route.tls = tls();
    if (const auto client = callbackClient()) {
        route.clients = {*client};
        route.needsToken = true;
    }
    route.allowsUnsigned = isSet(QStringLiteral("unsigned"));
    const bool namesVariable = isSet(QStringLiteral("secret-env"));
    if (!m_managed.mayAllowUnsigned())
        mayNotDiffer(QStringLiteral("unsigned"), QLatin1String(ManagedSettings::kAllowUnsigned), false);
    if (route.allowsUnsigned && namesVariable)
        complain(QStringLiteral("--unsigned and --secret-env exclude each other"));
    if (route.allowsUnsigned)
        return route;
    const QString variable
        = namesVariable ? value(QStringLiteral("secret-env")) : QStringLiteral("CAPABILITY_WEBHOOK_SECRET");
    const Secret secret = secretFromEnvironment(variable);
    if (!secret.isEmpty())
        route.secrets.append(secret);
    else if (needsSecret || namesVariable)
        complain(QStringLiteral("the environment variable %1 holds no webhook secret; set it, or say --unsigned")
                     .arg(variable));
    return route;
}

TlsFiles Arguments::tls()
{
    const Preferences preset = m_managed.preset();
    TlsFiles files {value(QStringLiteral("tls-certificate")), value(QStringLiteral("tls-key"))};
    mayNotDiffer(QStringLiteral("tls-certificate"), QStringLiteral("receiver/certificate"),
                 files.certificate == preset.tls.certificate);
    mayNotDiffer(QStringLiteral("tls-key"), QStringLiteral("receiver/private_key"), files.key == preset.tls.key);
    if (files.certificate.isEmpty() != files.key.isEmpty())
        complain(QStringLiteral("--tls-certificate and --tls-key belong together"));
    return files.isEmpty() ? preset.tls : files;
}

std::optional<CallbackClient> Arguments::callbackClient()
{
    const QString id = value(QStringLiteral("oauth-client"));
    const bool isMeant = isSet(QStringLiteral("oauth-secret-env")) || isSet(QStringLiteral("oauth-form"));
    if (id.isEmpty() && isMeant)
        complain(QStringLiteral("--oauth-client is missing"));
    if (id.isEmpty())
        return std::nullopt;
    const QString variable = isSet(QStringLiteral("oauth-secret-env")) ? value(QStringLiteral("oauth-secret-env"))
                                                                       : QStringLiteral("CAPABILITY_OAUTH_SECRET");
    const Secret secret = secretFromEnvironment(variable);
    if (secret.isEmpty())
        complain(QStringLiteral("the environment variable %1 holds no client secret").arg(variable));
    return CallbackClient {id, secret,
                           isSet(QStringLiteral("oauth-form")) ? CallbackClient::Credentials::InForm
                                                               : CallbackClient::Credentials::InHeader};
}

Secret secretFromEnvironment(const QString &variable)
{
    return Secret(qEnvironmentVariable(qPrintable(variable)));
}

} // namespace console
