// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "domain/contact.h"
#include "lookup/lookup_service.h"
#include "settings/contact_shortlist.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace console {

/// Who is asked about, the one main action, and the lookups of late. It asks nothing itself: the window sends what
/// lookupRequested() carries. Thread: GUI.
class QueryPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit QueryPanel(LookupService &lookups, QWidget *parent = nullptr);
    ~QueryPanel() override;

    /// Another project begins, by its key in the settings; the same one changes nothing. Its connection comes later.
    void setShortlist(const QString &projectKey, const ContactShortlist &shortlist);
    /// Null while a project is starting: the panel says so, and a press on Look up waits for it. The connection must live
    /// until another one (or null) is set. Another project or app starts the contact list anew; the app may come later
    /// than the connection. Ends setUnavailable().
    void setConnection(ProjectConnection *connection, const std::optional<App> &app);
    /// Why nothing can be looked up (no project): contacts and Look up are off, the connection is let go. Empty ends it.
    void setUnavailable(const QString &reason);
    /// Why nothing can be kept (another process writes the history): contacts are found as always, Look up is off, whatever
    /// connection is set. Empty ends it.
    void setReadOnly(const QString &reason);
    /// Of lookups asked from now on.
    void setWait(std::chrono::milliseconds wait);
    void setAmberAfter(std::chrono::seconds amberAfter);

    /// Asks for what is chosen, once: the same again within a second, or while its request is under way, counts as the
    /// same press. What is missing is said at its field.
    void submit();
    /// Puts the keyboard into the field of the page that is shown: where a first start should begin.
    void focusField();
    /// The same, on the page of that name.
    void findContact();
    void typeIdentities();
    /// Adds them to those that will be asked about, on the channel that is chosen there.
    void addIdentities(const QStringList &identities);
    /// Shows which of the recent lookups is looked at elsewhere; none when it is not among them. Tells nobody.
    void markRecent(const QString &requestId);
    /// Ctrl+Return; for the window's menu, which shares it so that the shortcut has one owner.
    QAction *submitAction() const;
    /// The others, likewise, in groups: what is done with a contact, with the request, with a recent lookup.
    QList<QList<QAction *>> moreActions() const;
    /// What LookupSubmission::storage says: nothing was asked, because it could not be kept.
    void showSubmissionError(const Error &error);
    /// After LookupService::restore(), which tells nobody.
    void reloadRecent();

    /// As far as the list has seen it.
    std::optional<Contact> knownContact(const ContactId &contact) const;

    /// The page, the chosen channel and the share of the list of recent lookups.
    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

    /// As low as a low window can make it.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shortlistChanged(const QString &projectKey, const console::ContactShortlist &shortlist);
    void lookupRequested(const console::LookupDraft &draft);
    /// The user went to it in the list: nothing is asked yet.
    void contactChosen(const console::Contact &contact);
    /// One of the recent lookups was chosen, or has just begun.
    void lookupSelected(const console::Lookup &lookup);

protected:
    bool event(QEvent *event) override;

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace console
