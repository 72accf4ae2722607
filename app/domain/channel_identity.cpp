// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/channel_identity.h"

namespace console {

namespace {
QStringView withoutPlus(const ChannelIdentity &address)
{
    const QStringView text(address.identity);
    return usesPhoneNumbers(address.channel.value) && text.startsWith(QLatin1Char('+')) ? text.mid(1) : text;
}
} // namespace

Result<ChannelIdentity> ChannelIdentity::make(const QString &channel, const QString &identity)
{
    if (channel.isEmpty())
        return failure(Error::Kind::Config, QStringLiteral("the channel is missing"));
    if (identity.isEmpty())
        return failure(Error::Kind::Config, QStringLiteral("the identity on %1 is missing").arg(channel));
    return ChannelIdentity {ChannelName::fromText(channel), identity};
}

bool ChannelIdentity::isSameAddress(const ChannelIdentity &other) const
{
    return channel.raw == other.channel.raw && withoutPlus(*this) == withoutPlus(other);
}

std::array<QString, 2> ChannelIdentity::spellings() const
{
    if (!usesPhoneNumbers(channel.value))
        return {identity, identity};
    const QString digits = withoutPlus(*this).toString();
    return {digits, QLatin1Char('+') + digits};
}

} // namespace console
