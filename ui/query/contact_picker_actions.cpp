// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ContactPicker that is about favourites and other orders to a contact.
#include "ui/query/contact_list_model.h"
#include "ui/query/contact_list_view.h"
#include "ui/query/contact_picker.h"
#include "ui/theme/tinted_icon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace console {

void ContactPicker::makeActions()
{
    m_favourite->setObjectName(QStringLiteral("favouriteContact"));
    m_favourite->setCheckable(true);
    m_favourite->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_readAgain->setObjectName(QStringLiteral("readContactsAgain"));
    m_readAgain->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F5));
    addActions(actions());
    connect(m_favourite, &QAction::triggered, this, [this] { toggleFavourite(m_list->currentIndex()); });
    connect(m_readAgain, &QAction::triggered, this, &ContactPicker::readAgain);
}

void ContactPicker::connectPinned()
{
    connect(&m_pinned, &PinnedContacts::contactRead, this, [this](const Contact &contact) {
        m_model->update(contact);
        Q_EMIT chosenChanged();
    });
    connect(&m_pinned, &PinnedContacts::contactMissing, this, [this](const ContactId &id) {
        m_model->remove(id);
        chooseFirst();
        showState();
    });
    connect(&m_pinned, &PinnedContacts::readingEnded, this, [this] {
        if (isSettled())
            Q_EMIT settled();
    });
    connect(&m_pinned, &PinnedContacts::shortlistChanged, this, &ContactPicker::showFavourites);
    connect(&m_pinned, &PinnedContacts::shortlistChanged, this, &ContactPicker::shortlistChanged);
    connect(m_list, &ContactListView::starPressed, this, &ContactPicker::toggleFavourite);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ContactPicker::showMenu);
}

void ContactPicker::toggleFavourite(const QModelIndex &index)
{
    if (index.isValid())
        m_pinned.toggleFavourite(m_model->at(index.row()));
}

void ContactPicker::showFavourites()
{
    QSet<ContactId> favourites;
    for (const auto &entry : shortlist().favourites)
        favourites.insert(entry.id);
    m_model->setFavourites(favourites);
    const QModelIndex current = m_list->currentIndex();
    m_favourite->setEnabled(current.isValid());
    m_favourite->setChecked(current.isValid() && favourites.contains(m_model->at(current.row()).id));
    m_readAgain->setEnabled(m_connection != nullptr);
}

void ContactPicker::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("contactMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QModelIndex index = m_list->indexAt(position);
    if (index.isValid()) {
        menu->addAction(m_favourite);
        menu->addAction(tintedIcon(Icon::Copy), tr("Copy contact id"), this,
                        [id = m_model->at(index.row()).id] { QGuiApplication::clipboard()->setText(id.toString()); });
    }
    menu->addAction(m_readAgain);
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void ContactPicker::readAgain()
{
    m_search.readAgain();
    m_pinned.open(m_connection);
    showFound();
}

} // namespace console
