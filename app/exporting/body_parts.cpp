// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/body_parts.h"

#include "core/headers.h"
#include "core/visible_text.h"
#include "storage/raw_callback.h"

#include <algorithm>

namespace console {

namespace {

const QStringList &rawNames()
{
    static const QStringList names {QStringLiteral("raw_body"), QStringLiteral("raw_encoding"),
                                    QStringLiteral("raw_headers")};
    return names;
}

bool isOfARow(const QString &name)
{
    const auto members = rowMembers(RowMembers::Annotations);
    return rawNames().contains(name) || std::any_of(members.begin(), members.end(), [&name](const RowMember &member) {
               return name == QLatin1String(member.name.data(), qsizetype(member.name.size()));
           });
}

bool isCredential(const QByteArray &header)
{
    constexpr std::array names {"Authorization", "Proxy-Authorization", "Cookie"};
    return std::any_of(names.begin(), names.end(),
                       [&header](const char *name) { return header.compare(name, Qt::CaseInsensitive) == 0; });
}

} // namespace

QStringList extraMemberNames(const BodyParts &parts)
{
    QStringList titles;
    for (const JsonPath &path : parts.columns)
        titles.append(path.title());
    QStringList names;
    for (const JsonPath &path : parts.columns) {
        QString name = path.title();
        if (titles.count(name) > 1 || isOfARow(name))
            name = path.text();
        if (isOfARow(name) || names.contains(name))
            name.prepend(QLatin1String("$.")); // a path of one step is its own title
        names.append(name);
    }
    return parts.hasRaw ? names + rawNames() : names;
}

QList<RowCell> rawCells(const std::optional<RawCallback> &raw)
{
    if (!raw)
        return QList<RowCell>(rawNames().size());
    const QString text = QString::fromUtf8(raw->body);
    const bool isText = text.toUtf8() == raw->body;
    QStringList headers;
    for (const auto &[name, value] : decodeHeaders(raw->headers)) {
        if (!isCredential(name))
            headers.append(QString::fromLatin1(name + ": " + value));
    }
    return {isText ? text : QString::fromLatin1(raw->body.toBase64()), QString(isText ? kRawAsText : kRawAsBase64),
            headers};
}

QList<RowCell> redactedRawCells(const std::optional<QByteArray> &body)
{
    if (!body)
        return QList<RowCell>(rawNames().size());
    return {QString::fromUtf8(*body), QString(kRawRedacted), RowCell()};
}

} // namespace console
