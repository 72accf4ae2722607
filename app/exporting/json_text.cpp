// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/json_text.h"

#include "core/visible_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace console {

namespace {
bool needsNoEscape(QChar c)
{
    return c >= QLatin1Char(' ') && c <= QLatin1Char('~') && c != QLatin1Char('"') && c != QLatin1Char('\\');
}

/// The same JSON without a character that a terminal would obey or that reorders a line: Qt escapes the first 32 only.
QByteArray withEscapes(const QByteArray &json)
{
    QString escaped;
    const QString text = QString::fromUtf8(json);
    for (const QChar c : text) {
        if (!c.isSurrogate() && hidesSomething(QStringView(&c, 1)))
            escaped += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    return escaped.toUtf8();
}
} // namespace

QByteArray jsonString(const QString &text)
{
    // Ids, times and codes are plain ASCII, nearly always; a document for each of them would cost ten times as much.
    if (std::all_of(text.begin(), text.end(), needsNoEscape))
        return '"' + text.toLatin1() + '"';
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    const QByteArray json = list.mid(1, list.size() - 2);
    return hidesSomething(text) ? withEscapes(json) : json;
}

} // namespace console
