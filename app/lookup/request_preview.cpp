// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/request_preview.h"

#include "wire/query_codec.h"

#include <QJsonDocument>

namespace console {

namespace {

QByteArray bodyOf(const LookupDraft &draft, const RequestId &requestId)
{
    const auto query = CapabilityQuery::make(requestId, draft.appId, draft.recipient);
    return query ? encodeCapabilityQuery(*query) : QByteArray();
}

/// One argument of a POSIX shell.
QString quoted(QString text)
{
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

/// The variables are those of the command line tool; a token has none there.
QString credentials(const ApiSettings &settings)
{
    if (settings.authentication == ApiSettings::Authentication::Basic)
        return QStringLiteral("-u \"$CAPABILITY_KEY_ID:$CAPABILITY_KEY_SECRET\"");
    return QStringLiteral("-H \"Authorization: Bearer $CAPABILITY_ACCESS_TOKEN\"");
}

} // namespace

QString requestUrl(const ApiSettings &settings)
{
    QString base = settings.baseUrl.toString(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    const QString project = QString::fromLatin1(QUrl::toPercentEncoding(settings.projectId.toString()));
    return QStringLiteral("%1/v1/projects/%2/capability:query").arg(base, project);
}

QString requestJson(const LookupDraft &draft)
{
    const auto document
        = QJsonDocument::fromJson(bodyOf(draft, *RequestId::parse(QStringLiteral("(made on sending)"))));
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

QString requestAsCurl(const ApiSettings &settings, const LookupDraft &draft, const RequestId &requestId)
{
    return QStringLiteral("curl -X POST %1 \\\n  -H 'Content-Type: application/json' \\\n  %2 \\\n  -d %3\n")
        .arg(quoted(requestUrl(settings)), credentials(settings), quoted(QString::fromUtf8(bodyOf(draft, requestId))));
}

} // namespace console
