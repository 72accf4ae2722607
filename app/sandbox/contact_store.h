// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox_contact.h"

#include <QHash>

#include <functional>
#include <map>
#include <optional>

namespace console {

/// The contacts of the project in the order in which they came. Each has a number that never changes, so that a page
/// token stays right while contacts come and go.
class ContactStore
{
public:
    void append(const SandboxContact &contact);
    const SandboxContact *find(const QString &id) const; ///< null when there is none
    void replace(const SandboxContact &contact);         ///< the one with the same id
    bool remove(const QString &id);

    /// The ids of those that have the identity, in order; a leading plus sign does not count on phone channels.
    QStringList idsWith(const QString &channel, const QString &identity) const;

    struct Page
    {
        QList<const SandboxContact *> contacts;
        std::optional<quint64> next; ///< where the next page begins: after this number; empty at the end
    };
    using Predicate = std::function<bool(const SandboxContact &)>;
    Page page(quint64 after, int size, const Predicate &predicate) const;
    /// All, in order.
    void forEach(const std::function<void(const SandboxContact &)> &visit) const;

private:
    void index(quint64 number, const SandboxContact &contact);
    void unindex(quint64 number, const SandboxContact &contact);

    std::map<quint64, SandboxContact> m_contacts;
    QHash<QString, quint64> m_numbers;
    QMultiHash<QString, quint64> m_byIdentity;
    quint64 m_lastNumber = 0;
};

} // namespace console
