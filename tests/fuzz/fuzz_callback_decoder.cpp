// SPDX-License-Identifier: GPL-3.0-or-later
// The decoder of callbacks, fed with anything: it must return, and what it returns must keep its promises.
#include "wire/callback_decoder.h"

#include <cstdint>
#include <cstdlib>

using namespace console;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(bytes), qsizetype(size));
    const auto decoded = decodeCallback(body);
    if (const auto *notification = std::get_if<CapabilityNotification>(&decoded)) {
        require(!notification->channel.isEmpty() || !notification->status.isEmpty());
        require(!notification->digest.isEmpty());
    } else if (const auto *unreadable = std::get_if<UnreadableCallback>(&decoded)) {
        require(!unreadable->why.isEmpty());
    }
    require(decodeCallback(body).index() == decoded.index());
    return 0;
}
