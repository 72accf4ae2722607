// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secret_store.h"
#include "support/await.h"
#include "support/log_capture.h"
#include "support/result_macros.h"

#include <QTemporaryDir>

using namespace console;

namespace {
const ProjectSecrets kSecrets {Secret(QStringLiteral("HUSH-1")), Secret(QStringLiteral("HUSH-2")), {}};
const QString kKey = QStringLiteral("01J00000000000000000000001");
const QString kNoBus = QStringLiteral("there is no session bus here");
} // namespace

class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void seesWhetherThereIsABus_data();
    void seesWhetherThereIsABus();
    void keepsForTheSessionAndSaysWhy();
    void knowsNothingBeforeItWasTold();
    void forgetsWhatIsRemoved();
    void keepsProjectsApart();
    void saysWhyWhenTheBusIsBroken();
    void logsNoSecret();

private:
    QTemporaryDir m_runtime;
};

void TestSecretStore::init()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qputenv("XDG_RUNTIME_DIR", m_runtime.path().toLocal8Bit());
}

void TestSecretStore::seesWhetherThereIsABus_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("hasBusFile");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("switched off") << QByteArray("disabled:") << false << false;
    QTest::newRow("switched off beside a bus") << QByteArray("disabled:") << true << false;
    QTest::newRow("no bus") << QByteArray() << false << false;
    QTest::newRow("a bus at its usual place") << QByteArray() << true << true;
    QTest::newRow("a bus somewhere else") << QByteArray("unix:path=/run/bus") << false << true;
}

void TestSecretStore::seesWhetherThereIsABus()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, hasBusFile);
    QFETCH(bool, isThere);
    QTemporaryDir runtime;
    qputenv("XDG_RUNTIME_DIR", runtime.path().toLocal8Bit());
    if (hasBusFile)
        QVERIFY(QFile(runtime.filePath(QStringLiteral("bus"))).open(QIODevice::WriteOnly));
    if (address.isEmpty())
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    else
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    QCOMPARE(KeychainProbe::hasBus(), isThere);
}

void TestSecretStore::keepsForTheSessionAndSaysWhy()
{
    SecretStore store({});
    const auto saved = await(store.save(kKey, kSecrets));
    QCOMPARE(saved.place, SecretStore::Place::SessionOnly);
    QCOMPARE(saved.reason, kNoBus);
    const auto loaded = await(store.load(kKey));
    VERIFY_OK(loaded);
    QVERIFY(*loaded == kSecrets);
    SecretStore next({}); // the next session
    const auto later = await(next.load(kKey));
    VERIFY_OK(later);
    QVERIFY(*later == ProjectSecrets());
}

void TestSecretStore::knowsNothingBeforeItWasTold()
{
    SecretStore store(QStringLiteral("trial"));
    const auto loaded = await(store.load(kKey));
    VERIFY_OK(loaded);
    QVERIFY(*loaded == ProjectSecrets());
}

void TestSecretStore::forgetsWhatIsRemoved()
{
    SecretStore store({});
    await(store.save(kKey, kSecrets));
    VERIFY_OK(await(store.remove(kKey)));
    const auto loaded = await(store.load(kKey));
    VERIFY_OK(loaded);
    QVERIFY(*loaded == ProjectSecrets());
}

void TestSecretStore::keepsProjectsApart()
{
    SecretStore store({});
    await(store.save(kKey, kSecrets));
    const auto other = await(store.load(QStringLiteral("another")));
    VERIFY_OK(other);
    QVERIFY(*other == ProjectSecrets());
}

void TestSecretStore::saysWhyWhenTheBusIsBroken()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_runtime.path().toLocal8Bit() + "/nobody");
    SecretStore store({});
    const auto saved = await(store.save(kKey, kSecrets));
    QCOMPARE(saved.place, SecretStore::Place::SessionOnly);
    QCOMPARE(saved.reason, kNoBus);
    const auto kept = await(store.load(kKey));
    VERIFY_OK(kept);
    QVERIFY(*kept == kSecrets);
    const auto other = await(store.load(QStringLiteral("another")));
    VERIFY_OK(other);
    QVERIFY(*other == ProjectSecrets());
}

void TestSecretStore::logsNoSecret()
{
    const LogCapture log;
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_runtime.path().toLocal8Bit() + "/nobody");
    SecretStore store({});
    await(store.save(kKey, kSecrets));
    await(store.load(kKey));
    store.remove(kKey);
    QVERIFY(!log.text().contains(QLatin1String("HUSH")));
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secret_store.moc"
