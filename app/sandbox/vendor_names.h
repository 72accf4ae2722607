// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace console {

/// The closed lists of words that the API accepts, and what it does with an identity. Contract 4.1, 4.3, 4.6.
struct VendorNames
{
    static const QStringList &channels(); ///< today's thirteen
    /// One of the thirteen, or VIBER, which is deprecated but still taken.
    static bool isChannel(const QString &word);
    static bool isPhoneChannel(const QString &channel);
    /// Channels on which an identity means something only together with an app.
    static bool isAppScoped(const QString &channel);
    static bool isLanguage(const QString &word);
    /// UNSPECIFIED_TRIGGER is none: it "will cause errors".
    static bool isTrigger(const QString &word);
    /// 26 characters of Crockford base 32.
    static bool isUlid(const QString &text);
    /// Phone numbers are kept without the plus sign; everything else is opaque.
    static QString storedIdentity(const QString &channel, const QString &identity);
};

} // namespace console
