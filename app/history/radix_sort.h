// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace console {

struct KeyedRow
{
    quint32 key;
    quint32 id;
};

/// Sorts by key, stable: least significant digit first, 11 bits a step; a step in which all digits are equal is skipped.
/// \returns false when it was cancelled between two steps.
template <typename Cancelled>
bool radixSort(std::vector<KeyedRow> &rows, const Cancelled &isCancelled)
{
    constexpr int kBits = 11;
    constexpr size_t kBuckets = size_t(1) << kBits;
    constexpr int kSteps = 3;
    const auto digit = [](quint32 key, int step) { return size_t(key >> (step * kBits)) & (kBuckets - 1); };

    std::array<std::vector<quint32>, kSteps> counts;
    for (auto &count : counts)
        count.resize(kBuckets);
    for (const KeyedRow &row : rows) {
        for (int step = 0; step < kSteps; ++step)
            ++counts[size_t(step)][digit(row.key, step)];
    }
    std::vector<KeyedRow> target(rows.size());
    for (int step = 0; step < kSteps; ++step) {
        if (isCancelled())
            return false;
        auto &count = counts[size_t(step)];
        if (rows.empty() || count[digit(rows.front().key, step)] == rows.size())
            continue;
        quint32 sum = 0;
        for (quint32 &place : count)
            sum += std::exchange(place, sum);
        for (const KeyedRow &row : rows)
            target[count[digit(row.key, step)]++] = row;
        rows.swap(target);
    }
    return true;
}

} // namespace console
