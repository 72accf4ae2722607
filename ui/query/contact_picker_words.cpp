// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ContactPicker that tells how the search goes, and what can be done about it.
#include "text/error_text.h"
#include "ui/query/contact_list_model.h"
#include "ui/query/contact_list_view.h"
#include "ui/query/contact_picker.h"
#include "ui/theme/empty_state.h"
#include "ui/theme/search_field.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace console {

QString ContactPicker::whyNobodyIsChosen() const
{
    if (count() == 0)
        return tr("There is no contact to ask about.");
    if (m_list->currentIndex().isValid())
        return tr("This contact could not be read. Read the contacts again, or choose another one.");
    return tr("Choose a contact from the list.");
}

void ContactPicker::showState()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    if (isEmpty)
        showEmpty();
    showFooter();
}

void ContactPicker::showEmpty()
{
    m_emptyAction = Action::None;
    if (!m_reason.isEmpty())
        return m_empty->setContent(Icon::Lock, tr("No contacts here"), m_reason);
    if (!m_connection)
        return m_empty->setContent(Icon::Hourglass, tr("The project is starting"),
                                   tr("Its contacts appear here as soon as it is ready."));
    if (m_problem) {
        m_emptyAction = Action::TryAgain;
        return m_empty->setContent(Icon::TriangleAlert, tr("The contacts cannot be listed"), errorText(*m_problem),
                                   tr("Try again"));
    }
    if (m_search.isRunning())
        return m_empty->setContent(hasTyped() ? Icon::Search : Icon::Hourglass,
                                   hasTyped() ? tr("Searching…") : tr("Loading contacts…"),
                                   tr("The first one that is found will be chosen."));
    if (m_search.hasMore()) {
        m_emptyAction = Action::SearchFurther;
        return m_empty->setContent(Icon::Search, tr("Not found yet"),
                                   tr("Keep typing, or search the rest of the project."), tr("Search further"));
    }
    m_emptyAction = Action::AskForIdentity;
    if (hasTyped())
        return m_empty->setContent(Icon::User, tr("No contact found"),
                                   tr("Check the spelling, or ask for a number or id directly."),
                                   tr("Ask for an identity"));
    m_empty->setContent(Icon::Users, tr("This project has no contacts"),
                        tr("Numbers and ids can be asked for directly."), tr("Ask for an identity"));
}

void ContactPicker::showFooter()
{
    const int count = m_model->rowCount();
    const QString searched = locale().toString(qlonglong(m_search.searchedCount()));
    if (count > 0 && m_problem)
        return setFooter(Action::TryAgain, errorText(*m_problem), tr("Try again"));
    if (!hasTyped() || !m_connection || m_problem)
        return setFooter(Action::None, {});
    if (m_search.isRunning()) //: %1 is how many contacts were searched so far
        return setFooter(Action::Stop, tr("%n found among %1 searched…", nullptr, count).arg(searched), tr("Stop"));
    if (m_search.hasMore()) {
        const QString text = tr("%n found among the first %1.", nullptr, count).arg(searched);
        return count > 0 ? setFooter(Action::SearchFurther, text, tr("Search further")) : setFooter(Action::None, text);
    }
    const QString text = tr("%n found among all %1.", nullptr, count).arg(searched);
    return count > 0 ? setFooter(Action::None, text) : setFooter(Action::ReadAgain, text, tr("Read again"));
}

void ContactPicker::setFooter(Action action, const QString &text, const QString &buttonText)
{
    m_footerAction = action;
    m_footer->setText(text);
    m_footer->setVisible(!text.isEmpty());
    if (m_footerButton->text() != buttonText)
        m_footerButton->setText(buttonText);
    m_footerButton->setVisible(!buttonText.isEmpty());
}

void ContactPicker::act(Action action)
{
    switch (action) {
    case Action::None:
        return;
    case Action::TryAgain:
        return restart();
    case Action::Stop:
        m_search.stop();
        return onSettled({});
    case Action::SearchFurther:
        m_search.fetchMore();
        return showState();
    case Action::ReadAgain:
        return readAgain();
    case Action::AskForIdentity:
        Q_EMIT identityWanted(m_field->text().trimmed());
    }
}

} // namespace console
