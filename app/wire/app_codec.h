// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"

#include <QByteArray>

namespace console {

/// The body of GET /apps. Channel tokens and secrets in it are dropped here; an app without id is left out.
/// Errors: Malformed. Source: OAS ListAppsResponse, AppResponse.
[[nodiscard]] Result<QList<App>> decodeApps(const QByteArray &body);

/// The body of GET /apps/{id}. Errors: Malformed.
[[nodiscard]] Result<App> decodeApp(const QByteArray &body);

} // namespace console
