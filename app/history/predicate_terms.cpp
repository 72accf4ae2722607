// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/predicate_terms.h"

#include "history/body_judges.h"
#include "history/filter_words.h"
#include "history/predicate_columns.h"

namespace console {

namespace {

using Node = std::unique_ptr<PredicateNode>;
using Patterns = std::vector<TextPattern>;

/// Does any pattern fit any of the texts?
bool matchesAny(const Patterns &patterns, std::initializer_list<QString> texts)
{
    return std::any_of(patterns.begin(), patterns.end(), [&](const TextPattern &pattern) {
        return std::any_of(texts.begin(), texts.end(), [&](const QString &text) { return pattern.matches(text); });
    });
}

/// "" asks for an absent member: with several texts for one member, all of them must be absent.
bool asksForAbsent(const Patterns &patterns)
{
    return std::any_of(patterns.begin(), patterns.end(), [](const TextPattern &pattern) {
        return pattern.kind() == TextPattern::Kind::Whole && pattern.text().isEmpty();
    });
}

bool matchesPresent(const Patterns &patterns, const QStringList &texts)
{
    const bool isAbsent = std::all_of(texts.begin(), texts.end(), [](const QString &text) { return text.isEmpty(); });
    if (isAbsent && asksForAbsent(patterns))
        return true;
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QString &text) { return !text.isEmpty() && matchesAny(patterns, {text}); });
}

QString statusWord(const CapabilityStatus &status)
{
    for (const auto &[value, word] : kFilterStatusWords) {
        if (status.value == value)
            return latin1(word);
    }
    return {};
}

using Judge = std::function<bool(quint32)>;

Node byCode(Column<quint32, ColumnChunk::kRows> ColumnChunk::*column, Judge judge)
{
    return std::make_unique<CodeNode>(column, std::move(judge));
}

/// Of kinds, by one of their members: of many kinds it is the same.
Judge ofMember(const TermContext &context, quint32 RowDictionaries::Kind::*member, Judge judge)
{
    return [&kinds = context.store.dictionaries().kinds(), member, judge = std::move(judge),
            verdicts = Verdicts()](quint32 code) mutable { return verdict(verdicts, kinds[code].*member, judge); };
}

Judge ofSource(const FilterTerm &term, const TermContext &context, bool isProject)
{
    const auto names = isProject ? context.names.projects : context.names.apps;
    return ofMember(
        context, &RowDictionaries::Kind::source,
        [&values = context.store.dictionaries().sources(), names, isProject, patterns = term.patterns](quint32 code) {
            const QString &id = isProject ? values[code].projectId : values[code].appId;
            return matchesPresent(patterns, {id, names.value(id)});
        });
}

Judge ofAnswer(const FilterTerm &term, const TermContext &context,
               QStringList (*texts)(const RowDictionaries::Answer &))
{
    return ofMember(context, &RowDictionaries::Kind::answer,
                    [&values = context.store.dictionaries().answers(), texts, patterns = term.patterns](quint32 code) {
                        return matchesPresent(patterns, texts(values[code]));
                    });
}

Judge ofReason(const FilterTerm &term, const TermContext &context, QStringList (*texts)(const Reason &))
{
    return ofMember(context, &RowDictionaries::Kind::reason,
                    [&values = context.store.dictionaries().reasons(), texts, patterns = term.patterns](quint32 code) {
                        return matchesPresent(patterns, texts(values[code]));
                    });
}

Judge ofRetries(const TermContext &context, qint64 least, qint64 most)
{
    return [&kinds = context.store.dictionaries().kinds(), least, most](quint32 code) {
        return kinds[code].retries >= least && kinds[code].retries <= most;
    };
}

Node byKind(Judge judge)
{
    return byCode(&ColumnChunk::kind, std::move(judge));
}

Node byPerson(const FilterTerm &term, const TermContext &context)
{
    return byCode(&ColumnChunk::person,
                  [&values = context.store.dictionaries().people(), patterns = term.patterns](quint32 code) {
                      return matchesPresent(patterns, {values[code].contactId, values[code].name});
                  });
}

Node byRequest(const FilterTerm &term, const TermContext &context)
{
    return byCode(&ColumnChunk::request,
                  [&values = context.store.dictionaries().requests(), patterns = term.patterns](quint32 code) {
                      return std::any_of(patterns.begin(), patterns.end(), [&](const TextPattern &pattern) {
                          return pattern.matches(values.textAt(code));
                      });
                  });
}

Node byAnnotation(const FilterTerm &term, const TermContext &context, QStringList (*texts)(const Annotation &))
{
    return byCode(&ColumnChunk::annotation,
                  [&values = context.store.dictionaries().annotations(), texts,
                   patterns = term.patterns](quint32 code) { return matchesPresent(patterns, texts(values[code])); });
}

Node hasAnnotation(const TermContext &context, bool (*has)(const Annotation &))
{
    return byCode(&ColumnChunk::annotation, [&values = context.store.dictionaries().annotations(), has](quint32 code) {
        return has(values[code]);
    });
}

QStringList tagTexts(const Annotation &annotation)
{
    return annotation.tags;
}

QStringList noteText(const Annotation &annotation)
{
    return {annotation.note};
}

QStringList annotationTexts(const Annotation &annotation)
{
    return tagTexts(annotation) + noteText(annotation);
}

QStringList channelTexts(const RowDictionaries::Answer &answer)
{
    return {answer.channel.raw, channelDisplayName(answer.channel)};
}

QStringList statusTexts(const RowDictionaries::Answer &answer)
{
    return {answer.status.raw, statusWord(answer.status)};
}

QStringList featureTexts(const RowDictionaries::Answer &answer)
{
    return answer.features;
}

