// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/keychain_probe.h"
#include "settings/secret_store.h"
#include "support/await.h"
#include "support/result_macros.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace console;

namespace {

const QString kLogin = QStringLiteral("/org/freedesktop/secrets/collection/login");
const QString kPrompt = QStringLiteral("/org/freedesktop/secrets/prompt/u1");
const QString kName = QStringLiteral("org.freedesktop.secrets");

/// A keychain that answers what it is told, and remembers all that it was asked.
class FakeKeychain : public QDBusVirtualObject
{
public:
    QString collection = kLogin;
    bool isLocked = false;
    bool isDumb = false;
    bool isDismissed = false; ///< the user puts every prompt away
    QStringList asked;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        asked += message.member();
        if (isDumb)
            connection.send(message.createErrorReply(QDBusError::Failed, QStringLiteral("out of order")));
        else if (message.member() == QLatin1String("ReadAlias"))
            connection.send(message.createReply(QVariant::fromValue(QDBusObjectPath(collection))));
        else if (message.member() == QLatin1String("Get"))
            connection.send(message.createReply(QVariant::fromValue(QDBusVariant(isLocked))));
        else if (message.member() == QLatin1String("Unlock"))
            connection.send(message.createReply(
                {QVariant::fromValue(QList<QDBusObjectPath>()), QVariant::fromValue(QDBusObjectPath(kPrompt))}));
        else if (message.member() == QLatin1String("CreateCollection"))
            connection.send(message.createReply({QVariant::fromValue(QDBusObjectPath(QStringLiteral("/"))),
                                                 QVariant::fromValue(QDBusObjectPath(kPrompt))}));
        else if (message.member() == QLatin1String("Prompt"))
            return prompt(message, connection);
        else
            return false;
        return true;
    }

private:
    bool prompt(const QDBusMessage &message, const QDBusConnection &connection)
    {
        connection.send(message.createReply());
        if (!isDismissed) {
            isLocked = false;
            collection = kLogin;
        }
        auto completed = QDBusMessage::createSignal(kPrompt, QStringLiteral("org.freedesktop.Secret.Prompt"),
                                                    QStringLiteral("Completed"));
        completed << isDismissed << QVariant::fromValue(QDBusVariant(QString()));
        return connection.send(completed);
    }
};

/// A session bus of the test's own, on which nothing can be started.
class PrivateBus
{
public:
    bool start()
    {
        QFile settings(m_folder.filePath(QStringLiteral("bus.conf")));
        if (!settings.open(QIODevice::WriteOnly))
            return false;
        settings.write("<busconfig><type>session</type><listen>unix:tmpdir=" + m_folder.path().toLocal8Bit()
                       + "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
                         "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>");
        settings.close();
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--nofork"), QStringLiteral("--print-address=1"),
                        QStringLiteral("--config-file=") + settings.fileName()});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
            return false;
        m_address = m_daemon.readLine().trimmed();
        return !m_address.isEmpty();
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    const QByteArray &address() const { return m_address; }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QByteArray m_address;
};

} // namespace

class TestKeychainProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void tellsTheStatesApart_data();
    void tellsTheStatesApart();
    void asksForNothingThatCouldPrompt();
    void aLockedKeychainIsNoEmptyOne();
    void whatALockedKeychainHoldsCannotBeRemoved();
    void unlockingAsksOnceAndTellsWhatCameOfIt_data();
    void unlockingAsksOnceAndTellsWhatCameOfIt();
    void withoutAKeychainThereIsNothingToUnlock();
    void onlyAnUnlockedKeychainHasNoReason();

private:
    QDBusConnection service() const { return QDBusConnection(QStringLiteral("keychain")); }
    void publish(const QString &name)
    {
        service().unregisterService(kName);
        service().unregisterService(QStringLiteral("org.kde.kwalletd5"));
        if (!name.isEmpty())
            QVERIFY(service().registerService(name));
    }

    PrivateBus m_bus;
    FakeKeychain m_keychain;
};

void TestKeychainProbe::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    KeychainProbe before;
    QCOMPARE(await(before.look()), KeychainState::NoBus);
    QVERIFY2(m_bus.start(), "dbus-daemon is needed for this test");
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.address());
    auto connection = QDBusConnection::connectToBus(QString::fromLatin1(m_bus.address()), QStringLiteral("keychain"));
    QVERIFY(connection.isConnected());
    QVERIFY(connection.registerVirtualObject(QStringLiteral("/org/freedesktop/secrets"), &m_keychain,
                                             QDBusConnection::SubPath));
}

void TestKeychainProbe::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(QStringLiteral("keychain"));
}

