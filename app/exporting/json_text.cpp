// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace console {

namespace {
bool needsNoEscape(QChar c)
{
    return c >= QLatin1Char(' ') && c <= QLatin1Char('~') && c != QLatin1Char('"') && c != QLatin1Char('\\');
}
} // namespace

QByteArray jsonString(const QString &text)
{
    // Ids, times and codes are plain ASCII, nearly always; a document for each of them would cost ten times as much.
    if (std::all_of(text.begin(), text.end(), needsNoEscape))
        return '"' + text.toLatin1() + '"';
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

} // namespace console
