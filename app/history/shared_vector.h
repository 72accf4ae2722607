// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>
#include <bit>
#include <memory>
#include <new>

namespace console {

/// A list that only grows and never moves an element, so that others may read while one thread appends.
/// Thread: append() in one thread; everything else in any. What an element holds beside atomics stays as it was appended.
template <typename T>
class SharedVector
{
public:
    SharedVector() = default;
    SharedVector(const SharedVector &) = delete;
    SharedVector &operator=(const SharedVector &) = delete;
    ~SharedVector()
    {
        for (quint32 index = 0; index < size(); ++index)
            std::destroy_at(&(*this)[index]);
        for (auto &block : m_blocks)
            ::operator delete(block.load(std::memory_order_relaxed), std::align_val_t(alignof(T)));
    }

    quint32 size() const { return m_size.load(std::memory_order_acquire); }

    const T &operator[](quint32 index) const
    {
        const Place place = placeOf(index);
        return m_blocks[place.block].load(std::memory_order_acquire)[place.offset];
    }
    T &operator[](quint32 index) { return const_cast<T &>(std::as_const(*this)[index]); }

    /// \param fill  called with the new element before anybody else can see it. \returns its index.
    template <typename F>
    quint32 append(F fill)
    {
        const quint32 index = m_size.load(std::memory_order_relaxed);
        const Place place = placeOf(index);
        T *block = m_blocks[place.block].load(std::memory_order_relaxed);
        if (!block) {
            const size_t count = size_t(1) << (place.block + kFirstBits);
            block = static_cast<T *>(::operator new(count * sizeof(T), std::align_val_t(alignof(T))));
            m_blocks[place.block].store(block, std::memory_order_release);
        }
        fill(*std::construct_at(block + place.offset));
        m_size.store(index + 1, std::memory_order_release);
        return index;
    }

private:
    static constexpr unsigned kFirstBits = 8;

    /// Each block is twice as large as the one before it. What of it is not in use yet takes no memory: it was never
    /// written to.
    struct Place
    {
        unsigned block;
        quint64 offset;
    };
    static Place placeOf(quint32 index)
    {
        const quint64 shifted = quint64(index) + (1u << kFirstBits);
        const unsigned bits = unsigned(std::bit_width(shifted)) - 1;
        return {bits - kFirstBits, shifted - (quint64(1) << bits)};
    }

    std::array<std::atomic<T *>, 33 - kFirstBits> m_blocks {};
    std::atomic<quint32> m_size {0};
};

} // namespace console