QStringList answerTexts(const RowDictionaries::Answer &answer)
{
    return channelTexts(answer) + statusTexts(answer) + answer.features;
}

QStringList reasonCodes(const Reason &reason)
{
    return {reason.code.raw, reason.subCode.raw, reason.channelCode};
}

QStringList descriptionText(const Reason &reason)
{
    return {reason.description};
}

QStringList reasonTexts(const Reason &reason)
{
    return reasonCodes(reason) + descriptionText(reason);
}

/// A plain word stands in any column.
Node anywhere(const FilterTerm &term, const TermContext &context)
{
    std::vector<Node> columns;
    const std::vector<Judge> judges {ofAnswer(term, context, answerTexts), ofReason(term, context, reasonTexts),
                                     ofSource(term, context, true), ofSource(term, context, false)};
    columns.push_back(byKind([judges](quint32 code) {
        return std::any_of(judges.begin(), judges.end(), [code](const Judge &judge) { return judge(code); });
    }));
    columns.push_back(std::make_unique<IdentityNode>(term.patterns, context.store));
    columns.push_back(byPerson(term, context));
    columns.push_back(byRequest(term, context));
    columns.push_back(byAnnotation(term, context, annotationTexts));
    return makeAnyOf(std::move(columns));
}

Node byFact(FilterFact fact, const TermContext &context)
{
    const auto facts
        = [](RowFacts::Bits mask, RowFacts::Bits value) { return std::make_unique<FactsNode>(mask, value); };
    switch (fact) {
    case FilterFact::Late:
        return std::make_unique<LateNode>(context.store);
    case FilterFact::New:
        return facts(RowFacts::kOutcomeMask, RowFacts::ofOutcome(Outcome::New));
    case FilterFact::Conflict:
        return facts(RowFacts::kOutcomeMask, RowFacts::ofOutcome(Outcome::Conflict));
    case FilterFact::Signed:
        return facts(RowFacts::kUnsigned, 0);
    case FilterFact::Unsigned:
        return facts(RowFacts::kUnsigned, RowFacts::kUnsigned);
    case FilterFact::Joined:
        return std::make_unique<RangeNode<RowFacts::Bits>>(
            &ColumnChunk::facts, RowFacts::kJoinMask, RowFacts::ofJoin(JoinKind::ByRequestId), RowFacts::kJoinMask);
    case FilterFact::ByRecipient:
        return facts(RowFacts::kJoinMask, RowFacts::ofJoin(JoinKind::ByRecipient));
    case FilterFact::NotAsked:
        return facts(RowFacts::kJoinMask, RowFacts::ofJoin(JoinKind::None));
    case FilterFact::Retried:
        return byKind(ofRetries(context, 1, std::numeric_limits<qint64>::max()));
    case FilterFact::Pinned:
        return facts(RowFacts::kPinned, RowFacts::kPinned);
    case FilterFact::Tagged:
        return hasAnnotation(context, [](const Annotation &annotation) { return !annotation.tags.isEmpty(); });
    case FilterFact::Noted:
        return hasAnnotation(context, [](const Annotation &annotation) { return !annotation.note.isEmpty(); });
    case FilterFact::PreviousSecret:
        return facts(RowFacts::kPreviousSecret, RowFacts::kPreviousSecret);
    case FilterFact::RepeatedMembers:
        return facts(RowFacts::kRepeatedMembers, RowFacts::kRepeatedMembers);
    }
    return nullptr;
}

Node byFacts(const FilterTerm &term, const TermContext &context)
{
    std::vector<Node> nodes;
    for (const FilterFact fact : term.facts)
        nodes.push_back(byFact(fact, context));
    return nodes.size() == 1 ? std::move(nodes.front()) : makeAnyOf(std::move(nodes));
}

} // namespace

std::unique_ptr<PredicateNode> makeTermNode(const FilterTerm &term, const TermContext &context)
{
    switch (term.field) {
    case FilterField::AnyText:
        return anywhere(term, context);
    case FilterField::Project:
        return byKind(ofSource(term, context, true));
    case FilterField::App:
        return byKind(ofSource(term, context, false));
    case FilterField::Contact:
        return byPerson(term, context);
    case FilterField::Channel:
        return byKind(ofAnswer(term, context, channelTexts));
    case FilterField::Identity:
        return std::make_unique<IdentityNode>(term.patterns, context.store);
    case FilterField::Status:
        return byKind(ofAnswer(term, context, statusTexts));
    case FilterField::Reason:
        return byKind(ofReason(term, context, reasonCodes));
    case FilterField::Description:
        return byKind(ofReason(term, context, descriptionText));
    case FilterField::Features:
        return byKind(ofAnswer(term, context, featureTexts));
    case FilterField::Request:
        return byRequest(term, context);
    case FilterField::Received:
        return std::make_unique<RangeNode<qint64>>(&ColumnChunk::receivedAt, ~qint64(0), term.least, term.most);
    case FilterField::Latency:
        return std::make_unique<RangeNode<qint64>>(&ColumnChunk::latency, ~qint64(0), term.least, term.most);
    case FilterField::Retries:
        return byKind(ofRetries(context, term.least, term.most));
    case FilterField::Tag:
        return byAnnotation(term, context, tagTexts);
    case FilterField::Note:
        return byAnnotation(term, context, noteText);
    case FilterField::Is:
        return byFacts(term, context);
    case FilterField::Raw:
        return std::make_unique<BodyNode>(bodyHolding(term.patterns), context.bodies);
    case FilterField::Path:
        return std::make_unique<BodyNode>(bodyWithValue(*term.path, term.patterns), context.bodies);
    }
    return nullptr;
}

} // namespace console
