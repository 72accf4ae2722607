// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/app.h"
#include "domain/contact.h"
#include "history/history_access.h"
#include "lookup/lookup_service.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace console {

/// The answer for one recipient: best channel, a verdict per channel, and for the chosen one the explanation, what was
/// heard before, and the raw bytes. Follows the lookup while answers arrive. Thread: GUI.
class DetailPanel final : public QWidget
{
    Q_OBJECT

public:
    using ContactOf = std::function<std::optional<Contact>(const ContactId &)>;

    /// Both must outlive it.
    DetailPanel(HistoryAccess &history, LookupService &lookups, QWidget *parent = nullptr);
    ~DetailPanel() override;

    void showLookup(const Lookup &lookup);
    /// The row's lookup with the row's channel chosen; the row alone where nobody asked here. Raw shows this row.
    void showRow(const NotificationRow &row);
    void clear();
    /// Of somebody who is chosen and was never asked about.
    void showUnasked();
    /// What the button does.
    void copyTicket();
    /// Told by the button: the window's shortcut for it.
    void setTicketKeys(const QKeySequence &keys);

    /// Apps of all projects that are known: their names, and their channels in order for the best channel.
    void setAppChannels(const QList<App> &apps);
    /// The project that Look up again would ask; none turns the button off. \param whyNone  when nobody can be looked up
    void setProject(const std::optional<ProjectId> &project, const QString &whyNone = {});
    /// Its results are never called real, in tickets neither.
    void setSandboxProject(const std::optional<ProjectId> &project);
    /// What is known of a contact: its own order of channels, and those that the app lacks.
    void setContactOf(ContactOf contactOf);
    /// Further orders about whom it shows.
    void setMenuActions(const QList<QAction *> &actions);
    /// Asks for the erasing of whom it shows; nothing where it shows nobody.
    void requestErasing();
    /// Whom it shows: all identities that it knows of, on any channel. Empty where it shows nobody.
    QStringList identities() const;
    QString contactId() const;

    QByteArray saveState() const;
    bool restoreState(const QByteArray &state);

Q_SIGNALS:
    /// With the wait of the lookup before; the window may put in the present one.
    void lookUpAgainRequested(const console::LookupDraft &draft);
    /// Of whom it shows: all identities that it knows of, on any channel.
    void eraseRequested(const QStringList &identities, const QString &contactId, const QString &who);

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace console
