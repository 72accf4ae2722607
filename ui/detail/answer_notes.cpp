// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/answer_notes.h"

#include "ui/detail/answer_header.h"
#include "ui/theme/banner.h"
#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"

#include <QLabel>

namespace console {

namespace {

QLabel *makeNote(const char *name, QWidget *parent)
{
    auto *note = makeProse(QString(), parent);
    note->setObjectName(QLatin1String(name));
    return note;
}

Banner *makeCard(const char *name, QWidget *parent)
{
    auto *card = new Banner(Banner::Shape::Card, parent);
    card->setObjectName(QLatin1String(name));
    return card;
}

void setWords(Banner *banner, Tone tone, Icon icon, const QString &text)
{
    banner->setMessage(tone, icon, text);
    banner->setVisible(!text.isEmpty());
}

} // namespace

AnswerNotes::AnswerNotes(QWidget *parent)
    : QWidget(parent)
    , m_features(makeNote("bestChannelFeatures", this))
    , m_why(makeNote("bestChannelReason", this))
    , m_notAsked(makeNote("notAsked", this))
    , m_failure(makeCard("failureAdvice", this))
    , m_doubt(makeCard("silenceDoubt", this))
    , m_alias(makeCard("aliasWarning", this))
    , m_problem(makeCard("historyProblem", this))
{
    setMuted(m_why);
    setMuted(m_notAsked);
    auto *column = makeColumn(this, 4);
    for (QWidget *part :
         std::initializer_list<QWidget *> {m_failure, m_doubt, m_alias, m_problem, m_features, m_why, m_notAsked})
        column->addWidget(part);
    setTexts({});
}

void AnswerNotes::setTexts(const HeaderTexts &texts)
{
    setWords(m_features, texts.features);
    setWords(m_why, texts.why);
    setWords(m_notAsked, texts.notAsked);
    setWords(m_failure, Tone::Bad, Icon::CircleX, texts.failure);
    setWords(m_doubt, Tone::Warn, Icon::TriangleAlert, texts.doubt);
    setWords(m_alias, Tone::Warn, Icon::Link, texts.alias);
    setWords(m_problem, Tone::Warn, Icon::TriangleAlert, texts.problem);
}

} // namespace console
