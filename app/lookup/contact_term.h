// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/contact.h"

namespace console {

/// What was typed to find a contact: prepared once, compared with thousands.
class ContactTerm
{
public:
    explicit ContactTerm(const QString &typed = {});

    bool isEmpty() const { return m_text.isEmpty(); } ///< nothing typed: everybody fits
    const QString &text() const { return m_text; }    ///< trimmed

    /// Name (its words in any order), identity, external id or e-mail holds it, or the id is it; without regard to case.
    /// A phone number is compared by its digits, however it is written, also as it is dialled at home: 0701… for 46701….
    bool fits(const Contact &contact) const;

    /// What the API can find by itself: the exact external id, and the identity on each channel whose identities look so.
    /// \param channels those of the app: an identity can only be asked for together with a channel.
    QList<ContactFilter> filters(const QList<ChannelName> &channels) const;
    /// When it is written like one of the vendor's contact ids (a ULID).
    std::optional<ContactId> contactId() const;

private:
    bool fitsName(const QString &name) const;

    QString m_text;
    QStringList m_words; ///< empty for a single one
    QString m_digits;    ///< of a phone number; empty when it is none
    QString m_national;  ///< those behind the zero of a national one; empty when it is none
};

} // namespace console
