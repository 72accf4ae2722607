// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"
#include "ui/theme/tinted_icon.h"

#include <QList>

namespace console {

/// Something about a row that its columns do not say: a picture and a sentence.
struct RowMarker
{
    Icon icon;
    Ink ink;
    QString sentence;
};

/// Pin, tags, note, conflict, unsigned, signed with the previous secret, a member twice, retries, joined by recipient, not asked here.
QList<RowMarker> markersOf(const NotificationRow &row);

/// Of the colour rule that holds for a row.
QString ruleSentence(const QString &ruleName);

/// One sentence a line; empty when there is nothing to say.
QString markersText(const NotificationRow &row);

} // namespace console
