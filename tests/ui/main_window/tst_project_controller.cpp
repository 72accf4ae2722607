// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run_on.h"
#include "settings/secret_store.h"
#include "settings/settings_store.h"
#include "support/fake_clock.h"
#include "support/result_macros.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/secret_keeper.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace console;

namespace {

/// A controller whose receiver says what the test wants, and whose sandbox does not start.
struct Fixture
{
    explicit Fixture(const ManagedSettings &managed = {})
        : settings(folder.path(), managed)
    { }

    QTemporaryDir folder;
    FakeClock clock;
    QNetworkAccessManager network;
    SettingsStore settings;
    SecretStore secrets {QStringLiteral("test")};
    QList<QList<RouteRequest>> routes;
    bool isPortTaken = false;

    ProjectPorts ports()
    {
        ProjectPorts ports {[this](ApiSettings api) {
                                api.backOffBase = std::chrono::milliseconds(0);
                                return std::make_unique<ProjectConnection>(api, network, clock);
                            },
                            [] {
                                return readyFuture(
                                    Result<SandboxAccess>(failure(Error::Kind::Storage, QStringLiteral("no sandbox"))));
                            }};
        ports.receiver = {
            [this](const QList<RouteRequest> &wanted) {
                routes.append(wanted);
                ReceiverState state;
                for (const auto &route : wanted) {
                    const ListenAddress actual {route.address.host, quint16(isPortTaken ? 9999 : route.address.port)};
                    state.listeners.append({route.address, actual, true, {}});
                }
                return readyFuture(state);
            },
            [](qint64) {}};
        ports.makeCheck = [this] { return std::make_unique<ConnectionCheck>(network, clock); };
        return ports;
    }
    static Project makeProject()
    {
        Project project;
        project.key = QStringLiteral("k1");
        project.name = QStringLiteral("Production");
        project.region = QStringLiteral("eu");
        project.projectId = QStringLiteral("p1");
        project.callbackPath = QStringLiteral("/callbacks/x");
        project.baseUrlOverride = QUrl(QStringLiteral("http://127.0.0.1:1"));
        project.tokenUrlOverride = QUrl(QStringLiteral("http://127.0.0.1:1/oauth2/token"));
        return project;
    }
    static ProjectSecrets makeSecrets() { return {Secret(QStringLiteral("key")), Secret(QStringLiteral("hook")), {}}; }
};

} // namespace

