// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ProjectController that has to do with callbacks: routes, targets, webhooks.
#include "core/continuation.h"
#include "core/run_on.h"
#include "ui/main_window/project_controller.h"
#include "ui/main_window/webhook_keeper.h"

namespace console {

RouteRequest ProjectController::routeOf(const Project &project) const
{
    RouteRequest route;
    route.address = receiverOf(project);
    route.mayMove = project.isSandbox();
    route.path = project.callbackPath;
    route.projectId = project.projectId;
    const ProjectSecrets secrets = secretsOf(project.key);
    for (const auto &secret : {secrets.webhookSecret, secrets.previousWebhookSecret}) {
        if (!secret.isEmpty())
            route.secrets.append(secret);
    }
    route.allowsUnsigned = project.allowsUnsigned;
    route.window = m_preferences.signatureWindow;
    return route;
}

QFuture<ReceiverState> ProjectController::applyRoutes()
{
    if (!canReceive())
        return readyFuture(m_receiver);
    QList<RouteRequest> routes;
    for (const auto &project : std::as_const(m_projects))
        routes.append(routeOf(project));
    m_ports->receiver.setBodyLimit(m_preferences.bodyLimit);
    return m_ports->receiver.setRoutes(routes) | then(this, [this](const ReceiverState &state) {
               setReceiverState(state);
               return state;
           });
}

void ProjectController::setReceiverState(const ReceiverState &state)
{
    m_receiver = state;
    Q_EMIT receiverChanged();
}

void ProjectController::applyPreferences(const Preferences &preferences)
{
    const bool isOtherRoute = preferences.signatureWindow != m_preferences.signatureWindow
        || preferences.bodyLimit != m_preferences.bodyLimit;
    m_preferences = preferences;
    if (isOtherRoute)
        applyRoutes();
}

ReceiverView ProjectController::receiverView() const
{
    ReceiverView view {m_receiver, receiverOf(selected()), webhookTarget(), {}};
    if (m_ports && !m_ports->canReceive())
        view.offBecause = tr("another program writes this history");
    for (auto &listener : view.state.listeners) {
        const bool hasMoved
            = listener.isListening && listener.wanted.port != 0 && listener.actual.port != listener.wanted.port;
        if (hasMoved
            && !selected().isSandbox()) { // only the sandbox follows: the vendor calls the port that was agreed
            listener.isListening = false;
            listener.problem = tr("the port %1 is taken").arg(listener.wanted.port);
        }
    }
    const auto actual = view.state.actualAddress(view.wanted);
    if (view.callbackUrl.isEmpty() && actual)
        view.callbackUrl = QUrl(QStringLiteral("http://%1%2").arg(actual->toString(), selected().callbackPath));
    return view;
}

QUrl ProjectController::webhookTarget() const
{
    const Project &project = selected();
    if (!project.isSandbox()) {
        QUrl target = project.publicUrl;
        if (target.isEmpty())
            return {};
        QString base = target.path();
        while (base.endsWith(QLatin1Char('/')))
            base.chop(1);
        target.setPath(base + project.callbackPath);
        return target;
    }
    auto actual = m_receiver.actualAddress(receiverOf(project));
    if (!actual)
        return {};
    if (!actual->isLoopback())
        actual->host = QStringLiteral("127.0.0.1"); // the sandbox sends to this machine only
    return QUrl(QStringLiteral("http://%1%2").arg(actual->toString(), project.callbackPath));
}

WebhookDraft ProjectController::webhookDraft(const AppId &app) const
{
    return {app,
            webhookTarget().toString(QUrl::FullyEncoded),
            {QStringLiteral("CAPABILITY")},
            secretsOf(selected().key).webhookSecret};
}

bool ProjectController::needsWebhook(const AppId &app) const
{
    return !webhookTarget().isEmpty() && m_webhooks && !m_webhooks->isInPlace(webhookDraft(app));
}

QFuture<Result<>> ProjectController::prepareLookup(const AppId &app)
{
    const auto isListening = m_receiver.actualAddress(receiverOf(selected())).has_value();
    return (isListening ? readyFuture(m_receiver) : applyRoutes()) | then(this, [this, app](const ReceiverState &) {
               const WebhookDraft draft = webhookDraft(app);
               if (!connection())
                   return readyFuture(Result<>(failure(Error::Kind::Config, tr("The project is not connected yet."))));
               if (!draft.target.isEmpty())
                   return m_webhooks->ensure(*connection(), draft);
               if (!selected().isSandbox())
                   return readyFuture(Result<>()); // somebody else brings the callbacks here, or nobody
               return readyFuture(Result<>(failure(Error::Kind::Config, receiverView().problem())));
           });
}

QFuture<void> ProjectController::removeWebhooks()
{
    if (m_webhooks)
        return m_webhooks->remove(nullptr);
    return QtFuture::makeReadyFuture();
}

} // namespace console
