// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notification_row.h"

#include <span>
#include <string_view>
#include <variant>

namespace console {

/// The value of one member of a row: absent, a text, a list, a number, yes or no.
using RowCell = std::variant<std::monostate, QString, QStringList, qint64, bool>;

/// One member of a row: its name in JSON and in the CSV header, and how to read it.
struct RowMember
{
    std::string_view name;
    RowCell (*cell)(const NotificationRow &row);
};

/// What is written of a row.
enum class RowMembers {
    Contract,    ///< the members of the command line contract
    Annotations, ///< these, then pinned, tags and note
};

/// In the order of the command line contract. The only place that names and orders them.
std::span<const RowMember> rowMembers(RowMembers members = RowMembers::Contract);

} // namespace console
