// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/lookup_options.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "text/duration_text.h"

#include <QRandomGenerator>

namespace console {

namespace {

void addOptions(Arguments &arguments, std::chrono::seconds wait)
{
    arguments.addFlag(QStringLiteral("sandbox"),
                      QStringLiteral("Ask a sandbox in this process: no account, no network."));
    arguments.addValue(QStringLiteral("api-base"), QStringLiteral("URL"),
                       QStringLiteral("The API, e.g. https://eu.conversation.api.sinch.com."));
    arguments.addValue(QStringLiteral("token-url"), QStringLiteral("URL"),
                       QStringLiteral("The token endpoint, e.g. https://auth.sinch.com/oauth2/token."));
    arguments.addValue(QStringLiteral("project"), QStringLiteral("ID"), QStringLiteral("The project id."));
    arguments.addValue(QStringLiteral("app"), QStringLiteral("ID"), QStringLiteral("The app id."));
    arguments.addValue(QStringLiteral("contact"), QStringLiteral("ID"), QStringLiteral("Ask about a contact."));
    arguments.addValue(QStringLiteral("identity"), QStringLiteral("CHANNEL:IDENTITY"),
                       QStringLiteral("Ask about an identity; may be given several times."));
    arguments.addValue(QStringLiteral("wait"), QStringLiteral("TIME"),
                       QStringLiteral("How long to wait for answers: 500ms, 30s, 2m."),
                       QStringLiteral("%1s").arg(wait.count()));
    arguments.addFlag(QStringLiteral("json"), QStringLiteral("Rows and the lookup as lines of JSON."));
    arguments.addValue(QStringLiteral("database"), QStringLiteral("FILE"),
                       QStringLiteral("Keep the history in this file; a private temporary one by default."));
    arguments.addValue(
        QStringLiteral("public-url"), QStringLiteral("URL"),
        QStringLiteral("How the API reaches --listen; a webhook is made for as long as the lookup lasts."));
    arguments.addRouteOptions(QStringLiteral("127.0.0.1:0"));
}

QUrl readUrl(Arguments &arguments, const QString &name)
{
    QUrl url(arguments.value(name), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        arguments.complain(QStringLiteral("--%1 needs a URL that begins with http:// or https://").arg(name));
    return url;
}

std::optional<ApiSettings> readApi(Arguments &arguments)
{
    for (const char *name : {"api-base", "token-url", "project", "app"}) {
        if (!arguments.isSet(QLatin1String(name)))
            arguments.complain(QStringLiteral("--%1 is missing (or ask the --sandbox)").arg(QLatin1String(name)));
    }
    if (arguments.hasComplaint())
        return std::nullopt;
    const QString keyId = qEnvironmentVariable("CAPABILITY_KEY_ID");
    const Secret keySecret = secretFromEnvironment(QStringLiteral("CAPABILITY_KEY_SECRET"));
    if (keyId.isEmpty() || keySecret.isEmpty())
        arguments.complain(
            QStringLiteral("the environment variables CAPABILITY_KEY_ID and CAPABILITY_KEY_SECRET hold no access key"));
    const auto project = ProjectId::parse(arguments.required(QStringLiteral("project")));
    const QUrl base = readUrl(arguments, QStringLiteral("api-base"));
    const QUrl token = readUrl(arguments, QStringLiteral("token-url"));
    if (arguments.hasComplaint() || !project)
        return std::nullopt;
    return ApiSettings {base, token, *project, keyId, keySecret};
}

void readRecipient(Arguments &arguments, LookupOptions &options)
{
    options.contact = ContactId::fromOptional(arguments.value(QStringLiteral("contact")));
    const auto typed = arguments.values(QStringLiteral("identity"));
    for (const auto &text : typed) {
        const auto parsed = parseQualifiedIdentity(text);
        if (!parsed) {
            arguments.complain(QStringLiteral("--identity: %1").arg(parsed.error().detail));
            return;
        }
        options.identities.append(parsed->address);
        if (!parsed->oddBecause.isEmpty())
            say(QStringLiteral("%1: %2; asked all the same").arg(text, parsed->oddBecause));
    }
    if (options.contact.has_value() == !options.identities.isEmpty())
        arguments.complain(QStringLiteral("say whom to look up: either --contact or one or more --identity"));
}

/// With a public URL its path is ours, unless --path says otherwise (a proxy may rewrite it).
void readReceiver(Arguments &arguments, LookupOptions &options)
{
    if (arguments.isSet(QStringLiteral("public-url")))
        options.publicUrl = readUrl(arguments, QStringLiteral("public-url"));
    options.route = arguments.route(!options.isSandbox);
    options.route.publicHost = options.publicUrl.host();
    if (!options.publicUrl.isEmpty() && !arguments.isSet(QStringLiteral("path")))
        options.route.path = options.publicUrl.path().isEmpty() ? QStringLiteral("/") : options.publicUrl.path();
    if (options.isSandbox && options.route.secrets.isEmpty() && !options.route.allowsUnsigned)
        options.route.secrets.append(Secret(QString::number(QRandomGenerator::system()->generate64(), 36)
                                            + QString::number(QRandomGenerator::system()->generate64(), 36)));
}

} // namespace

std::optional<LookupOptions> LookupOptions::parse(const QStringList &line, int &exitCode,
                                                  const ManagedSettings &managed)
{
    Arguments arguments(QStringLiteral("lookup"),
                        QStringLiteral("Asks on which channels a person can be reached, and waits for the answers."),
                        managed);
    const auto presetWait = managed.preset().wait;
    addOptions(arguments, presetWait);
    if (!arguments.parse(line)) {
        exitCode = arguments.exitCode();
        return std::nullopt;
    }
    LookupOptions options;
    options.isSandbox = arguments.isSet(QStringLiteral("sandbox"));
    if (!options.isSandbox)
        options.api = readApi(arguments);
    else if (arguments.isSet(QStringLiteral("api-base")) || arguments.isSet(QStringLiteral("token-url"))
             || arguments.isSet(QStringLiteral("public-url")))
        arguments.complain(QStringLiteral("--sandbox excludes --api-base, --token-url and --public-url"));
    options.app = AppId::fromOptional(arguments.value(QStringLiteral("app")));
    readRecipient(arguments, options);
    readReceiver(arguments, options);
    const auto wait = parseDuration(arguments.value(QStringLiteral("wait")));
    if (!wait)
        arguments.complain(QStringLiteral("--wait: %1").arg(wait.error().detail));
    options.wait = wait.value_or(options.wait);
    arguments.mayNotDiffer(QStringLiteral("wait"), QStringLiteral("lookup/wait_s"), options.wait == presetWait);
    options.isJson = arguments.isSet(QStringLiteral("json"));
    options.database = arguments.value(QStringLiteral("database"));
    exitCode = arguments.exitCode();
    return arguments.hasComplaint() ? std::nullopt : std::optional(options);
}

} // namespace console
