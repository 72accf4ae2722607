// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/request_preview.h"

#include "wire/query_codec.h"

#include <QJsonDocument>

namespace console {

namespace {

QByteArray bodyOf(const LookupDraft &draft, const QString &requestId)
{
    const auto query = CapabilityQuery::make(*RequestId::parse(requestId), draft.appId, draft.recipient);
    return query ? encodeCapabilityQuery(*query) : QByteArray();
}

/// One argument of a POSIX shell.
QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

} // namespace

QString requestJson(const LookupDraft &draft)
{
    const auto document = QJsonDocument::fromJson(bodyOf(draft, QStringLiteral("(made on sending)")));
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

QString requestAsCurl(const ApiSettings &settings, const LookupDraft &draft)
{
    const QString base = settings.baseUrl.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    const QString project = QString::fromLatin1(QUrl::toPercentEncoding(settings.projectId.toString()));
    const QString url = QStringLiteral("%1/v1/projects/%2/capability:query").arg(base, project);
    const QString body = QString::fromUtf8(bodyOf(draft, QStringLiteral("PUT-A-NEW-ID-HERE")));
    return QStringLiteral("curl -X POST %1 \\\n  -H 'Content-Type: application/json' \\\n"
                          "  -H \"Authorization: Bearer $CAPABILITY_ACCESS_TOKEN\" \\\n  -d %2\n")
        .arg(quoted(url), quoted(body));
}

} // namespace console
