// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <numeric>

namespace console {

/// The first number from begin on that has not a property which none has after it; end if all have it.
/// What std::ranges::partition_point of a std::views::iota would be: clang 14 cannot compile libstdc++'s views.
template <typename Has>
int firstWithout(int begin, int end, const Has &has)
{
    while (begin < end) {
        const int middle = std::midpoint(begin, end);
        if (has(middle))
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

} // namespace console
