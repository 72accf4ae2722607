// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/answer_header.h"

#include "ui/theme/labels.h"
#include "ui/theme/spacing.h"
#include "ui/theme/status_chip.h"

#include <QLabel>

namespace console {

AnswerHeader::AnswerHeader(QWidget *parent)
    : QWidget(parent)
    , m_state(new StatusChip(this))
    , m_sandbox(new StatusChip({Icon::Flask, tr("Sandbox"), Tone::Warn}, this))
    , m_who(makeTitle(QString(), this))
    , m_caption(makeCaption(QString(), this))
    , m_best(makeHeadline(QString(), this))
{
    m_who->setObjectName(QStringLiteral("who"));
    m_best->setObjectName(QStringLiteral("bestChannel"));
    m_state->setObjectName(QStringLiteral("lookupState"));
    m_sandbox->setObjectName(QStringLiteral("sandboxMark"));
    m_caption->setWordWrap(true);
    m_who->setWordWrap(true);
    build();
    setTexts({});
}

void AnswerHeader::build()
{
    auto *column = makeColumn(this, 4);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(6);
    chips->addWidget(m_state);
    chips->addWidget(m_sandbox);
    chips->addStretch(1);
    column->addLayout(chips);
    column->addSpacing(2);
    column->addWidget(m_who);
    column->addWidget(m_caption);
    column->addSpacing(4);
    column->addWidget(m_best);
}

void AnswerHeader::setTexts(const HeaderTexts &texts)
{
    m_state->setVisible(texts.state.has_value());
    if (texts.state)
        m_state->setLook(*texts.state);
    m_sandbox->setVisible(texts.isSandbox);
    setWords(m_who, texts.who);
    setWords(m_caption, texts.caption);
    setWords(m_best, texts.best);
}

} // namespace console
