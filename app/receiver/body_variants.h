// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace console {

/// What the sender may have signed, if something between us changed it into what we received.
struct BodyVariant
{
    const char *what; ///< what happened to it on the way; English, for the log and the quarantine
    QByteArray bytes;
};

/// The usual changes, undone: line ends, byte order mark, white space, another serialiser, charsets.
QList<BodyVariant> bodyVariants(const QByteArray &received);

} // namespace console
