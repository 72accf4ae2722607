// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/callback_intake.h"

#include "core/log.h"
#include "wire/callback_decoder.h"

namespace console {

namespace {

CallbackDisposition dispositionOf(const Result<Recorded> &recorded)
{
    if (!recorded)
        return CallbackDisposition::StoreUnavailable;
    switch (recorded->kind) {
    case Recorded::Kind::New:
    case Recorded::Kind::Retry:
    case Recorded::Kind::Conflict:
    case Recorded::Kind::Replay:
    case Recorded::Kind::OtherEvent:
        return CallbackDisposition::Stored;
    case Recorded::Kind::Unreadable:
        return CallbackDisposition::Unreadable;
    case Recorded::Kind::NonceReused:
        return CallbackDisposition::NonceReused;
    }
    return CallbackDisposition::StoreUnavailable;
}

void logRecorded(const Recorded &recorded)
{
    if (!recorded.row || !lcLookup().isDebugEnabled())
        return;
    qCDebug(lcLookup) << "callback recorded request=" << recorded.row->requestId
                      << "channel=" << recorded.row->address.channel.raw
                      << "identity=" << maskedIdentity(recorded.row->address.identity)
                      << "outcome=" << outcomeName(recorded.row->outcome);
}

} // namespace

CallbackIntake::CallbackIntake(HistoryWriter &writer, Listener listener)
    : m_writer(writer)
    , m_listener(std::move(listener))
{ }

void CallbackIntake::accept(const VerifiedBody &body, CallbackAnswer answer)
{
    auto heard = [answer = std::move(answer), listener = m_listener](const Result<Recorded> &recorded) {
        if (recorded) {
            logRecorded(*recorded);
            if (listener)
                listener(*recorded);
        }
        answer(dispositionOf(recorded));
    };
    const auto decoded = decodeCallback(body.bytes());
    if (const auto *notification = std::get_if<CapabilityNotification>(&decoded))
        m_writer.record(body, *notification, std::move(heard));
    else if (const auto *event = std::get_if<OtherEvent>(&decoded))
        m_writer.keepOtherEvent(body, event->kind, std::move(heard));
    else
        m_writer.keepUnreadable(body, std::get<UnreadableCallback>(decoded).why, std::move(heard));
}

} // namespace console
