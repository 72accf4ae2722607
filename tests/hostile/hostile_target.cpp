// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_target.h"

#include "support/test_certificate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>

namespace console {

HostileTarget::HostileTarget(Kind kind, std::optional<rlim_t> descriptors)
    : m_hasTls(kind == Kind::TlsReceiver)
{
    const QString output = m_folder.filePath(QStringLiteral("output"));
    const QString errors = m_folder.filePath(QStringLiteral("errors"));
    switch (kind) {
    case Kind::Receiver:
    case Kind::TlsReceiver:
        m_path = "/callbacks";
        m_program = std::make_unique<StartedProgram>(
            StartedProgram::Setting {QStringLiteral(CONSOLE_BIN_DIR "/capability-cli"),
                                     listenArguments(),
                                     output,
                                     errors,
                                     {"CAPABILITY_WEBHOOK_SECRET=secret"},
                                     {},
                                     descriptors});
        break;
    case Kind::Sandbox:
        m_path = "/oauth2/token";
        m_program = std::make_unique<StartedProgram>(StartedProgram::Setting {
            QStringLiteral(CONSOLE_BIN_DIR "/capability-sandbox"), {}, output, errors, {}, {}, descriptors});
        break;
    case Kind::Stock:
        m_path = "/callbacks";
        m_program = std::make_unique<StartedProgram>(StartedProgram::Setting {
            QStringLiteral(CONSOLE_BIN_DIR "/stock_server"), {}, output, errors, {}, {}, descriptors});
        break;
    }
    m_port = m_program->port();
    if (kind != Kind::Sandbox)
        return;
    const auto ready = QJsonDocument::fromJson(m_program->firstLine()).object();
    const QString key = ready.value(QStringLiteral("key_id")).toString() + QLatin1Char(':')
        + ready.value(QStringLiteral("key_secret")).toString();
    m_authorization = "Basic " + key.toUtf8().toBase64();
}

QStringList HostileTarget::listenArguments() const
{
    QStringList arguments {QStringLiteral("listen"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                           QStringLiteral("--database"), m_folder.filePath(QStringLiteral("history.sqlite"))};
    if (m_hasTls) {
        const TlsFiles files = TestCertificate().writeTo(m_folder.path());
        arguments << QStringLiteral("--tls-certificate") << files.certificate << QStringLiteral("--tls-key")
                  << files.key;
    }
    return arguments;
}

QByteArray HostileTarget::honestRequest(const QByteArray &id) const
{
    if (m_authorization.isEmpty())
        return signedPost(m_path, "secret", callbackBody(id, "RCS", "46701234567"));
    const QByteArray body = "grant_type=client_credentials";
    return head() + "Authorization: " + m_authorization
        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

QSet<QByteArray> HostileTarget::storedIds() const
{
    const QString name = QStringLiteral("stored");
    QSet<QByteArray> ids;
    {
        auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(m_folder.filePath(QStringLiteral("history.sqlite")));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        query.exec(QStringLiteral("SELECT r.request_id FROM notification n JOIN request r ON r.id=n.request"));
        while (query.next())
            ids.insert(query.value(0).toByteArray());
    }
    QSqlDatabase::removeDatabase(name);
    return ids;
}

void HostileTarget::resetPeak() const
{
    QFile file(QStringLiteral("/proc/%1/clear_refs").arg(m_program->pid()));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace console