void TestKeychainProbe::tellsTheStatesApart_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("collection");
    QTest::addColumn<bool>("isLocked");
    QTest::addColumn<bool>("isDumb");
    QTest::addColumn<KeychainState>("state");
    const QString none = QStringLiteral("/");
    QTest::newRow("a bus without a keychain") << QString() << kLogin << false << false << KeychainState::NoService;
    QTest::newRow("a keychain that was never set up") << kName << none << false << false << KeychainState::NoDefault;
    QTest::newRow("a locked one") << kName << kLogin << true << false << KeychainState::Locked;
    QTest::newRow("an unlocked one") << kName << kLogin << false << false << KeychainState::Unlocked;
    QTest::newRow("one that only fails") << kName << kLogin << false << true << KeychainState::NoService;
    QTest::newRow("KDE's wallet alone, which cannot be looked at")
        << QStringLiteral("org.kde.kwalletd5") << kLogin << true << false << KeychainState::Unlocked;
}

void TestKeychainProbe::tellsTheStatesApart()
{
    QFETCH(const QString, name);
    QFETCH(const QString, collection);
    QFETCH(const bool, isLocked);
    QFETCH(const bool, isDumb);
    QFETCH(const KeychainState, state);
    m_keychain.collection = collection;
    m_keychain.isLocked = isLocked;
    m_keychain.isDumb = isDumb;
    publish(name);
    KeychainProbe probe;
    QCOMPARE(await(probe.look()), state);
}

void TestKeychainProbe::asksForNothingThatCouldPrompt()
{
    m_keychain.isDumb = false;
    m_keychain.isLocked = true;
    m_keychain.collection = kLogin;
    publish(kName);
    m_keychain.asked.clear();
    KeychainProbe probe;
    await(probe.look());
    QCOMPARE(m_keychain.asked, QStringList({QStringLiteral("ReadAlias"), QStringLiteral("Get")}));
}

void TestKeychainProbe::aLockedKeychainIsNoEmptyOne()
{
    m_keychain.isLocked = true;
    publish(kName);
    m_keychain.asked.clear();
    SecretStore store({});
    COMPARE_ERROR(await(store.load(QStringLiteral("k1"))), Error::Kind::Config);
    const ProjectSecrets secrets {Secret(QStringLiteral("HUSH")), {}, {}};
    const auto saved = await(store.save(QStringLiteral("k1"), secrets));
    QCOMPARE(saved.place, SecretStore::Place::SessionOnly);
    QCOMPARE(saved.reason, keychainReason(KeychainState::Locked));
    const auto kept = await(store.load(QStringLiteral("k1")));
    VERIFY_OK(kept);
    QVERIFY(*kept == secrets);
    QVERIFY(!m_keychain.asked.contains(QStringLiteral("Unlock")));
}

void TestKeychainProbe::whatALockedKeychainHoldsCannotBeRemoved()
{
    m_keychain.isLocked = true;
    publish(kName);
    SecretStore store({});
    COMPARE_ERROR(await(store.remove(QStringLiteral("k1"))), Error::Kind::Config);
    publish({});
    VERIFY_OK(await(store.remove(QStringLiteral("k1"))));
}

void TestKeychainProbe::unlockingAsksOnceAndTellsWhatCameOfIt_data()
{
    QTest::addColumn<QString>("collection");
    QTest::addColumn<bool>("isDismissed");
    QTest::addColumn<QString>("request");
    QTest::addColumn<KeychainState>("state");
    const QString none = QStringLiteral("/");
    const QString unlock = QStringLiteral("Unlock");
    const QString create = QStringLiteral("CreateCollection");
    QTest::newRow("a password that is given") << kLogin << false << unlock << KeychainState::Unlocked;
    QTest::newRow("a prompt that is put away") << kLogin << true << unlock << KeychainState::Locked;
    QTest::newRow("a keychain that is set up") << none << false << create << KeychainState::Unlocked;
    QTest::newRow("one that is not set up after all") << none << true << create << KeychainState::NoDefault;
}

void TestKeychainProbe::unlockingAsksOnceAndTellsWhatCameOfIt()
{
    QFETCH(const QString, collection);
    QFETCH(const bool, isDismissed);
    QFETCH(const QString, request);
    QFETCH(const KeychainState, state);
    m_keychain.collection = collection;
    m_keychain.isLocked = true;
    m_keychain.isDismissed = isDismissed;
    publish(kName);
    m_keychain.asked.clear();
    SecretStore store({});
    const auto first = store.unlock();
    QCOMPARE(await(store.unlock()), state);
    QCOMPARE(await(first), state);
    QCOMPARE(m_keychain.asked.count(request), 1);
    QCOMPARE(m_keychain.asked.count(QStringLiteral("Prompt")), 1);
}

void TestKeychainProbe::withoutAKeychainThereIsNothingToUnlock()
{
    publish({});
    SecretStore store({});
    QCOMPARE(await(store.unlock()), KeychainState::NoService);
}

void TestKeychainProbe::onlyAnUnlockedKeychainHasNoReason()
{
    QVERIFY(keychainReason(KeychainState::Unlocked).isEmpty());
    QStringList reasons;
    for (const auto state :
         {KeychainState::NoBus, KeychainState::NoService, KeychainState::NoDefault, KeychainState::Locked})
        reasons += keychainReason(state);
    QVERIFY(!reasons.contains(QString()));
    QCOMPARE(reasons.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(TestKeychainProbe)
#include "tst_keychain_probe.moc"
