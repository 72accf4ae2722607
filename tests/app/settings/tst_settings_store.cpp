// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/secret_store.h"
#include "settings/settings_store.h"

#include <QDirIterator>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace console;
using namespace std::chrono_literals;

namespace {

Project shop()
{
    Project project;
    project.key = QStringLiteral("01J00000000000000000000001");
    project.name = QStringLiteral("Shop, \"north\" = å; 50%");
    project.kind = Project::Kind::Test;
    project.region = QStringLiteral("eu");
    project.baseUrlOverride = QUrl(QStringLiteral("http://127.0.0.1:40123/a%2Fb?x=%25"));
    project.tokenUrlOverride = QUrl(QStringLiteral("https://auth.test/oauth2/token"));
    project.projectId = QStringLiteral("P/1");
    project.keyId = QStringLiteral("key-1");
    project.usesBasic = true;
    project.receiver = {QStringLiteral("::1"), 9000};
    project.callbackPath = QStringLiteral("/callbacks/abc");
    project.publicUrl = QUrl(QStringLiteral("https://public.test/callbacks/abc"));
    project.allowsUnsigned = true;
    project.tokenRequest = Project::TokenRequest::Form;
    project.callbackClientId = QStringLiteral("console-1");
    project.lastAppId = QStringLiteral("A1");
    return project;
}

Preferences preferred()
{
    Preferences preferences;
    preferences.wait = 45s;
    preferences.amberAfter = 5s;
    preferences.signatureWindow = 600s;
    preferences.bodyLimit = 1024 * 1024;
    preferences.tls = {QStringLiteral("/etc/tls, ours/chain.pem"), QStringLiteral("/etc/tls, ours/key.pem")};
    preferences.receiver = {QStringLiteral("0.0.0.0"), 9000};
    preferences.theme = Preferences::ThemeMode::Dark;
    preferences.isCompact = true;
    preferences.isMaskedAtStart = true;
    preferences.selectedProject = shop().key;
    preferences.windowState.insert(QStringLiteral("mainWindow"), QByteArray("\x00\x01\xff,;=", 6));
    return preferences;
}

} // namespace

class TestSettingsStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void startsWithNothing();
    void makesItsFolder();
    void bringsProjectsBack();
    void forgetsRemovedProjects();
    void bringsPreferencesBack();
    void fallsBackWhenAPreferenceIsBad_data();
    void fallsBackWhenAPreferenceIsBad();
    void fallsBackWhenAProjectsValueIsBad();
    void keepsTheOthersWhenOneProjectIsDamaged();
    void survivesADamagedFile_data();
    void survivesADamagedFile();
    void keepsWhatANewerProgramWrote();
    void writesNoSecret();
    void keepsProfilesApart();
    void makesPathsThatNobodyGuesses();

private:
    QString file() const { return m_folder->filePath(QStringLiteral("settings.ini")); }
    void setRaw(const QString &key, const QVariant &value) const
    {
        QSettings(file(), QSettings::IniFormat).setValue(key, value);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettingsStore::startsWithNothing()
{
    const SettingsStore store(m_folder->path());
    QVERIFY(store.loadProjects().isEmpty());
    QCOMPARE(store.loadPreferences(), Preferences());
}

void TestSettingsStore::makesItsFolder()
{
    const QString folder = m_folder->filePath(QStringLiteral("a/b"));
    SettingsStore store(folder);
    store.saveProjects({shop()});
    QVERIFY(QFile::exists(folder + QStringLiteral("/settings.ini")));
}

void TestSettingsStore::bringsProjectsBack()
{
    Project other;
    other.key = QStringLiteral("01J00000000000000000000002");
    SettingsStore(m_folder->path()).saveProjects({shop(), other});
    QCOMPARE(SettingsStore(m_folder->path()).loadProjects(), QList<Project>({shop(), other}));
}

void TestSettingsStore::forgetsRemovedProjects()
{
    Project other = shop();
    other.key = QStringLiteral("01J00000000000000000000002");
    SettingsStore store(m_folder->path());
    store.saveProjects({shop(), other});
    store.saveProjects({other});
    QCOMPARE(store.loadProjects(), QList<Project>({other}));
    store.saveProjects({});
    QVERIFY(store.loadProjects().isEmpty());
}

void TestSettingsStore::bringsPreferencesBack()
{
    SettingsStore(m_folder->path()).savePreferences(preferred());
    QCOMPARE(SettingsStore(m_folder->path()).loadPreferences(), preferred());
}

void TestSettingsStore::fallsBackWhenAPreferenceIsBad_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto rows = [](const char *key, std::initializer_list<const char *> values) {
        for (const char *value : values)
            QTest::addRow("%s = %s", key, value) << QString::fromLatin1(key) << QString::fromLatin1(value);
    };
    rows("lookup/wait_s", {"", "soon", "0", "-1", "1.5", "86401", "99999999999999999999", "30,30"});
    rows("lookup/amber_s", {"0", "never"});
    rows("receiver/signature_window_s", {"0", "-300", "five"});
    rows("receiver/body_limit", {"0", "1023", "1048577", "1 MiB"});
    rows("receiver/address", {"", "nowhere", "127.0.0.1:99999"});
    rows("window/theme", {"", "purple", "DARK"});
    rows("window/compact", {"", "false", "0"});
    rows("window/mask_at_start", {"", "false", "0"});
}

