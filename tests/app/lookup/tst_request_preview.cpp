// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/request_preview.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace console;

class TestRequestPreview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theJsonIsWhatIsSentButForTheRequestId()
    {
        const auto body = QJsonDocument::fromJson(requestJson(draft()).toUtf8()).object();
        QCOMPARE(body.keys(),
                 (QStringList {QStringLiteral("app_id"), QStringLiteral("recipient"), QStringLiteral("request_id")}));
        QCOMPARE(body.value(QLatin1String("request_id")).toString(), QStringLiteral("(made on sending)"));
        QCOMPARE(body.value(QLatin1String("recipient")).toObject().value(QLatin1String("contact_id")).toString(),
                 QStringLiteral("contact"));
        QVERIFY(requestJson(draft()).count(QLatin1Char('\n')) > 3);
    }

    void theCommandPassesTheRequestThroughAShell_data()
    {
        QTest::addColumn<QString>("identity");
        for (const char *identity :
             {"46701234567", "it's", "$HOME `date` \"x\" \\ !", "9KC0p+pi4zPGDO99ACDxoQ==", "å ö\nline"})
            QTest::newRow(identity) << QString::fromUtf8(identity);
    }
    void theCommandPassesTheRequestThroughAShell()
    {
        QFETCH(QString, identity);
        LookupDraft asked = draft();
        asked.recipient = QList<ChannelIdentity> {{ChannelName::fromValue(Channel::Telegram), identity}};
        const QStringList arguments = argumentsOf(requestAsCurl(settings(), asked, id()));
        QCOMPARE(arguments.mid(0, 4),
                 (QStringList {QStringLiteral("-X"), QStringLiteral("POST"),
                               QStringLiteral("https://eu.api.test/v1/projects/a%20project/capability:query"),
                               QStringLiteral("-H")}));
        QVERIFY(arguments.contains(QStringLiteral("Authorization: Bearer from-the-variable")));
        const auto body = QJsonDocument::fromJson(arguments.last().toUtf8());
        QCOMPARE(body[QLatin1String("request_id")].toString(), id().toString());
        const auto address
            = body[QLatin1String("recipient")][QLatin1String("identified_by")][QLatin1String("channel_identities")][0];
        QCOMPARE(address[QLatin1String("identity")].toString(), identity);
    }

    void noSecretIsInIt_data()
    {
        QTest::addColumn<bool>("isBasic");
        QTest::newRow("with a token") << false;
        QTest::newRow("with the key itself") << true;
    }
    void noSecretIsInIt()
    {
        QFETCH(bool, isBasic);
        ApiSettings own = settings();
        own.authentication = isBasic ? ApiSettings::Authentication::Basic : ApiSettings::Authentication::OAuth2;
        const QString command = requestAsCurl(own, draft(), id());
        QVERIFY(!command.contains(QLatin1String("topsecret")) && !command.contains(QLatin1String("key-id")));
        QCOMPARE(command.contains(QLatin1String("\"$CAPABILITY_KEY_ID:$CAPABILITY_KEY_SECRET\"")), isBasic);
        QCOMPARE(command.contains(QLatin1String("Bearer $CAPABILITY_ACCESS_TOKEN")), !isBasic);
    }

private:
    static RequestId id() { return *RequestId::parse(QStringLiteral("01EQBF91XWP9PW1J8EWRYZ1GK2")); }
    static LookupDraft draft()
    {
        return {*AppId::parse(QStringLiteral("app")), *ContactId::parse(QStringLiteral("contact")), {}, {}};
    }
    static ApiSettings settings()
    {
        return {QUrl(QStringLiteral("https://eu.api.test/")), QUrl(QStringLiteral("https://auth.test/token")),
                *ProjectId::parse(QStringLiteral("a project")), QStringLiteral("key-id"),
                Secret(QStringLiteral("topsecret"))};
    }
    /// What a shell makes of the command, one argument after the other.
    static QStringList argumentsOf(const QString &command)
    {
        QProcess shell;
        shell.start(QStringLiteral("sh"),
                    {QStringLiteral("-c"),
                     QStringLiteral("CAPABILITY_ACCESS_TOKEN=from-the-variable\n"
                                    "curl() { printf '%s\\0' \"$@\"; }\n")
                         + command});
        if (!shell.waitForFinished())
            return {};
        QStringList arguments = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(u'\0'));
        arguments.removeLast();
        return arguments;
    }
};

QTEST_GUILESS_MAIN(TestRequestPreview)
#include "tst_request_preview.moc"
