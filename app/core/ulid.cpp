// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ulid.h"

#include <QRandomGenerator>

#include <array>
#include <atomic>

namespace console {

namespace {
constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Time in the upper 48 bits, a counter in the lower 16: claimed with one atomic step, so it never repeats.
quint64 nextTick(Timestamp now)
{
    static std::atomic<quint64> last {0};
    const quint64 wanted = quint64(toMilliseconds(now)) << 16;
    quint64 previous = last.load();
    quint64 mine = 0;
    do {
        mine = std::max(wanted, previous + 1);
    } while (!last.compare_exchange_weak(previous, mine));
    return mine;
}
} // namespace

QString makeUlid(Timestamp now)
{
    const quint64 tick = nextTick(now);
    std::array<quint8, 16> bytes {};
    for (size_t i = 0; i < 8; ++i)
        bytes[i] = quint8(tick >> (56 - 8 * i));
    const quint64 random = QRandomGenerator::system()->generate64();
    for (size_t i = 0; i < 8; ++i)
        bytes[8 + i] = quint8(random >> (56 - 8 * i));

    QString text(26, Qt::Uninitialized);
    for (int i = 0; i < 26; ++i) { // character i holds bits 5i-2 … 5i+2 of the 128, the first only three of them
        int value = 0;
        for (int bit = 5 * i - 2; bit < 5 * i + 3; ++bit)
            value = value * 2 + (bit < 0 ? 0 : (bytes[size_t(bit / 8)] >> (7 - bit % 8)) & 1);
        text[i] = QLatin1Char(kAlphabet[value]);
    }
    return text;
}

} // namespace console
