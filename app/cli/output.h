// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <QByteArray>
#include <QString>

namespace console {

/// One line of data on stdout, flushed: a reader of the pipe sees it at once.
void printLine(const QByteArray &line);
/// One line for people on stderr.
void say(const QString &text);
/// A row for people: time, channel, identity, status, reason; texts from outside without control characters.
QString rowText(const NotificationRow &row);
/// The row as it is printed when it arrives: a repetition says so.
NotificationRow asArrived(NotificationRow row, bool isRepeat);

} // namespace console
