// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/row_groups.h"

#include <array>
#include <string_view>

class QMenu;

namespace console {

class NotificationTableModel;

/// What the table can be grouped by, and its word in a file.
inline constexpr std::array kGroupWords {
    std::pair {GroupKey::None, std::string_view("")},
    std::pair {GroupKey::Contact, std::string_view("contact")},
    std::pair {GroupKey::Lookup, std::string_view("lookup")},
    std::pair {GroupKey::Channel, std::string_view("channel")},
    std::pair {GroupKey::Status, std::string_view("capability")},
};

QString groupWord(GroupKey key);
/// None where the word is not known.
GroupKey groupOfWord(const QString &word);

/// One action a key, the present one checked. Anew, each time that the menu is about to show.
void fillGroupMenu(QMenu *menu, NotificationTableModel *model);

} // namespace console
