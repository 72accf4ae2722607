// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/explanation.h"

#include "core/visible_text.h"
#include "text/duration_text.h"
#include "verdict/feature_glossary.h"
#include "verdict/term_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace console {

namespace {

using Kind = ExplanationLine::Kind;

QString words(const char *source)
{
    return QCoreApplication::translate("console::DetailPanel", source);
}

/// Collects lines, those without text left out.
class Lines
{
public:
    void add(Kind kind, const char *name, const QString &text)
    {
        if (!text.isEmpty())
            m_lines.append({kind, name ? words(name) : QString(), visibleText(text)});
    }
    QList<ExplanationLine> take() { return std::move(m_lines); }

private:
    QList<ExplanationLine> m_lines;
};

QString confidenceOf(const Verdict &verdict)
{
    QStringList causes;
    for (const Cause cause : verdict.causes)
        causes.append(causeText(cause));
    const QString word = confidenceText(verdict.confidence);
    return causes.isEmpty() ? word : word + QStringLiteral(": ") + causes.join(QStringLiteral("; "));
}

void addReason(Lines &lines, const Reason &reason)
{
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "Reason"), reason.code.raw);
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "Sub-code"), reason.subCode.raw);
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "Channel code"), reason.channelCode);
    lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Description"), reason.description);
}

QString signatureOf(SignatureState signature)
{
    return signature == SignatureState::Valid
        ? words(QT_TRANSLATE_NOOP("console::DetailPanel", "valid"))
        : words(QT_TRANSLATE_NOOP("console::DetailPanel", "unsigned: it may come from anybody"));
}

QString joinOf(JoinKind join)
{
    switch (join) {
    case JoinKind::ByRequestId:
        return words(QT_TRANSLATE_NOOP("console::DetailPanel", "by its request id"));
    case JoinKind::ByRecipient:
        return words(QT_TRANSLATE_NOOP("console::DetailPanel", "by recipient: it carried no request id of ours"));
    case JoinKind::None:
        return words(QT_TRANSLATE_NOOP("console::DetailPanel", "to nothing: nobody asked for it here"));
    }
    return {};
}

QString localTimeOf(Timestamp time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMilliseconds(time));
    return QLocale().toString(local.date(), QLocale::ShortFormat) + local.toString(QStringLiteral(" HH:mm:ss.zzz"));
}

void addOrigin(Lines &lines, const NotificationRow &row)
{
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "Status"), row.status.raw);
    addReason(lines, row.reason);
    lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Received"), localTimeOf(row.receivedAt));
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "UTC"), toIso8601(row.receivedAt));
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "Accepted"), row.acceptedTime);
    if (row.latency)
        lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Latency"), durationText(*row.latency));
    lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Signature"), signatureOf(row.signature));
    lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Joined"), joinOf(row.join));
    if (row.retries > 0)
        lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Sent again"), QString::number(row.retries));
}

void addIds(Lines &lines, const AnswerCard &card, const AnswerFacts &facts)
{
    const auto &lookup = facts.lookup;
    const auto *contact = lookup ? std::get_if<ContactId>(&lookup->recipient) : nullptr;
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "Identity"), card.address.identity);
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "Contact id"),
              contact        ? contact->toString()
                  : card.row ? card.row->contactId
                             : QString());
    lines.add(Kind::Id, QT_TRANSLATE_NOOP("console::DetailPanel", "Request id"),
              lookup         ? lookup->requestId.toString()
                  : card.row ? card.row->requestId
                             : QString());
}

} // namespace

QList<ExplanationLine> explain(const AnswerCard &card, const AnswerFacts &facts)
{
    Lines lines;
    lines.add(Kind::Headline, nullptr, card.headline);
    if (card.isPending) {
        lines.add(Kind::Sentence, nullptr,
                  words(QT_TRANSLATE_NOOP("console::DetailPanel", "The wait goes on. Silence is never a no.")));
    } else {
        const Verdict &verdict = card.verdict;
        lines.add(Kind::Sentence, nullptr, verdict.agentSentence);
        lines.add(Kind::Customer, QT_TRANSLATE_NOOP("console::DetailPanel", "To the customer"),
                  verdict.customerSentence);
        lines.add(Kind::Step, QT_TRANSLATE_NOOP("console::DetailPanel", "Next step"), verdict.nextStep);
        lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Owner"), ownerText(verdict.owner));
        lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Confidence"), confidenceOf(verdict));
    }
    if (card.row) {
        lines.add(Kind::List, QT_TRANSLATE_NOOP("console::DetailPanel", "Features"),
                  featureLines(card.row->channelCapabilities).join(QLatin1Char('\n')));
        addOrigin(lines, *card.row);
    }
    addIds(lines, card, facts);
    if (!card.isPending)
        lines.add(Kind::Fact, QT_TRANSLATE_NOOP("console::DetailPanel", "Rules"),
                  card.verdict.rules.join(QStringLiteral(", ")));
    return lines.take();
}

QString plainText(const QList<ExplanationLine> &lines)
{
    QStringList texts;
    for (const auto &line : lines)
        texts.append(line.name.isEmpty() ? line.text : line.name + QStringLiteral(": ") + line.text);
    return texts.join(QLatin1Char('\n'));
}

} // namespace console
