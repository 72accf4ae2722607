// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ProjectController that has to do with callbacks: routes, ports, addresses.
#include "core/continuation.h"
#include "core/run_on.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/webhook_keeper.h"

#include <QCoreApplication>

namespace console {

namespace {

/// Somebody else may have the port, or only the sandbox found another one.
bool hasMoved(const ListenerState &listener)
{
    return listener.isListening && listener.wanted.port != 0 && listener.actual.port != listener.wanted.port;
}

} // namespace

ListenAddress ProjectController::receiverOf(const Project &project) const
{
    if (project.isSandbox() && m_sandboxMovedTo)
        return *m_sandboxMovedTo;
    return m_listenAt.value_or(project.receiver);
}

RouteRequest ProjectController::routeOf(const Project &project, const ProjectSecrets &secrets) const
{
    RouteRequest route;
    route.address = receiverOf(project);
    route.mayMove = project.isSandbox();
    route.path = project.callbackPath;
    route.publicHost = project.publicUrl.host();
    route.projectId = project.projectId;
    for (const auto &secret : {secrets.webhookSecret, secrets.previousWebhookSecret}) {
        if (!secret.isEmpty())
            route.secrets.append(secret);
    }
    route.allowsUnsigned = project.allowsUnsigned && managed().mayAllowUnsigned();
    route.window = m_preferences.signatureWindow;
    route.tls = m_preferences.tls;
    route.needsToken = project.tokenRequest != Project::TokenRequest::None;
    if (const auto client = callbackClientOf(project, secrets))
        route.clients = {*client};
    return route;
}

QList<RouteRequest> ProjectController::wantedRoutes() const
{
    QList<RouteRequest> routes;
    for (const auto &project : std::as_const(m_projects))
        routes.append(routeOf(project, secretsOf(project.key)));
    for (const auto &[number, checked] : m_trials) {
        const RouteRequest &trial = checked; // clang 14 lets no lambda see a structured binding
        // The first one of a path counts: what is being checked knows the secrets of its project, too.
        routes.removeIf(
            [&](const RouteRequest &own) { return own.address == trial.address && own.path == trial.path; });
        routes.append(trial);
    }
    return routes;
}

QFuture<ReceiverState> ProjectController::applyRoutes()
{
    if (!canReceive())
        return readyFuture(m_receiver);
    m_ports->receiver.setBodyLimit(m_preferences.bodyLimit);
    return m_ports->receiver.setRoutes(wantedRoutes()) | then(this, [this](const ReceiverState &state) {
               setReceiverState(state);
               return state;
           });
}

void ProjectController::setReceiverState(const ReceiverState &state)
{
    m_receiver = state;
    findPortHolders();
    Q_EMIT receiverChanged();
}

void ProjectController::findPortHolders()
{
    for (const auto &listener : std::as_const(m_receiver.listeners)) {
        const quint16 port = listener.wanted.port;
        const bool isMissing = port != 0 && (!listener.isListening || hasMoved(listener));
        if (!isMissing)
            m_portHolders.remove(port);
        else if (!m_portHolders.contains(port))
            m_portHolders.insert(port, findPortHolder(port));
    }
}

void ProjectController::listenAgain()
{
    if (!canReceive())
        return;
    m_portHolders.clear();
    const auto wanted = receiverOf(m_projects.constFirst());
    const auto moved = std::find_if(m_receiver.listeners.cbegin(), m_receiver.listeners.cend(),
                                    [&](const ListenerState &one) { return one.wanted == wanted && hasMoved(one); });
    if (moved == m_receiver.listeners.cend()) {
        applyRoutes();
        return;
    }
    // The sandbox stays where its webhooks point at. Its listener answers to the address that the others want: only when
    // that is let go, they can have it.
    m_sandboxMovedTo = moved->actual;
    QList<RouteRequest> routes = wantedRoutes();
    routes.removeIf([&](const RouteRequest &route) { return route.address == wanted; });
    m_ports->receiver.setRoutes(routes) | then(this, [this](const ReceiverState &) { applyRoutes(); });
}

void ProjectController::applyPreferences(const Preferences &preferences)
{
    const bool isOtherAddress = preferences.receiver != m_preferences.receiver;
    const bool isOtherRoute = isOtherAddress || preferences.tls != m_preferences.tls
        || preferences.signatureWindow != m_preferences.signatureWindow
        || preferences.bodyLimit != m_preferences.bodyLimit;
    const auto before = targets();
    m_preferences = preferences;
    if (isOtherAddress) {
        m_projects.first().receiver = preferences.receiver;
        m_sandboxMovedTo.reset();
    }
    if (isOtherRoute)
        applyRoutes() | then(this, [this, before](const ReceiverState &) { removeWebhooksElsewhere(before); });
}

QHash<QString, QUrl> ProjectController::targets() const
{
    QHash<QString, QUrl> targets;
    for (const auto &project : m_projects)
        targets.insert(project.key, targetOf(project));
    return targets;
}

/// They point at where we are no longer, with TLS or without. The next lookup makes new ones.
void ProjectController::removeWebhooksElsewhere(const QHash<QString, QUrl> &before)
{
    const auto now = targets();
    for (const auto &[key, session] : m_sessions) {
        if (m_webhooks && session.connection && now.value(key) != before.value(key))
            m_webhooks->remove(session.connection.get());
    }
}

Result<TlsCertificate> ProjectController::checkTls(const TlsFiles &files) const
{
    if (!m_ports || !m_ports->receiver.checkTls)
        return failure(Error::Kind::Busy, tr("The program is still starting."));
    return m_ports->receiver.checkTls(files);
}

QString ProjectController::takenText(quint16 port) const
{
    const auto holder = m_portHolders.value(port);
    if (!holder)
        return tr("the port %1 is taken").arg(port);
    if (holder->processId == QCoreApplication::applicationPid())
        return tr("the port %1 is taken by this program: it listens there for another project or the sandbox")
            .arg(port);
    if (!holder->user.isEmpty())
        //: %1 is a port, %2 the name of a user of this machine
        return tr("the port %1 is taken by a program of the user %2").arg(port).arg(holder->user);
    //: %1 is a port, %2 the name of a program, %3 its number
    return tr("the port %1 is taken by %2 (process %3)").arg(port).arg(holder->program).arg(holder->processId);
}

ReceiverState ProjectController::receiverStateFor(const Project &project) const
{
    ReceiverState state = m_receiver;
    for (auto &listener : state.listeners) {
        const bool hasLost = hasMoved(listener) && !project.isSandbox(); // the vendor calls the port that was agreed
        const bool isTaken = !listener.isListening && m_portHolders.value(listener.wanted.port).has_value();
        if (hasLost || isTaken) {
            listener.isListening = false;
            listener.problem = takenText(listener.wanted.port);
        }
    }
    return state;
}

ReceiverView ProjectController::receiverView() const
{
    ReceiverView view {receiverStateFor(selected()), receiverOf(selected()), webhookTarget(), {}};
    if (m_ports && !m_ports->canReceive())
        view.offBecause = tr("another program writes this history");
    if (!managed().damage().isEmpty())
        view.offBecause = tr("the settings of your organisation cannot be read");
    if (view.callbackUrl.isEmpty())
        view.callbackUrl = localTargetOf(selected());
    return view;
}

QUrl ProjectController::localTargetOf(const Project &project) const
{
    auto actual = receiverStateFor(project).actualAddress(receiverOf(project));
    if (!actual)
        return {};
    if (!actual->isLoopback() && (actual->host == QLatin1String("0.0.0.0") || actual->host == QLatin1String("::")))
        actual->host = QStringLiteral("127.0.0.1"); // it listens everywhere: here, too
    return routeOf(project, {}).urlAt(*actual);
}

QUrl ProjectController::targetOf(const Project &project) const
{
    if (project.isSandbox())
        return localTargetOf(project);
    QUrl target = project.publicUrl;
    if (target.isEmpty())
        return {};
    QString base = target.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    target.setPath(base + project.callbackPath);
    if (!m_preferences.tls.isEmpty())
        target.setScheme(QStringLiteral("https"));
    return target;
}

QUrl ProjectController::webhookTarget() const
{
    return targetOf(selected());
}

} // namespace console
