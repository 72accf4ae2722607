// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox_arguments.h"

#include <QCommandLineParser>

namespace console {

namespace {
constexpr int kMostContacts = 100'000;

/// Reads the options one by one and keeps the first complaint.
class OptionReader
{
public:
    explicit OptionReader(const QCommandLineParser &parser)
        : m_parser(parser)
    { }

    QString text(const char *name)
    {
        const auto key = QString::fromLatin1(name);
        auto value = m_parser.value(key);
        if (m_parser.isSet(key) && value.isEmpty())
            complainAbout(name, QStringLiteral("must not be empty"));
        return value;
    }
    template <typename Number, typename Convert>
    Number number(const char *name, Convert convert, Number least, Number most)
    {
        bool isNumber = false;
        const Number value = convert(text(name), &isNumber);
        if (!isNumber || !(value >= least) || !(value <= most))
            complainAbout(name, QStringLiteral("must be a number from %1 to %2").arg(least).arg(most));
        return value;
    }
    void complainAbout(const char *name, const QString &what)
    {
        complain(QStringLiteral("--%1 %2").arg(QString::fromLatin1(name), what));
    }
    void complain(const QString &complaint)
    {
        if (m_complaint.isEmpty())
            m_complaint = complaint;
    }
    const QString &complaint() const { return m_complaint; }

private:
    const QCommandLineParser &m_parser;
    QString m_complaint;
};
} // namespace

void SandboxArguments::describe(QCommandLineParser &parser)
{
    const auto add = [&](const char *name, const char *description, const char *value = "", const char *preset = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(description), QString::fromLatin1(value),
                          QString::fromLatin1(preset)});
    };
    parser.setApplicationDescription(
        QStringLiteral("An imitation of the Conversation API around capability lookups, for use without an account."));
    add("listen", "Where to listen; port 0 is any free one.", "ADDRESS:PORT", "127.0.0.1:0");
    add("seed", "Decides apps, contacts and plausible answers.", "N", "1");
    add("project", "Project id; a random UUID when absent.", "ID");
    add("key-id", "Access key id; random when absent.", "ID");
    add("key-secret", "Access key secret, a throw-away one; random when absent.", "SECRET");
    add("contacts", "How many demo contacts.", "N", "200");
    add("speed", "Divides every wait of the sandbox.", "FACTOR", "1");
    add("token-lifetime", "How long an access token lives.", "SECONDS", "3600");
    add("require-contact", "Answer 404 for an identity that no contact has.");
    add("rate-limits", "Keep the rate limits of the API.");
    add("endings", "Show what an identity brings by its last two digits.");
    parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
    parser.addOption({{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")});
}

Result<SandboxOptions> SandboxArguments::read(const QCommandLineParser &parser)
{
    OptionReader reader(parser);
    SandboxOptions options;
    if (const auto address = ListenAddress::parse(reader.text("listen")))
        options.listen = *address;
    else
        reader.complainAbout("listen", address.error().detail);
    const auto asNumber = [](const QString &text, bool *ok) { return text.toLongLong(ok); };
    const auto asFactor = [](const QString &text, bool *ok) { return text.toDouble(ok); };
    options.seed = quint64(reader.number<qint64>("seed", asNumber, 0, std::numeric_limits<qint64>::max()));
    options.projectId = reader.text("project");
    if (options.projectId.contains(QLatin1Char('/')))
        reader.complainAbout("project", QStringLiteral("must not contain a slash"));
    options.keyId = reader.text("key-id");
    if (options.keyId.contains(QLatin1Char(':')))
        reader.complainAbout("key-id", QStringLiteral("must not contain a colon"));
    options.keySecret = Secret(reader.text("key-secret"));
    options.contacts = int(reader.number<qint64>("contacts", asNumber, 0, kMostContacts));
    options.speed = reader.number<double>("speed", asFactor, 0.001, 1'000'000);
    options.tokenLifetime = std::chrono::seconds(reader.number<qint64>("token-lifetime", asNumber, 1, 31'536'000));
    options.requireContact = parser.isSet(QStringLiteral("require-contact"));
    options.rateLimits = parser.isSet(QStringLiteral("rate-limits"));
    for (const auto &argument : parser.positionalArguments())
        reader.complain(QStringLiteral("unexpected argument: ") + argument);
    if (!reader.complaint().isEmpty())
        return failure(Error::Kind::Config, reader.complaint());
    return options;
}

} // namespace console
