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

    /// Null: the project is starting. Starts the list anew unless it is the same connection and the channels make no
    /// difference to what was typed.
    void setConnection(ProjectConnection *connection, const std::optional<App> &app);
    /// The list is empty and says why.
    void setUnavailable(const QString &reason);

    std::optional<Contact> chosen() const;
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
    void onTyped();
    void onFound(const QList<Contact> &contacts);
    void onSettled(const std::optional<Error> &problem);
    void showState(const std::optional<Error> &problem);
    void showEmpty(const std::optional<Error> &problem);
    void showFooter(const std::optional<Error> &problem);
    void act();

    enum class Action { None, TryAgain, SearchFurther, AskForIdentity };

    ContactSearch m_search;
    QTimer m_debounce;
    ContactListModel *m_model;
    SearchField *m_field;
    QListView *m_list;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QLabel *m_footer;
    QPushButton *m_further;
    FieldMessage *m_message;
    ProjectConnection *m_connection = nullptr;
    std::optional<App> m_app;
    QString m_reason;
    Action m_action = Action::None;
};

} // namespace console
