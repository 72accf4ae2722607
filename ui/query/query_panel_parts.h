// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/query/contact_picker.h"
#include "ui/query/press_guard.h"
#include "ui/query/query_panel.h"
#include "ui/query/request_actions.h"

class QLabel;
class QPushButton;
class QSplitter;
class QTabWidget;
class QToolButton;

namespace console {

class FieldMessage;
class IdentityPicker;
class RecentLookups;

/// The widgets, and the press that waits.
class QueryPanel::Parts
{
public:
    Parts(QueryPanel *panel, LookupService &service);
    void build();
    void connectParts();
    void arrange();
    void noteLookedUp(const Lookup &lookup);

    void submit();
    void send(const LookupDraft &draft);
    void trySend();
    void submitContact();
    void submitIdentities();
    std::optional<RequestActions::Request> request();
    void stopWaiting();
    void setReason(const QString &reason);
    void showReason();
    void showRecentProject();
    QString whyOff() const;
    bool isReady() const { return m_connection && m_app; }

    enum Page { kContactPage, kIdentityPage };

    QueryPanel *m_panel;
    LookupService &m_service;
    QSplitter *m_splitter;
    QWidget *m_top;
    QLabel *m_title;
    QTabWidget *m_pages;
    ContactPicker *m_contacts;
    IdentityPicker *m_identities;
    QPushButton *m_button;
    QToolButton *m_preview;
    QLabel *m_shortcut;
    FieldMessage *m_message;
    RecentLookups *m_recent;
    QAction *m_action;
    RequestActions *m_request;
    PressGuard m_guard;
    ProjectConnection *m_connection = nullptr;
    std::optional<App> m_app;
    QString m_projectKey;
    QString m_reason;         ///< no project
    QString m_readOnlyReason; ///< no history to keep it in
    std::chrono::milliseconds m_wait {30'000};
    bool m_isWaiting = false; ///< a press waits for the project, its app or its contacts
    bool m_isGuess = false;   ///< it was made while what was typed was still being searched for
};

} // namespace console
