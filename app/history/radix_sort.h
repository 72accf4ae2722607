// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace console {

template <typename K>
struct KeyedRow
{
    K key;
    quint32 id;
};

/// Sorts by key, stable: least significant digit first, 11 bits a step; a step in which all digits are equal is skipped.
/// \returns false when it was cancelled between two steps.
template <typename K, typename Cancelled>
bool radixSort(std::vector<KeyedRow<K>> &rows, const Cancelled &isCancelled)
{
    constexpr int kBits = 11;
    constexpr size_t kBuckets = size_t(1) << kBits;
    constexpr int kSteps = (int(sizeof(K)) * 8 + kBits - 1) / kBits;
    const auto digit = [](K key, int step) { return size_t(key >> (step * kBits)) & (kBuckets - 1); };

    std::vector<std::array<quint32, kBuckets>> counts(kSteps);
    for (const auto &row : rows) {
        for (int step = 0; step < kSteps; ++step)
            ++counts[size_t(step)][digit(row.key, step)];
    }
    std::vector<KeyedRow<K>> target(rows.size());
    for (int step = 0; step < kSteps; ++step) {
        if (isCancelled())
            return false;
        auto &count = counts[size_t(step)];
        if (rows.empty() || count[digit(rows.front().key, step)] == rows.size())
            continue;
        quint32 sum = 0;
        for (quint32 &place : count)
            sum += std::exchange(place, sum);
        for (const auto &row : rows)
            target[count[digit(row.key, step)]++] = row;
        rows.swap(target);
    }
    return true;
}

} // namespace console
