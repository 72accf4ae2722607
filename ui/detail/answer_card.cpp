// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/answer_card.h"

#include "core/visible_text.h"
#include "text/duration_text.h"
#include "text/rejection_text.h"
#include "ui/detail/answer_history.h"
#include "ui/theme/status_chips.h"
#include "verdict/term_text.h"

#include <QCoreApplication>

namespace console {

namespace {

QString words(const char *source, int n = -1)
{
    return QCoreApplication::translate("console::DetailPanel", source, nullptr, n);
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

bool isLate(const Lookup &lookup, Timestamp answeredAt)
{
    return answeredAt > lookup.registeredAt.value_or(lookup.askedAt) + lookup.wait;
}

QString marksOf(const QList<NotificationRow> &rows, const std::optional<Lookup> &lookup)
{
    QStringList marks;
    int retries = 0;
    bool isConflict = false;
    for (const auto &row : rows) {
        retries += row.retries;
        isConflict = isConflict || row.outcome == Outcome::Conflict;
    }
    const auto &newest = rows.last();
    if (isConflict)
        marks.append(words(QT_TRANSLATE_NOOP("console::DetailPanel", "conflicting answers")));
    if (newest.signature == SignatureState::Unsigned)
        marks.append(words(QT_TRANSLATE_NOOP("console::DetailPanel", "unsigned")));
    if (newest.join == JoinKind::ByRecipient)
        marks.append(words(QT_TRANSLATE_NOOP("console::DetailPanel", "joined by recipient")));
    if (newest.join == JoinKind::None)
        marks.append(words(QT_TRANSLATE_NOOP("console::DetailPanel", "not asked here")));
    if (lookup && isLate(*lookup, rows.first().receivedAt))
        marks.append(words(QT_TRANSLATE_NOOP("console::DetailPanel", "came late")));
    if (retries > 0)
        marks.append(words(QT_TRANSLATE_NOOP("console::DetailPanel", "sent again %n times"), retries));
    return joined(marks);
}

/// What the answer amounts to: green only for a yes that means something, red only for a no about the person.
ChipLook chipOf(const VerdictInput &input, const Verdict &judged)
{
    if (input.signature == AnswerSignature::Rejected)
        return refusedChip();
    if (input.isSilent)
        return silentChip();
    if (input.context.conflictWith)
        return chipFor(Outcome::Conflict);
    if (judged.owner == Owner::Config && judged.reach == Reach::Unknown)
        return uncheckedChip();
    ChipLook look = chipFor(input.status);
    if (judged.confidence == Confidence::Weak)
        look.tone = Tone::Neutral;
    return look;
}

/// The refused callback that speaks of this address. Its bytes prove nothing, so they are searched, never read.
const RejectedCallback *refusedAbout(const ChannelIdentity &address, const QList<RejectedCallback> &refused)
{
    const QByteArray identity = address.identity.toUtf8();
    const auto found = std::find_if(refused.begin(), refused.end(), [&](const RejectedCallback &callback) {
        return callback.body.contains(identity) && callback.body.contains(address.channel.raw.toUtf8());
    });
    return found == refused.end() ? nullptr : &*found;
}

QString refusalMark(const RejectedCallback &refused)
{
    //: %1 is why the receiver refused a callback
    return words(QT_TRANSLATE_NOOP("console::DetailPanel", "A callback for it was refused: %1"))
        .arg(rejectionText(refused.cause));
}

AnswerCard pendingCard(const ChannelIdentity &address, const AnswerFacts &facts)
{
    AnswerCard card;
    card.address = address;
    card.isPending = true;
    card.chip = waitingChip();
    card.headline = words(QT_TRANSLATE_NOOP("console::DetailPanel", "No answer yet"));
    const QString wait
        = words(QT_TRANSLATE_NOOP("console::DetailPanel", "asked %1 ago")).arg(roughDurationText(facts.progress.age));
    card.meta = joined({wait, visibleLine(address.identity)});
    if (const auto *refused = refusedAbout(address, facts.refused)) {
        card.chip = refusedChip();
        card.marks = refusalMark(*refused);
    }
    return card;
}

AnswerCard judgedCard(const VerdictInput &input, const AnswerFacts &facts)
{
    AnswerCard card;
    card.address = input.address;
    card.input = input;
    QList<NotificationRow> own;
    for (const auto &row : facts.rows) {
        if (row.address.isSameAddress(input.address))
            own.append(row);
    }
    if (!own.isEmpty()) {
        card.row = own.last();
        card.marks = marksOf(own, facts.lookup);
        card.input.context.sameAnswerBefore = sameAnswersBefore(own.first(), facts.heard);
        card.input.context.isUnstable = changesOften(input.address, facts.heard, facts.now);
    }
    if (facts.app) {
        for (const auto &channel : facts.app->channels) {
            if (channel.channel == input.address.channel)
                card.input.context.channelState = channel.state;
        }
    }
    if (const auto *refused = input.isSilent ? refusedAbout(input.address, facts.refused) : nullptr) {
        card.input.signature = AnswerSignature::Rejected;
        card.input.context.refusedFor = refused->cause;
        card.marks = refusalMark(*refused);
    }
    card.verdict = verdict(card.input);
    card.chip = chipOf(card.input, card.verdict);
    card.headline = card.verdict.headline;
    if (card.verdict.owner != Owner::Nobody)
        card.owner = words(QT_TRANSLATE_NOOP("console::DetailPanel", "Owner: %1")).arg(ownerText(card.verdict.owner));
    const QString age = input.isSilent
        ? words(QT_TRANSLATE_NOOP("console::DetailPanel", "silent %1")).arg(roughDurationText(facts.progress.age))
        : ageText(input.age);
    card.meta = joined({confidenceText(card.verdict.confidence), age, visibleLine(input.address.identity)});
    return card;
}

/// Whether silence of this lookup means something: it was asked, as far as we know, and the wait is over.
bool isSilenceFinal(const AnswerFacts &facts)
{
    const auto &progress = facts.progress;
    if (progress.state == LookupState::OutcomeUnknown)
        return facts.now > facts.lookup->askedAt + facts.lookup->wait;
    return !progress.isOpen();
}

qsizetype placeOf(const ChannelIdentity &address, const QList<ChannelIdentity> &order)
{
    const auto found = std::find_if(order.begin(), order.end(),
                                    [&](const ChannelIdentity &other) { return other.isSameAddress(address); });
    return std::distance(order.begin(), found);
}

} // namespace

QList<AnswerCard> answerCards(const AnswerFacts &facts)
{
    const bool wasAsked = facts.lookup && facts.progress.state != LookupState::Failed;
    const QList<ChannelIdentity> silent = wasAsked ? facts.progress.silent : QList<ChannelIdentity>();
    const bool isFinal = wasAsked && isSilenceFinal(facts);
    const Timestamp askedAt = facts.lookup ? facts.lookup->askedAt : facts.now;

    QList<AnswerCard> cards;
    const auto inputs = lookupInputs(facts.rows, isFinal ? silent : QList<ChannelIdentity>(), askedAt, facts.now);
    for (const auto &input : inputs)
        cards.append(judgedCard(input, facts));
    if (!isFinal) {
        for (const auto &address : silent) {
            const bool hasRow = std::any_of(facts.rows.begin(), facts.rows.end(), [&](const NotificationRow &row) {
                return row.address.isSameAddress(address);
            });
            if (!hasRow)
                cards.append(pendingCard(address, facts));
        }
    }
    const auto order = facts.lookup ? facts.lookup->expected : QList<ChannelIdentity>();
    std::stable_sort(cards.begin(), cards.end(), [&](const AnswerCard &a, const AnswerCard &b) {
        return placeOf(a.address, order) < placeOf(b.address, order);
    });
    return cards;
}

QList<VerdictInput> judgedInputs(const QList<AnswerCard> &cards)
{
    QList<VerdictInput> inputs;
    for (const auto &card : cards) {
        if (!card.isPending)
            inputs.append(card.input);
    }
    return inputs;
}

} // namespace console