void TestSettingsStore::fallsBackWhenAPreferenceIsBad()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    SettingsStore store(m_folder->path());
    Preferences expected = preferred();
    const Preferences preset;
    expected.wait = key == QLatin1String("lookup/wait_s") ? preset.wait : expected.wait;
    expected.amberAfter = key == QLatin1String("lookup/amber_s") ? preset.amberAfter : expected.amberAfter;
    expected.signatureWindow
        = key == QLatin1String("receiver/signature_window_s") ? preset.signatureWindow : expected.signatureWindow;
    expected.bodyLimit = key == QLatin1String("receiver/body_limit") ? preset.bodyLimit : expected.bodyLimit;
    expected.receiver = key == QLatin1String("receiver/address") ? preset.receiver : expected.receiver;
    expected.theme = key == QLatin1String("window/theme") ? preset.theme : expected.theme;
    expected.isCompact = key == QLatin1String("window/compact") ? false : expected.isCompact;
    expected.isMaskedAtStart = key == QLatin1String("window/mask_at_start") ? false : expected.isMaskedAtStart;
    store.savePreferences(preferred());
    setRaw(key, value);
    QCOMPARE(store.loadPreferences(), expected);
}

void TestSettingsStore::fallsBackWhenAProjectsValueIsBad()
{
    SettingsStore store(m_folder->path());
    store.saveProjects({shop()});
    setRaw(QStringLiteral("projects/1/kind"), QStringLiteral("imaginary"));
    setRaw(QStringLiteral("projects/1/receiver"), QStringLiteral("nowhere"));
    setRaw(QStringLiteral("projects/1/name"),
           QStringList({QStringLiteral("a"), QStringLiteral("b")})); // name=a, b by hand
    Project expected = shop();
    expected.kind = Project::Kind::Live;
    expected.receiver = Project().receiver;
    expected.name = QStringLiteral("a, b");
    QCOMPARE(store.loadProjects(), QList<Project>({expected}));
}

void TestSettingsStore::keepsTheOthersWhenOneProjectIsDamaged()
{
    Project other = shop();
    other.key = QStringLiteral("01J00000000000000000000002");
    SettingsStore store(m_folder->path());
    store.saveProjects({shop(), other});
    setRaw(QStringLiteral("projects/1/key"), QString());
    QCOMPARE(store.loadProjects(), QList<Project>({other}));
}

void TestSettingsStore::survivesADamagedFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("noise") << QByteArray("\x00\xff\xfe[[[=\n=\n\x01", 12);
    QTest::newRow("half a section") << QByteArray("[projects\n1\\key=K");
    QTest::newRow("a huge number of projects") << QByteArray("[projects]\n1\\key=K\nsize=2147483647\n");
    QTest::newRow("a negative number of projects") << QByteArray("[projects]\n1\\key=K\nsize=-1\n");
}

void TestSettingsStore::survivesADamagedFile()
{
    QFETCH(QByteArray, bytes);
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(bytes);
    damaged.close();
    SettingsStore store(m_folder->path());
    QVERIFY(store.loadProjects().size() <= 1);
    QCOMPARE(store.loadPreferences(), Preferences());
    store.saveProjects({shop()});
    QCOMPARE(store.loadProjects(), QList<Project>({shop()}));
}

void TestSettingsStore::keepsWhatANewerProgramWrote()
{
    SettingsStore store(m_folder->path());
    Project other = shop();
    other.key = QStringLiteral("01J00000000000000000000002");
    store.saveProjects({shop(), other});
    setRaw(QStringLiteral("lookup/budget"), 7);
    setRaw(QStringLiteral("projects/2/tunnel/kind"), QStringLiteral("ssh"));
    store.savePreferences(preferred());
    store.saveProjects({other}); // it moves to the first place
    const QSettings raw(file(), QSettings::IniFormat);
    QCOMPARE(raw.value(QStringLiteral("lookup/budget")).toInt(), 7);
    QCOMPARE(raw.value(QStringLiteral("projects/1/tunnel/kind")).toString(), QStringLiteral("ssh"));
    QVERIFY(!raw.contains(QStringLiteral("projects/2/tunnel/kind")));
}

void TestSettingsStore::writesNoSecret()
{
    SettingsStore store(m_folder->path());
    store.saveProjects({shop()});
    store.savePreferences(preferred());
    SecretStore secrets({});
    const auto saved = secrets.save(
        shop().key,
        {Secret(QStringLiteral("HUSH-1")), Secret(QStringLiteral("HUSH-2")), Secret(QStringLiteral("HUSH-3"))});
    QTRY_VERIFY(saved.isFinished());
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int count = 0;
    while (files.hasNext()) {
        QFile one(files.next());
        QVERIFY(one.open(QIODevice::ReadOnly));
        QVERIFY(!one.readAll().contains("HUSH"));
        ++count;
    }
    QCOMPARE(count, 1);
}

void TestSettingsStore::keepsProfilesApart()
{
    QVERIFY(SettingsStore::profileFolder({}).endsWith(QLatin1String("/capability-console/default")));
    QVERIFY(SettingsStore::profileFolder(QStringLiteral("trial")).endsWith(QLatin1String("/capability-console/trial")));
    QVERIFY(SettingsStore::defaultDatabase({}).endsWith(QLatin1String("/capability-console/default/history.sqlite")));
    QVERIFY(SettingsStore::defaultDatabase(QStringLiteral("trial"))
                .endsWith(QLatin1String("/capability-console/trial/history.sqlite")));
}

void TestSettingsStore::makesPathsThatNobodyGuesses()
{
    std::set<QString> paths;
    for (int i = 0; i < 1000; ++i)
        paths.insert(makeCallbackPath());
    QCOMPARE(paths.size(), size_t(1000));
    static const QRegularExpression form(QStringLiteral("\\A/callbacks/[A-Za-z0-9_-]{22}\\z"));
    QVERIFY(form.match(*paths.begin()).hasMatch());
}

QTEST_GUILESS_MAIN(TestSettingsStore)
#include "tst_settings_store.moc"