class TestProjectController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsOnTheSandbox()
    {
        Fixture f;
        const ProjectController projects(f.settings, f.secrets, f.clock);
        QCOMPARE(projects.projects().size(), 1);
        QVERIFY(projects.selected().isSandbox());
        QCOMPARE(projects.connection(), nullptr);
    }

    void aConnectedProjectIsSelectedAndKept()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        QCOMPARE(projects.selected().name, QStringLiteral("Production"));
        QVERIFY(projects.connection());
        QCOMPARE(f.settings.loadProjects().size(), 1);
    }

    void everyProjectHasItsRouteWhicheverIsSelected()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        projects.select(QStringLiteral("sandbox"));
        const auto last = f.routes.constLast();
        QCOMPARE(last.size(), 2);
        QVERIFY(last.at(0).mayMove);
        QVERIFY(!last.at(1).mayMove);
        QCOMPARE(last.at(1).path, QStringLiteral("/callbacks/x"));
        QCOMPARE(last.at(1).secrets, QList<Secret> {Secret(QStringLiteral("hook"))});
    }

    void callbacksWithoutSignatureAreTakenWhereProjectAndOrganisationAllowIt_data()
    {
        QTest::addColumn<QByteArray>("policies");
        QTest::addColumn<bool>("isWanted");
        QTest::addColumn<bool>("isAllowed");
        QTest::newRow("the project alone decides") << QByteArray(R"({"version": 1})") << true << true;
        QTest::newRow("the project does not want it") << QByteArray(R"({"version": 1})") << false << false;
        QTest::newRow("the organisation allows it")
            << QByteArray(R"({"version": 1, "locked": {"receiver.allow_unsigned": true}})") << true << true;
        QTest::newRow("allowed is not wanted")
            << QByteArray(R"({"version": 1, "locked": {"receiver.allow_unsigned": true}})") << false << false;
        QTest::newRow("the organisation forbids it")
            << QByteArray(R"({"version": 1, "locked": {"receiver.allow_unsigned": false}})") << true << false;
        QTest::newRow("the organisation made a mistake")
            << QByteArray(R"({"version": 1, "locked": {"receiver.allow_unsigned": "no"}})") << true << false;
        QTest::newRow("the organisation's file is damaged")
            << QByteArray(R"({"version": 1, "locked": {"receiver.allow_unsigned": true},})") << true << false;
    }
    void callbacksWithoutSignatureAreTakenWhereProjectAndOrganisationAllowIt()
    {
        QFETCH(const QByteArray, policies);
        QFETCH(const bool, isWanted);
        QFETCH(const bool, isAllowed);
        Fixture f(ManagedSettings::parse(policies, QStringLiteral("policies.json")));
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        Project project = Fixture::makeProject();
        project.allowsUnsigned = isWanted;
        projects.add(project, Fixture::makeSecrets());
        QCOMPARE(f.routes.constLast().size(), 2);
        QCOMPARE(f.routes.constLast().at(1).allowsUnsigned, isAllowed);
        QCOMPARE(f.settings.loadProjects().constLast().allowsUnsigned, isWanted); // the user's own choice stays
    }

    void thePublicUrlIsWhereTheVendorSendsTo_data()
    {
        QTest::addColumn<QString>("publicUrl");
        QTest::addColumn<QString>("target");
        QTest::newRow("none: nowhere") << QString() << QString();
        QTest::newRow("a host") << QStringLiteral("https://t.example")
                                << QStringLiteral("https://t.example/callbacks/x");
        QTest::newRow("a host with a slash")
            << QStringLiteral("https://t.example/") << QStringLiteral("https://t.example/callbacks/x");
        QTest::newRow("a path of a proxy")
            << QStringLiteral("https://t.example/in/") << QStringLiteral("https://t.example/in/callbacks/x");
    }
    void thePublicUrlIsWhereTheVendorSendsTo()
    {
        QFETCH(const QString, publicUrl);
        QFETCH(const QString, target);
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        Project project = Fixture::makeProject();
        project.publicUrl = QUrl(publicUrl);
        projects.add(project, Fixture::makeSecrets());
        QCOMPARE(projects.webhookTarget().toString(), target);
    }

    void aPortThatIsTakenIsAProblemOfALiveProjectOnly()
    {
        Fixture f;
        f.isPortTaken = true;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        QTRY_VERIFY(!projects.webhookTarget().isEmpty());
        QCOMPARE(projects.receiverView().problem(), QString());
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        QTRY_VERIFY(projects.receiverView().problem().contains(QStringLiteral("8787")));
    }

    void aRemovedProjectTakesItsSecretsAlong()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        projects.remove(QStringLiteral("k1"));
        QVERIFY(projects.selected().isSandbox());
        QVERIFY(f.settings.loadProjects().isEmpty());
        auto left = f.secrets.load(QStringLiteral("k1"));
        QTRY_VERIFY(left.isFinished());
        QVERIFY(left.result()->keySecret.isEmpty());
    }

    void aMissingSecretIsToldAtTheProject()
    {
        Fixture f;
        f.settings.saveProjects({Fixture::makeProject()});
        Preferences preferences;
        preferences.selectedProject = QStringLiteral("k1");
        f.settings.savePreferences(preferences);
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), preferences);
        QTRY_VERIFY(projects.problem().contains(QStringLiteral("secret")));
        QCOMPARE(projects.standing().need, ProjectStanding::Need::Key);
        projects.change(Fixture::makeProject(), Fixture::makeSecrets());
        QCOMPARE(projects.standing().need, ProjectStanding::Need::Nothing);
        QVERIFY(projects.connection());
    }

    void secretsThatNoKeychainKeepsAreToldWithTheReason()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        const auto reason = [&] { return projects.secretKeeper().sessionOnlyReason(QStringLiteral("k1")); };
        QTRY_COMPARE(reason(), keychainReason(KeychainState::NoBus));
        projects.remove(QStringLiteral("k1"));
        QCOMPARE(reason(), QString());
    }

    void anApiThatCannotBeReachedMayBeTriedAgain()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        QTRY_COMPARE(projects.standing().need, ProjectStanding::Need::Retry);
        QVERIFY(!projects.problem().isEmpty());
        projects.reloadApps();
        QCOMPARE(projects.standing().need, ProjectStanding::Need::Nothing);
        QTRY_COMPARE(projects.standing().need, ProjectStanding::Need::Retry);
    }

    void aStoredProjectWithoutAProjectIdIsToldNotTried()
    {
        Fixture f;
        Project damaged = Fixture::makeProject();
        damaged.projectId.clear();
        f.settings.saveProjects({damaged});
        Preferences preferences;
        preferences.selectedProject = QStringLiteral("k1");
        f.settings.savePreferences(preferences);
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), preferences);
        QCOMPARE(projects.standing().need, ProjectStanding::Need::Edit);
    }

    void whatIsTriedIsReceivedMeanwhile()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        Project moved = Fixture::makeProject();
        moved.receiver.port = 9001;
        const ProjectSecrets typed {Secret(QStringLiteral("key")), Secret(QStringLiteral("typed")), {}};
        auto elsewhere = projects.tryConnection(moved, typed);
        QCOMPARE(f.routes.constLast().size(), 3); // the project's own path stays open
        auto same = projects.tryConnection(Fixture::makeProject(), typed);
        QCOMPARE(f.routes.constLast().size(), 3);
        QCOMPARE(f.routes.constLast().constLast().secrets,
                 QList<Secret>({Secret(QStringLiteral("typed")), Secret(QStringLiteral("hook"))}));
        elsewhere.reset();
        same.reset();
        QCOMPARE(f.routes.constLast().size(), 2);
        QCOMPARE(f.routes.constLast().constLast().secrets, QList<Secret>({Secret(QStringLiteral("hook"))}));
    }

    void aNewNameChangesNothingElse()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        const auto *connection = projects.connection();
        projects.rename(QStringLiteral("k1"), QStringLiteral(" Shop "));
        QCOMPARE(projects.selected().name, QStringLiteral("Shop"));
        QCOMPARE(projects.connection(), connection);
        QCOMPARE(f.settings.loadProjects().constFirst().name, QStringLiteral("Shop"));
        projects.rename(QStringLiteral("k1"), QStringLiteral("  "));
        QCOMPARE(projects.selected().name, QStringLiteral("Shop"));
    }

    void theSandboxGivesItsPortBackWhenTheOthersListenAgain()
    {
        Fixture f;
        f.isPortTaken = true;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        projects.add(Fixture::makeProject(), Fixture::makeSecrets());
        QTRY_VERIFY(!projects.receiverView().problem().isEmpty());
        projects.select(QStringLiteral("sandbox"));
        const QUrl before = projects.webhookTarget();
        f.isPortTaken = false;
        projects.listenAgain();
        QCOMPARE(f.routes.constLast().size(), 1); // the others wait until the address is let go
        QTRY_COMPARE(f.routes.constLast().size(), 2);
        QCOMPARE(f.routes.constLast().at(0).address.port, 9999);
        QCOMPARE(f.routes.constLast().at(1).address.port, 8787);
        QTRY_COMPARE(projects.webhookTarget(), before);
        projects.select(QStringLiteral("k1"));
        QTRY_COMPARE(projects.receiverView().problem(), QString());
    }

    void theSandboxListensWhereTheSettingsSay()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        Preferences preferences;
        preferences.receiver.port = 9100;
        projects.applyPreferences(preferences);
        QCOMPARE(f.routes.constLast().at(0).address.port, 9100);
    }

    void aSandboxThatDoesNotStartIsTold()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        projects.start(f.ports(), {});
        QTRY_VERIFY(projects.problem().contains(QStringLiteral("o sandbox")));
    }

    void withoutAReceiverNothingIsReceived()
    {
        Fixture f;
        ProjectController projects(f.settings, f.secrets, f.clock);
        auto ports = f.ports();
        ports.receiver = {};
        projects.start(ports.canReceive() ? f.ports() : std::move(ports), {});
        QVERIFY(!projects.canReceive());
        QVERIFY(!projects.receiverView().offBecause.isEmpty());
    }
};

QTEST_MAIN(TestProjectController)
#include "tst_project_controller.moc"
