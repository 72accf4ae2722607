// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "lookup/contact_search.h"
#include "ui/query/pinned_contacts.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QAction;
class QKeyEvent;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace console {

class ContactListModel;
class ContactListView;
class EmptyState;
class FieldMessage;
class SearchField;

/// Finds a contact while it is typed, with favourites and those looked up of late on top, and holds the chosen one.
/// Thread: GUI.
class ContactPicker final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactPicker(QWidget *parent = nullptr);

    /// Another project begins: the list is empty until it has a connection.
    void setShortlist(const ContactShortlist &shortlist);
    const ContactShortlist &shortlist() const { return m_pinned.shortlist(); }
    /// It stands on top when the list is made anew: nothing moves under the pointer.
    void noteLookedUp(const ContactId &id, const QString &name);
    /// Null: the project is starting. Another connection starts the list anew; another app does not, since contacts are
    /// the project's.
    void setConnection(ProjectConnection *connection, const std::optional<App> &app);
    /// The list is empty and says why.
    void setUnavailable(const QString &reason);

    std::optional<Contact> chosen() const;
    /// Whether the chosen one is meant: the user chose it, or it stood there when typing had paused.
    bool isMeant() const;
    bool isChosenByUser() const { return m_isChosenByUser; }
    /// Whether nothing more comes by itself: what was typed has been searched for.
    bool isSettled() const;
    bool hasTyped() const;
    int count() const;
    std::optional<Contact> known(const ContactId &contact) const;
    QString whyNobodyIsChosen() const;
    void showError(const QString &text);
    void focusField();
    /// For menus: favourite, read again.
    QList<QAction *> actions() const { return {m_favourite, m_readAgain}; }

Q_SIGNALS:
    void shortlistChanged();
    void chosenChanged();
    /// The user went to it in the list; not when it stands there because it was found.
    void chosenByUser(const console::Contact &contact);
    void settled();
    /// Return in the field or on a contact, or a double click on one.
    void submitRequested();
    /// Nobody was found: what was typed may be an identity.
    void identityWanted(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool steerFromField(QKeyEvent *event);
    bool steerFromList(QKeyEvent *event);
    const Contact *find(const ContactId &id) const;
    void build();
    void makeActions();
    void connectParts();
    void connectPinned();
    void restart();
    void readAgain();
    void showFound();
    void chooseFirst();
    void onTyped();
    void onPause();
    void onCurrentChanged(const QModelIndex &current);
    void toggleFavourite(const QModelIndex &index);
    void showFavourites();
    void showMenu(const QPoint &position);
    void onFound(const QList<Contact> &contacts);
    void onSettled(const std::optional<Error> &problem);
    void showState();
    void showEmpty();
    void showFooter();

    enum class Action { None, TryAgain, Stop, SearchFurther, ReadAgain, AskForIdentity };
    void act(Action action);
    void setFooter(Action action, const QString &text, const QString &buttonText = {});

    ContactSearch m_search;
    PinnedContacts m_pinned;
    QTimer m_debounce;
    QTimer m_progress; ///< pages may come by the hundred in a second
    ContactListModel *m_model;
    SearchField *m_field;
    ContactListView *m_list;
    QAction *m_favourite;
    QAction *m_readAgain;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QLabel *m_footer;
    QPushButton *m_footerButton;
    FieldMessage *m_message;
    ProjectConnection *m_connection = nullptr;
    std::optional<App> m_app;
    QString m_reason;
    std::optional<Error> m_problem;
    Action m_emptyAction = Action::None;
    Action m_footerAction = Action::None;
    bool m_isChosenByUser = false;
    bool m_isChoosing = false; ///< it is the list itself that moves the current row
};

} // namespace console
