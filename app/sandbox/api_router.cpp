// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/api_router.h"

namespace console {

void ApiRouter::add(const char *method, const char *shape, Handler handler)
{
    addLater(method, shape,
             [handler = std::move(handler)](const RoutedRequest &call, const Done &done) { done(handler(call)); });
}

void ApiRouter::addLater(const char *method, const char *shape, LaterHandler handler)
{
    m_handlers[QString::fromLatin1(shape)][method] = std::move(handler);
}

std::optional<ApiRouter::Match> ApiRouter::match(const HttpRequest &request) const
{
    auto parts = request.path.split(QLatin1Char('/'));
    // "", v1, projects, {project}, resource[:verb], {id}[:verb], sub
    if (parts.size() < 5 || parts.size() > 7 || !parts[0].isEmpty() || parts[1] != QLatin1String("v1")
        || parts[2] != QLatin1String("projects") || parts[3].isEmpty())
        return std::nullopt;
    Match match {.shape = {}, .call = {.request = request, .projectId = parts[3], .id = {}}};
    if (parts.size() > 5) {
        const auto colon = parts[5].indexOf(QLatin1Char(':'));
        match.call.id = colon < 0 ? parts[5] : parts[5].left(colon);
        if (match.call.id.isEmpty())
            return std::nullopt;
        parts[5] = QLatin1Char('*') + (colon < 0 ? QString() : parts[5].mid(colon));
    }
    match.shape = parts.mid(4).join(QLatin1Char('/'));
    if (!m_handlers.contains(match.shape))
        return std::nullopt;
    return match;
}

void ApiRouter::run(const Match &match, Done done) const
{
    const auto &methods = *m_handlers.constFind(match.shape);
    const auto &method = match.call.request.method;
    const auto handler = methods.constFind(method == "HEAD" ? QByteArray("GET") : method);
    if (handler == methods.constEnd())
        done(failure(VendorEnvelope::error(
            501, QStringLiteral("Method %1 is not implemented here").arg(QString::fromLatin1(method)))));
    else
        (*handler)(match.call, std::move(done));
}

} // namespace console
