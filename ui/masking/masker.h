// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"
#include "domain/lookup.h"
#include "exporting/redactor.h"

#include <QObject>

namespace console {

/// Decides for the whole window whether people are shown by their names and identities or by pseudonyms, as while the
/// screen is shared. Models keep the true values and ask here for what is shown; what is copied or sent stays true. A
/// pseudonym stands for the same value as long as the program runs. Off, every value is handed back as it is. Thread: GUI.
class Masker final : public QObject
{
    Q_OBJECT

public:
    static Masker &instance();

    bool isOn() const { return m_isOn; }
    void setOn(bool isOn);

    NotificationRow shown(NotificationRow row);
    Lookup shown(Lookup lookup);
    Contact shown(Contact contact);
    ChannelIdentity shown(ChannelIdentity address);
    QList<ChannelIdentity> shown(QList<ChannelIdentity> addresses);
    QString name(const QString &name);
    /// A text of others: every number of seven digits, every e-mail address, and what is \a known.
    /// Times, ULIDs and UUIDs stay.
    QString text(const QString &text, const QStringList &known = {});
    /// What stands at a member of a body, or all of one: also what its members say of people that nobody knows here.
    QString value(const QString &member, const QString &value, const QStringList &known = {});
    QByteArray body(const QByteArray &body, const QStringList &known = {});
    /// Of a body that anybody may have sent: its shape with codes that are known. Nothing where it is no JSON.
    std::optional<QByteArray> foreignBody(const QByteArray &body);

Q_SIGNALS:
    /// Everything that is shown reads differently now.
    void changed();

private:
    Masker();

    Redactor m_redactor;
    bool m_isOn = false;
};

} // namespace console
