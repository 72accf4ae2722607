// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/app_catalog.h"
#include "sandbox_connection.h"

#include <QSignalSpy>

using namespace console;

class TestAppCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingAtFirst();
    void keepsWhatItLoaded();
    void keepsTheOldAppsWhenItFails();
};

void TestAppCatalog::knowsNothingAtFirst()
{
    const AppCatalog catalog;
    QVERIFY(catalog.apps(*ProjectId::parse(QStringLiteral("P1"))).isEmpty());
    QVERIFY(!catalog.find(*ProjectId::parse(QStringLiteral("P1")), *AppId::parse(QStringLiteral("A1"))));
}

void TestAppCatalog::keepsWhatItLoaded()
{
    SandboxConnection sandbox;
    AppCatalog catalog;
    QSignalSpy loaded(&catalog, &AppCatalog::loaded);
    catalog.load(*sandbox.connection);
    QVERIFY(loaded.wait());
    const ProjectId project = sandbox.connection->projectId();
    QCOMPARE(catalog.apps(project).size(), sandbox.ready.apps.size());
    const auto first = catalog.find(project, sandbox.firstApp());
    QVERIFY(first);
    for (const auto channel : {Channel::Rcs, Channel::Sms, Channel::WhatsApp})
        QVERIFY(first->hasChannel(ChannelName::fromValue(channel)));
    QVERIFY(!catalog.find(project, *AppId::parse(QStringLiteral("another"))));
    QVERIFY(catalog.apps(*ProjectId::parse(QStringLiteral("another"))).isEmpty());
}

void TestAppCatalog::keepsTheOldAppsWhenItFails()
{
    SandboxConnection sandbox;
    AppCatalog catalog;
    QSignalSpy loaded(&catalog, &AppCatalog::loaded);
    catalog.load(*sandbox.connection);
    QVERIFY(loaded.wait());
    const auto refused = sandbox.connect(Secret(QStringLiteral("wrong")));
    QSignalSpy failed(&catalog, &AppCatalog::failed);
    catalog.load(*refused);
    QVERIFY(failed.wait());
    QCOMPARE(failed.first().at(1).value<Error>().kind, Error::Kind::Unauthorized);
    QCOMPARE(catalog.apps(sandbox.connection->projectId()).size(), sandbox.ready.apps.size());
}

QTEST_GUILESS_MAIN(TestAppCatalog)
#include "tst_app_catalog.moc"
