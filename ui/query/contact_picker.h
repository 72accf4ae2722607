// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "lookup/contact_search.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace console {

class ContactDelegate;
class ContactListModel;
class EmptyState;
class FieldMessage;
class SearchField;

/// Finds a contact while it is typed, and holds the chosen one. Thread: GUI.
class ContactPicker final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactPicker(QWidget *parent = nullptr);

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
    QList<ChannelName> channelPriority(const ContactId &contact) const;
    void showError(const QString &text);
    void focusField();

Q_SIGNALS:
    void chosenChanged();
    void settled();
    /// Return or a double click on a contact.
    void submitRequested();
    /// Nobody was found: what was typed may be an identity.
    void identityWanted(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    void restart();
    void showFound();
    void chooseFirst();
    void onTyped();
    void onPause();
    void onCurrentChanged(const QModelIndex &current);
    void onFound(const QList<Contact> &contacts);
    void onSettled(const std::optional<Error> &problem);
    void showState();
    void showEmpty();
    void showFooter();

    enum class Action { None, TryAgain, Stop, SearchFurther, ReadAgain, AskForIdentity };
    void act(Action action);
    void setFooter(Action action, const QString &text, const QString &buttonText = {});

    ContactSearch m_search;
    QTimer m_debounce;
    QTimer m_progress; ///< pages may come by the hundred in a second
    ContactListModel *m_model;
    SearchField *m_field;
    QListView *m_list;
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
