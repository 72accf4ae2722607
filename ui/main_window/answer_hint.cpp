// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/answer_hint.h"

#include "text/state_text.h"
#include "ui/masking/masker.h"
#include "ui/query/lookup_drafts.h"
#include "ui/theme/banner.h"
#include "ui/theme/spacing.h"

namespace console {

AnswerHint::AnswerHint(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(Banner::Shape::Strip, this))
{
    setObjectName(QStringLiteral("answerHint"));
    makeColumn(this, 0)->addWidget(m_banner);
    m_banner->setAction(tr("Show the verdict (F8)"));
    m_banner->setDismissible(true);
    connect(m_banner, &Banner::actionTriggered, this, &AnswerHint::detailWanted);
    connect(m_banner, &Banner::dismissed, this, [this] {
        m_asked.reset();
        showOrHide();
    });
    showOrHide();
}

void AnswerHint::follow(LookupService &lookups)
{
    m_lookups = &lookups;
    connect(&lookups, &LookupService::lookupAdded, this, [this](const Lookup &lookup) {
        m_asked = lookup.requestId;
        show(lookup);
    });
    connect(&lookups, &LookupService::lookupChanged, this, &AnswerHint::show);
    connect(&Masker::instance(), &Masker::changed, this, &AnswerHint::showAgain);
}

void AnswerHint::showAgain()
{
    const auto lookup = m_asked ? m_lookups->find(*m_asked) : std::nullopt;
    if (lookup)
        show(*lookup);
}

void AnswerHint::show(const Lookup &lookup)
{
    if (m_asked != lookup.requestId)
        return;
    const LookupProgress progress = m_lookups->progress(lookup);
    const Lookup shown = Masker::instance().shown(lookup);
    const QString state = lookup.failure ? stateText(progress, shown.failure)
                                         : tr("%1 of %2 answered")
                                               .arg(progress.answered)
                                               .arg(progress.expected); // without ages, which would stand still
    //: %1 is a person or an identity, %2 the state of the lookup: "Anna Lindqvist: 2 of 3 answered"
    const QString text = tr("%1: %2").arg(recipientText(shown), state);
    m_banner->setMessage(lookup.failure ? Tone::Bad : Tone::Info, Icon::MessageSquareText, text);
    m_banner->show();
    showOrHide();
}

void AnswerHint::setNeeded(bool isNeeded)
{
    m_isNeeded = isNeeded;
    if (!isNeeded)
        m_asked.reset(); // it is in sight now
    showOrHide();
}

void AnswerHint::showOrHide()
{
    setVisible(m_isNeeded && m_asked);
}

} // namespace console
