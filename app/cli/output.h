// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "domain/notification_row.h"

#include <QByteArray>
#include <QString>

namespace console {

/// One line of data on stdout, flushed: a reader of the pipe sees it at once.
void printLine(const QByteArray &line);
/// One line for people on stderr; nothing in it moves the terminal's cursor.
void say(const QString &text);
/// Says what went wrong, with the technical detail where the words do not hold it already.
void sayTrouble(const Error &error);
/// A row for people: time, channel, identity, status, reason; one line, nothing hidden in it.
QString rowText(const NotificationRow &row);
/// The row as it is printed when it arrives: a repetition says so.
NotificationRow asArrived(NotificationRow row, bool isRepeat);

} // namespace console
