// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QStringList>

namespace console {

/// The contacts of one project that stand on top of the list: favourites, and those looked up of late. Only id and name
/// are kept; the rest is read anew, since it changes at the vendor.
struct ContactShortlist
{
    struct Entry
    {
        ContactId id;
        QString name;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    static constexpr qsizetype kMostFavourites = 100;
    static constexpr qsizetype kMostRecent = 10;

    QList<Entry> favourites; ///< in the order in which they became one
    QList<Entry> recent;     ///< newest first

    bool isFavourite(const ContactId &id) const;
    /// Makes it one, or ends that. A hundredth and first one ends the oldest.
    void toggleFavourite(const Entry &entry);
    void noteLookedUp(const Entry &entry);
    /// The same list, where some contacts are forgotten.
    ContactShortlist without(const QStringList &ids) const;

    friend bool operator==(const ContactShortlist &, const ContactShortlist &) = default;
};

} // namespace console
