// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/masked_facts.h"

#include "ui/masking/masker.h"

namespace console {

namespace {

QList<ChannelIdentity> addressesOf(const AnswerFacts &facts)
{
    QList<ChannelIdentity> addresses = facts.lookup ? facts.lookup->expected : QList<ChannelIdentity>();
    for (const auto *list : {&facts.rows, &facts.heard}) {
        for (const auto &row : *list)
            addresses.append(row.address);
    }
    return addresses;
}

} // namespace

AnswerFacts maskedFacts(AnswerFacts facts)
{
    Masker &masker = Masker::instance();
    if (!masker.isOn())
        return facts;
    // Refused bodies are searched for the addresses of the cards.
    const QList<ChannelIdentity> addresses = facts.lookup ? facts.lookup->expected : QList<ChannelIdentity>();
    for (auto &refused : facts.refused) {
        for (const auto &address : addresses)
            refused.body.replace(address.identity.toUtf8(), masker.shown(address).identity.toUtf8());
    }
    for (auto *list : {&facts.rows, &facts.heard}) {
        for (auto &row : *list)
            row = masker.shown(row);
    }
    if (facts.lookup) {
        facts.lookup = masker.shown(*facts.lookup);
        facts.progress = progressOf(*facts.lookup, facts.now);
    }
    return facts;
}

QList<NotificationRow> maskedHeard(const AnswerSource &source)
{
    QList<NotificationRow> heard = source.heard();
    for (auto &row : heard)
        row = Masker::instance().shown(row);
    return heard;
}

QList<TimelineLookup> maskedAsked(const AnswerSource &source)
{
    QList<TimelineLookup> asked;
    for (const Lookup &lookup : source.asked())
        asked.append(maskedLookup(source, lookup));
    return asked;
}

TimelineLookup maskedLookup(const AnswerSource &source, const Lookup &lookup)
{
    return {Masker::instance().shown(lookup), source.progress(lookup)};
}

ChannelIdentity unmasked(const ChannelIdentity &shown, const AnswerFacts &facts)
{
    Masker &masker = Masker::instance();
    if (!masker.isOn())
        return shown;
    for (const auto &address : addressesOf(facts)) {
        if (masker.shown(address) == shown)
            return address;
    }
    return shown;
}

} // namespace console
