// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/policy_command.h"

#include "cli/exit_code.h"
#include "cli/output.h"
#include "settings/preference_keys.h"

namespace console {

namespace {

constexpr char kHelp[] = "Usage: capability-cli policy show|check\n"
                         "What the organisation fixes or presets: show prints every setting, its value and who\n"
                         "decided it; check prints what is wrong with the file.";

QByteArray layerName(ManagedSettings::Layer layer)
{
    switch (layer) {
    case ManagedSettings::Layer::BuiltIn:
        return "built in";
    case ManagedSettings::Layer::Default:
        return "default of your organisation";
    case ManagedSettings::Layer::Locked:
        return "locked by your organisation";
    }
    Q_UNREACHABLE();
}

void printSetting(const QString &key, const QString &value, const ManagedSettings &managed)
{
    printLine(policyName(key).toUtf8() + '\t' + value.toUtf8() + '\t' + layerName(managed.layerOf(key)));
}

void show(const ManagedSettings &managed)
{
    const Preferences preset = managed.preset();
    for (const PreferenceKey &key : preferenceKeys())
        printSetting(QLatin1String(key.name), key.give(preset).toString(), managed);
    printSetting(QLatin1String(ManagedSettings::kAllowUnsigned),
                 managed.mayAllowUnsigned() ? QStringLiteral("true") : QStringLiteral("false"), managed);
}

} // namespace

int runPolicy(const QStringList &arguments, const ManagedSettings &managed)
{
    const QString what = arguments.value(0);
    if (what == QLatin1String("--help") || what == QLatin1String("-h")) {
        printLine(kHelp);
        return int(ExitCode::Done);
    }
    if (arguments.size() != 1 || (what != QLatin1String("show") && what != QLatin1String("check"))) {
        say(QLatin1String(kHelp));
        return int(ExitCode::Usage);
    }
    QStringList complaints = managed.mistakes() + managed.warnings();
    if (!managed.damage().isEmpty())
        complaints.prepend(managed.damage());
    for (const QString &complaint : std::as_const(complaints))
        say(complaint);
    if (what == QLatin1String("show"))
        show(managed);
    else if (complaints.isEmpty())
        say(managed.file().isEmpty() ? QStringLiteral("Nothing is managed: there is no file.")
                                     : QStringLiteral("%1 is fine.").arg(managed.file()));
    return int(complaints.isEmpty() ? ExitCode::Done : ExitCode::Warnings);
}

} // namespace console
