// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ProjectController that turns a project into a connection, and tries one before it is kept.
#include "core/continuation.h"
#include "ui/main_window/project_controller.h"

namespace console {

ApiSettings ProjectController::settingsOf(const Project &project, const ProjectSecrets &secrets)
{
    const QUrl baseUrl = project.baseUrlOverride.isEmpty() ? regionBaseUrl(project.region) : project.baseUrlOverride;
    return {baseUrl,
            project.tokenUrlOverride.isEmpty() ? tokenUrlBeside(baseUrl) : project.tokenUrlOverride,
            *ProjectId::parse(project.projectId),
            project.keyId,
            secrets.keySecret,
            project.usesBasic ? ApiSettings::Authentication::Basic : ApiSettings::Authentication::OAuth2};
}

std::unique_ptr<ConnectionCheck> ProjectController::tryConnection(const Project &project, const ProjectSecrets &secrets)
{
    if (!m_ports)
        return nullptr;
    auto check = m_ports->makeCheck();
    const int number = ++m_lastTrial;
    RouteRequest route = routeOf(project, secrets);
    if (const Project *own = find(project.key)) { // honest callbacks come meanwhile
        const RouteRequest asItIs = routeOf(*own, secretsOf(project.key));
        route.secrets += asItIs.secrets;
        route.clients += asItIs.clients;
        route.needsToken = route.needsToken && asItIs.needsToken;
    }
    m_trials.emplace(number, route);
    connect(check.get(), &QObject::destroyed, this, [this, number] {
        m_trials.erase(number);
        applyRoutes();
    });
    applyRoutes() | then(check.get(), [this, project, secrets, check = check.get()](const ReceiverState &) {
        check->start(settingsOf(project, secrets), trialReceiver(project, secrets));
    });
    return check;
}

ConnectionCheck::Receiver ProjectController::trialReceiver(const Project &project, const ProjectSecrets &secrets) const
{
    if (!canReceive())
        return {};
    const ReceiverState state = receiverStateFor(project);
    const ListenAddress wanted = receiverOf(project);
    const auto own = std::find_if(state.listeners.begin(), state.listeners.end(),
                                  [&](const ListenerState &one) { return one.wanted == wanted; });
    if (own != state.listeners.end() && !own->isListening)
        return {{}, {}, own->problem};
    return {project.publicUrl.isEmpty() ? localTargetOf(project) : targetOf(project),
            secrets.webhookSecret,
            {},
            m_ports->receiver.hasStored,
            own != state.listeners.end() && own->certificate && project.publicUrl.isEmpty() ? own->certificate->digest
                                                                                            : QByteArray(),
            callbackClientOf(project, secrets)};
}

} // namespace console
