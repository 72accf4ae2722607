// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"
#include "lookup/ports.h"
#include "settings/managed_settings.h"

#include <QCommandLineParser>
#include <QStringList>

#include <optional>

namespace console {

/// The options of one command: read by name, and the first complaint is kept. Wraps QCommandLineParser.
class Arguments
{
public:
    /// \param managed  what the organisation decides; has to outlive this.
    Arguments(const QString &command, const QString &description, const ManagedSettings &managed = kUnmanaged);

    void addFlag(const QString &name, const QString &description);
    void addValue(const QString &name, const QString &value, const QString &description, const QString &preset = {});

    /// False when the command line is not usable, or --help or --version was asked for: then exitCode() is final and
    /// what there is to say has been said.
    bool parse(const QStringList &arguments);
    int exitCode() const { return m_exitCode; }

    bool isSet(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }
    /// Says what is wrong with the command line; the program then ends with 2.
    void complain(const QString &what);
    bool hasComplaint() const { return m_hasComplaint; }
    /// Complains when the option was given and the key is locked at something else; the program then ends with 7.
    void mayNotDiffer(const QString &option, const QString &key, bool isSame);

    ListenAddress address(const QString &name);
    QString required(const QString &name);

    /// --path, --listen, --secret-env, --unsigned, tokens and TLS as a route. A missing secret is a complaint unless `needsSecret` is off.
    void addRouteOptions(const QString &listenPreset);
    RouteRequest route(bool needsSecret);

private:
    static const ManagedSettings kUnmanaged;
    TlsFiles tls();
    std::optional<CallbackClient> callbackClient();

    QString m_command;
    const ManagedSettings &m_managed;
    QCommandLineParser m_parser;
    int m_exitCode = 0;
    bool m_hasComplaint = false;
};

/// A secret from the environment; empty when the variable is not set.
Secret secretFromEnvironment(const QString &variable);

} // namespace console
