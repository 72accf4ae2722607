// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/vendor_envelope.h"

#include <QHash>

#include <functional>
#include <optional>

namespace console {

/// One request that found its route.
struct RoutedRequest
{
    HttpRequest request;
    QString projectId;
    QString id; ///< the id in the path, where the route has one
};

/// Which function answers which method on which path below /v1/projects/{project_id}/. Paths are written with "*" for
/// an id: "contacts/*:merge".
class ApiRouter
{
public:
    using Handler = std::function<RouteAnswer(const RoutedRequest &call)>;
    using Done = std::function<void(const RouteAnswer &answer)>;
    using LaterHandler = std::function<void(const RoutedRequest &call, Done done)>;

    void add(const char *method, const char *shape, Handler handler);
    /// For a route whose answer may have to wait.
    void addLater(const char *method, const char *shape, LaterHandler handler);

    struct Match
    {
        QString shape;
        RoutedRequest call;
    };
    /// Empty when no route has this path, whatever the method.
    std::optional<Match> match(const HttpRequest &request) const;
    /// Answers with 501 where the path has no such method (contract 2.4).
    void run(const Match &match, Done done) const;

private:
    QHash<QString, QHash<QByteArray, LaterHandler>> m_handlers; ///< by shape, then method
};

} // namespace console
