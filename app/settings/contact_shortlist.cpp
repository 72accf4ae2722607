// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/contact_shortlist.h"

namespace console {

namespace {

bool removeFrom(QList<ContactShortlist::Entry> &entries, const ContactId &id)
{
    return entries.removeIf([&](const ContactShortlist::Entry &one) { return one.id == id; }) > 0;
}

} // namespace

bool ContactShortlist::isFavourite(const ContactId &id) const
{
    return std::any_of(favourites.begin(), favourites.end(), [&](const Entry &one) { return one.id == id; });
}

void ContactShortlist::toggleFavourite(const Entry &entry)
{
    if (removeFrom(favourites, entry.id))
        return;
    favourites.append(entry);
    if (favourites.size() > kMostFavourites)
        favourites.removeFirst();
}

void ContactShortlist::noteLookedUp(const Entry &entry)
{
    removeFrom(recent, entry.id);
    recent.prepend(entry);
    if (recent.size() > kMostRecent)
        recent.removeLast();
}

ContactShortlist ContactShortlist::without(const QStringList &ids) const
{
    ContactShortlist left = *this;
    for (auto *list : {&left.favourites, &left.recent})
        list->removeIf([&ids](const Entry &entry) { return ids.contains(entry.id.toString()); });
    return left;
}

} // namespace console
