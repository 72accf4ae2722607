// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel_identity.h"

#include <QList>

namespace console {

/// One typed identity, normalised. It is never refused because it looks odd; the reason is told instead.
struct ParsedIdentity
{
    ChannelIdentity address;
    QString oddBecause; ///< English; empty when nothing looks odd
};

/// Normalises what was typed for a channel: phone numbers become E.164 digits without '+' (libphonenumber reads "+",
/// "00", spaces, brackets and full-width digits), everything else is opaque and only trimmed.
ParsedIdentity parseIdentity(const ChannelName &channel, const QString &typed);

/// "CHANNEL:identity", split at the first colon. The channel is read without regard to case.
/// Errors: Config when there is no colon or a side is empty.
[[nodiscard]] Result<ParsedIdentity> parseQualifiedIdentity(const QString &typed);

/// Several lines, each an identity on the given channel or a qualified one; empty lines are skipped. Where a channel is
/// given, a word before a colon counts as another one only if it is known or written in capitals.
/// Errors: Config naming the line, when nothing is left.
[[nodiscard]] Result<QList<ParsedIdentity>> parseIdentityLines(const ChannelName &channel, const QString &lines);

} // namespace console
