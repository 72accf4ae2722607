// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/capability_status.h"
#include "domain/channel.h"
#include "domain/lookup_state.h"
#include "domain/notification_row.h"
#include "domain/receiver_state.h"
#include "ui/theme/chip.h"

namespace console {

/// The vendor's answer. A value that nobody knows yet keeps the vendor's word.
ChipLook chipFor(const CapabilityStatus &status);
ChipLook chipFor(LookupState state);
/// The same, with "3 of 4" while answers are missing.
ChipLook chipFor(const LookupProgress &progress);
/// "Receiver :8787"; trouble of one address is trouble of all.
ChipLook chipFor(const ReceiverState &receiver);
ChipLook chipFor(SignatureState signature);
ChipLook chipFor(Outcome outcome);
/// An expected answer that has not come: never a no.
ChipLook silentChip();
/// The same while its time is not over.
ChipLook waitingChip();
/// An answer about our own set-up: it says nothing about the person.
ChipLook uncheckedChip();
/// An answer came, and the receiver refused it.
ChipLook refusedChip();

/// The picture beside a channel's name.
Icon iconFor(Channel channel);

} // namespace console
