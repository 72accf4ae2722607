// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/detail/answer_card.h"

namespace console {

/// One piece of an explanation, in the order in which it is read.
struct ExplanationLine
{
    enum class Kind {
        Headline,
        Sentence, ///< what the agent may know
        Customer, ///< what may be said to the customer
        Step,     ///< what to do now
        List,     ///< a name and lines below it
        Fact,     ///< a name and a value
        Id,       ///< a name and an id or code, which is not wrapped
    };
    Kind kind;
    QString name; ///< empty for headline and sentence
    QString text;

    friend bool operator==(const ExplanationLine &, const ExplanationLine &) = default;
};

/// Why the card says what it says: sentences, owner, confidence with its causes, the vendor's words and where they came
/// from. Members that were not sent have no line.
QList<ExplanationLine> explain(const AnswerCard &card, const AnswerFacts &facts);

/// The same as plain text, a line each.
QString plainText(const QList<ExplanationLine> &lines);

} // namespace console
