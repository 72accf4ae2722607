// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_console.h"
#include "support/raw_http_client.h"
#include "support/scripted_server.h"
#include "support/verified_callback.h"
#include "ui/notifications/notification_table_view.h"

#include <QTabWidget>

using namespace console;

/// Whatever a notification says, nobody is called because of it.
class TestOutgoingRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noneIsCausedByWhatANotificationSays()
    {
        ScriptedServer trap([](const SeenRequest &) { return ScriptedAnswer {}; });
        QTemporaryDir folder;
        RunningConsole console(folder.path());
        QTRY_VERIFY(console.projects().connection() && console.projects().selectedApp());
        QTRY_VERIFY(!console.projects().receiverView().callbackUrl.isEmpty());
        for (const QByteArray &body : {notification(trap.url()), otherEvent(trap.url())})
            QCOMPARE(post(console, body), 200);
        auto *table = console.find<NotificationTableView>("notifications");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->selectRow(0);
        auto *tabs = console.find<QTabWidget>("detailTabs");
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            console.window().grab(); // all of it is laid out and painted
        }
        QTest::qWait(300); // longer than a connection on one machine takes
        QCOMPARE(trap.connections, 0);
    }

private:
    static QByteArray notification(const QUrl &url)
    {
        const QByteArray link = url.toEncoded();
        const QByteArray html
            = "<img src='" + link + "/img'><a href='" + link + "'>x</a><style>@import '" + link + "'</style>";
        return "{\"app_id\":\"" + link + "\",\"project_id\":\"" + html + "\",\"callback_url\":\"" + link
            + "\",\"capability_notification\":{\"request_id\":\"" + link + "\",\"contact_id\":\"" + html
            + "\",\"channel\":\"" + html + "\",\"identity\":\"" + html + "\",\"capability_status\":\"" + html
            + "\",\"channel_capabilities\":[\"" + html + "\"],\"reason\":{\"code\":\"" + html + "\",\"description\":\""
            + html + "\"}}}";
    }
    static QByteArray otherEvent(const QUrl &url)
    {
        return "{\"opt_in_notification\":{\"url\":\"" + url.toEncoded() + "\"}}";
    }
    static int post(RunningConsole &console, const QByteArray &body)
    {
        const QUrl target = console.projects().receiverView().callbackUrl;
        const QString secret = console.projects().secretsOf(QStringLiteral("sandbox")).webhookSecret.reveal();
        const auto headers = signatureHeaders(body, QByteArray::number(qHash(body)), SystemClock().now(), secret);
        RawHttpClient client(quint16(target.port()));
        client.send(RawHttpClient::request("POST", target.path().toUtf8(), body, encodeHeaders(headers)));
        return client.next().value_or(RawReply {}).status;
    }
};

QTEST_MAIN(TestOutgoingRequests)
#include "tst_outgoing_requests.moc"
