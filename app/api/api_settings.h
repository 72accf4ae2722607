// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"
#include "domain/ids.h"

#include <QString>
#include <QUrl>

namespace console {

/// Where the API of one project is and who asks. The sandbox is reached by these URLs like the vendor: nothing else
/// tells them apart.
struct ApiSettings
{
    enum class Authentication {
        OAuth2, ///< a bearer token from the token endpoint: recommended
        Basic,  ///< key id and secret with every call: for tests only, heavily limited
    };
    QUrl baseUrl;  ///< https://eu.conversation.api.sinch.com, without a path
    QUrl tokenUrl; ///< https://auth.sinch.com/oauth2/token
    ProjectId projectId;
    QString keyId;
    Secret keySecret;
    Authentication authentication = Authentication::OAuth2;
    std::chrono::milliseconds timeLimit {10'000};  ///< of one request
    std::chrono::milliseconds backOffBase {1'000}; ///< of the first retry; grows fourfold
};

/// The base URL of a region: us, eu or br. It must be the one that the app was made in; a wrong one shows as 404.
QUrl regionBaseUrl(const QString &region);
/// The token endpoint that serves all regions.
QUrl globalTokenUrl();
/// The token endpoint that belongs to a base URL: the global one for the vendor's hosts; a sandbox or a proxy answers for
/// its own beside the API, so that a key never goes to another host than the one that was meant.
QUrl tokenUrlBeside(const QUrl &baseUrl);

} // namespace console
