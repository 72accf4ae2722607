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
    /// A text of others, such as a body: every number of seven digits, every e-mail address, and what is \a known.
    /// Times, ULIDs and UUIDs stay.
    QString text(const QString &text, const QStringList &known = {});

Q_SIGNALS:
    /// Everything that is shown reads differently now.
    void changed();

private:
    Masker();

    Redactor m_redactor;
    bool m_isOn = false;
};

} // namespace console
